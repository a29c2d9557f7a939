#include "searcher/query/match_terms.h"

#include <algorithm>
#include <set>
#include <utility>

#include "searcher/query/term_weights.h"
#include "searcher/query/translator.h"

namespace pantau {
namespace {

using Kind = ExpandedNode::Kind;

/// Is it a word of the query itself?
bool is_typed(const Alternative& alternative) {
  return alternative.origin == WordOrigin::typed || alternative.origin == WordOrigin::spelling;
}

/// Does it say in other words what was asked?
bool is_other_words(const Alternative& alternative) {
  return !is_typed(alternative) && alternative.origin != WordOrigin::truncated &&
         alternative.origin != WordOrigin::label;
}

std::vector<std::string> names_of(const Alternative& alternative) {
  std::vector<std::string> names;
  for (const QueryTerm& term : alternative.terms) names.push_back(term.name);
  return names;
}

/// `alone`: terms that are looked for by themselves, too.
void add_marks(const Concept& asked, MatchTerms& wanted, std::unordered_set<std::string>& alone) {
  for (const Alternative& alternative : asked.alternatives) {
    if (alternative.origin == WordOrigin::label) continue;
    if (alternative.origin == WordOrigin::truncated) {
      if (asked.weight > 0 && std::find(wanted.prefixes.begin(), wanted.prefixes.end(),
                                        asked.typed) == wanted.prefixes.end())
        wanted.prefixes.push_back(asked.typed);
      continue;
    }
    const std::vector<std::string> names = names_of(alternative);
    wanted.terms.insert(names.begin(), names.end());
    const bool in_order = alternative.joined == Joined::phrase && is_typed(alternative) &&
                          alternative.window == names.size();
    if (names.size() == 1 || (is_typed(alternative) && !in_order))
      alone.insert(names.begin(), names.end());
    else
      wanted.runs.push_back({names, in_order});
  }
}

}  // namespace

void for_each_concept(const ExpandedNode& node, const std::function<void(const Concept&)>& visit) {
  switch (node.kind) {
    case Kind::one:
      visit(*node.asked);
      break;
    case Kind::any:
    case Kind::all:
    case Kind::maybe:
      for (const ExpandedNode& child : node.children) for_each_concept(child, visit);
      break;
    case Kind::filter:
    case Kind::without:
      for_each_concept(node.children.front(), visit);
      break;
    default:
      break;
  }
}

MatchTerms match_terms(const ExpandedQuery& query) {
  MatchTerms wanted;
  std::unordered_set<std::string> alone;
  for_each_concept(query.root, [&](const Concept& asked) { add_marks(asked, wanted, alone); });
  for (const MatchTerms::Run& run : wanted.runs)
    for (const std::string& term : run.terms)
      if (!alone.contains(term)) wanted.parts.insert(term);
  return wanted;
}

Meanings meanings(const ExpandedQuery& query) {
  Meanings meanings;
  for_each_concept(query.root, [&](const Concept& asked) {
    for (const Alternative& said : asked.alternatives) {
      if (!is_other_words(said)) continue;
      const Meaning meaning{said.part_of.empty() ? joined_by_spaces(asked.words) : said.part_of,
                            said.forms.size() > 1 ? joined_by_spaces(said.forms) : "",
                            said.typed_part};
      for (const QueryTerm& term : said.terms) meanings.emplace(term.name, meaning);
    }
  });
  return meanings;
}

Ideal ideal_of(const ExpandedQuery& query) {
  Ideal ideal;
  ideal.unsaid = query.unsaid;
  std::set<std::string_view> counted;
  for_each_concept(query.root, [&](const Concept& asked) {
    if (query.in_other_words) {
      const bool ranks = std::any_of(asked.alternatives.begin(), asked.alternatives.end(),
                                     [](const Alternative& said) { return is_other_words(said); });
      ideal.words += ranks ? 1 : 0;
      ideal.weight += ranks ? asked.weight : 0;
      return;
    }
    for (const Alternative& typed : asked.alternatives)
      for (const QueryTerm& term : typed.terms)
        if (is_typed(typed) && counted.insert(term.name).second) {
          ++ideal.words;
          ideal.weight += inverse_document_frequency(query.partition.documents, term.documents);
        }
  });
  return ideal;
}

std::vector<std::string> describe_other_words(const ExpandedQuery& query) {
  std::map<std::string, std::set<std::string>> by_asked;
  for_each_concept(query.root, [&](const Concept& asked) {
    for (const Alternative& said : asked.alternatives) {
      if (!is_other_words(said) || said.forms.empty()) continue;
      const std::string& part = said.part_of;
      by_asked[part.empty() ? joined_by_spaces(asked.words) : part].insert(
          joined_by_spaces(said.forms) + " (" + std::string{origin_name(said.origin)} + ')');
    }
  });
  std::vector<std::string> lines;
  for (const auto& [asked, all] : by_asked) {
    std::string line = query.partition.term_prefix + ' ' + asked;
    const char* before = " = ";
    for (const std::string& said : all) line += std::exchange(before, ", ") + said;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace pantau
