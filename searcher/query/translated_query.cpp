// The part of QueryCompiler that asks in other words than the query's: in another language each run
// of words that means something together becomes a group of its translations, in its own language
// an entity goes by all its names. Tested by tests/searcher/translation_test.cpp.
#include <algorithm>
#include <cmath>

#include "common/schema.h"
#include "searcher/query/query_compiler.h"
#include "searcher/query/stop_words.h"
#include "searcher/search/ranking.h"

namespace pantau {

using Xapian::Query;

namespace {

/// An article that has a rare translation says the same thing: how usual a translation is counts
/// for less than in proportion.
constexpr double target_weight_power = 0.4;

/// Words side by side are rarer than the rarest of them.
constexpr double run_frequency_share = 0.5;

/// What must not be found is excluded by its usual translations only.
constexpr double min_excluding_weight = 0.5;

/// In another language a phrase may stand in another order, with small words between.
constexpr Xapian::termcount extra_room = 2;

/// Words of a translation side by side, each term with `prefix` before it.
Query side_by_side(const std::string& prefix, const std::vector<std::string>& terms) {
  std::vector<Query> queries;
  queries.reserve(terms.size());
  for (const std::string& term : terms) queries.emplace_back(prefix + term);
  if (queries.size() == 1) return queries.front();
  return Query{Query::OP_NEAR, queries.begin(), queries.end(),
               static_cast<Xapian::termcount>(queries.size() + 1)};
}

}  // namespace

void QueryCompiler::name_with(const Translator& names) {
  names_ = &names;
}

void QueryCompiler::translate_with(const Translator& translator, const LanguageBranch* source) {
  translator_ = &translator;
  source_ = source;
}

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
      if (target.forms != group.words) names.push_back(named(target, group, weight));
    other_name_ = false;
    choices.push_back(combine(Query::OP_MAX, names));
  }
}

/// Another name of what the query names; it weighs no more than the words it stands for.
Query QueryCompiler::named(const TranslationTarget& name, const TranslationGroup& group,
                           double weight) {
  std::vector<std::string> terms;
  double own = 0;
  for (const std::string& form : name.forms) {
    terms.push_back(term(form));
    own += idf(terms.back());
    out_.meanings.emplace(terms.back(),
                          Meaning{joined_by_spaces(group.words), joined_by_spaces(name.forms),
                                  joined_by_spaces(group.typed)});
  }
  const double share = std::min(weight, own) / static_cast<double>(terms.size());
  if (terms.size() == 1) return weighted(Query{terms.front()}, share);
  return weighted(Query{Query::OP_PHRASE, terms.begin(), terms.end()}, share);
}

/// The groups of a piece of the query, as far as its allowance of words goes.
std::vector<TranslationGroup> QueryCompiler::translate(const std::string& text) {
  std::vector<Word> words = analyzer_.words(text);
  take_words(words);
  return translator_->translate(text, words);
}

/// Of a run of words in the query's own language; 0 if the index has no article in it.
double QueryCompiler::source_idf(const std::vector<std::string>& words) {
  double sum = 0;
  if (source_ == nullptr) return sum;
  for (const std::string& word : words)
    sum += inverse_document_frequency(
        source_->documents,
        database_.get_termfreq(std::string{analyzer_.term(word, translator_->source_language())}));
  return sum;
}

/// The targets of a group that a query asks for.
std::vector<QueryCompiler::Target> QueryCompiler::targets(const TranslationGroup& group) {
  std::vector<Target> targets;
  for (const TranslationTarget& target : group.targets) {
    if (excluding_ && target.weight < min_excluding_weight) continue;
    Target read{{}, target.weight, static_cast<double>(branch_.documents)};
    for (const std::string& form : target.forms) {
      read.terms.push_back(term(form));
      read.frequency = std::min<double>(read.frequency, database_.get_termfreq(read.terms.back()));
      if (!excluding_)
        out_.meanings.emplace(read.terms.back(),
                              Meaning{target.of.empty() ? joined_by_spaces(group.words) : target.of,
                                      target.forms.size() > 1 ? joined_by_spaces(target.forms) : "",
                                      group.typed_for(target)});
    }
    if (read.terms.size() > 1) read.frequency *= run_frequency_share;
    const auto same = std::find_if(targets.begin(), targets.end(),
                                   [&](const Target& other) { return other.terms == read.terms; });
    if (same == targets.end())
      targets.push_back(std::move(read));
    else
      same->weight = std::min(1.0, same->weight + read.weight);
  }
  return targets;
}

/// What a group is worth: like the query's own words, but no more than its translations, which are
/// common where one of them is.
double QueryCompiler::group_idf(const TranslationGroup& group, const std::vector<Target>& targets) {
  double weights = 0, frequencies = 0;
  for (const Target& target : targets) {
    weights += target.weight;
    frequencies += target.weight * target.frequency;
  }
  const double idf = inverse_document_frequency(
      branch_.documents, static_cast<Xapian::doccount>(frequencies / std::max(weights, 1e-9)));
  const double own = source_idf(group.words);
  return own > 0 ? std::min(own, idf) : idf;
}

/// The best translation that an article has counts, said `count` times in the query.
Query QueryCompiler::translated_group(const TranslationGroup& group, unsigned count) {
  const std::vector<Target> wanted = targets(group);
  const double idf = group_idf(group, wanted);
  if (!excluding_) {
    ++out_.wanted_words;
    out_.wanted_idf += idf;
  }
  std::vector<Query> choices;
  for (const Target& target : wanted) {
    const double share =
        std::pow(target.weight, target_weight_power) / static_cast<double>(target.terms.size());
    choices.emplace_back(Query::OP_SCALE_WEIGHT, side_by_side("", target.terms),
                         idf * share * query_term_factor(count));
  }
  return combine(Query::OP_MAX, choices);
}

/// The words that rank together. Stop words are asked for too: a translation that is one is common
/// and so weighs little, and what is one here may say something there.
Query QueryCompiler::translated(const std::string& text) {
  std::map<std::vector<std::string>, std::pair<TranslationGroup, unsigned>> counted;
  for (TranslationGroup& group : translate(text)) {
    auto& [kept, count] = counted[group.words];
    if (count++ == 0) kept = std::move(group);
  }
  std::vector<Query> choices;
  choices.reserve(counted.size());
  for (const auto& [words, group] : counted)
    choices.push_back(translated_group(group.first, group.second));
  return combine(Query::OP_OR, choices);
}

/// Words that belong together, or one that must be there: all of them in each other's
/// neighbourhood, in the title where that is asked.
Query QueryCompiler::translated_phrase(const QueryNode& node) {
  const std::vector<TranslationGroup> groups = translate(node.text);
  const std::string title{node.field == find_field("title") ? field("title").prefix : ""};
  std::size_t words = 0;
  std::vector<Query> all, in_titles, places;
  for (const TranslationGroup& group : groups) {
    words += group.words.size();
    all.push_back(translated_group(group, 1));
    std::vector<Query> anywhere, in_title;
    for (const Target& target : targets(group)) {
      in_title.push_back(side_by_side(title, target.terms));
      for (const std::string& name : target.terms) anywhere.emplace_back(name);
    }
    in_titles.push_back(combine(Query::OP_OR, in_title));
    places.push_back(combine(Query::OP_OR, anywhere));
  }
  if (groups.empty() || words < analyzer_.words(node.text).size()) return Query::MatchNothing;
  Query ranked = combine(Query::OP_AND, all);
  if (!title.empty()) return Query{Query::OP_FILTER, ranked, combine(Query::OP_AND, in_titles)};
  if (groups.size() == 1) return ranked;
  const auto room = static_cast<Xapian::termcount>(places.size() + words) + extra_room;
  return Query{Query::OP_FILTER, ranked, Query{Query::OP_NEAR, places.begin(), places.end(), room}};
}

}  // namespace pantau
