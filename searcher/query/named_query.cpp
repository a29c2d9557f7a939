// The part of QueryCompiler that asks by the other names of what a query names, in its own
// language: "Komdigi" finds what says "Kementerian Komunikasi dan Digital". Tested by
// tests/searcher/translation_test.cpp.
#include <algorithm>

#include "searcher/query/query_compiler.h"

namespace pantau {

using Xapian::Query;

/// Entities that go by other names as well: any of them will do, and their words rank no more by
/// themselves.
void QueryCompiler::add_named(const std::string& text, Bag& bag, std::vector<Query>& choices) {
  for (const TranslationGroup& group : names_->translate(text, analyzer_.words(text))) {
    const bool has_other_names =
        std::any_of(group.targets.begin(), group.targets.end(),
                    [&](const TranslationTarget& target) { return target.forms != group.words; });
    if (!has_other_names) continue;
    Bag own;
    for (const std::string& form : group.words)
      if (bag.erase(form) > 0) own[form] = 1;
    if (own.empty()) continue;
    std::vector<Query> names{rank(own)};
    double weight = 0;
    for (const auto& [form, count] : own) weight += idf(term(form));
    other_name_ = true;
    for (const TranslationTarget& target : group.targets)
      if (target.forms != group.words)
        names.push_back(named(target, joined_by_spaces(group.words), weight));
    other_name_ = false;
    choices.push_back(combine(Query::OP_MAX, names));
  }
}

/// Another name of what the query names; it weighs no more than the words it stands for.
Query QueryCompiler::named(const TranslationTarget& name, const std::string& asked, double weight) {
  std::vector<std::string> terms;
  double own = 0;
  for (const std::string& form : name.forms) {
    terms.push_back(term(form));
    own += idf(terms.back());
    out_.meanings.emplace(terms.back(), Meaning{asked, joined_by_spaces(name.forms)});
  }
  const double share = std::min(weight, own) / static_cast<double>(terms.size());
  if (terms.size() == 1) return weighted(Query{terms.front()}, share);
  return weighted(Query{Query::OP_PHRASE, terms.begin(), terms.end()}, share);
}

}  // namespace pantau
