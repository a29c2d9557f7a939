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

/// What the query calls an entity ranks before its other names.
constexpr double other_name_share = 0.8;

/// What must not be found is excluded by its usual translations only.
constexpr double min_excluding_weight = 0.5;

/// Longer questions find nearly every article by one word or another, and sifting what ambiguous
/// ones find takes a third of a translated sentence's time.
constexpr std::size_t max_sifted_groups = 8;

/// Nobody finds a longer passage again in another language, word by word; each word has several
/// translations, and lists of them all take hundreds of megabytes.
constexpr std::size_t max_translated_passage = 64;

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
void QueryCompiler::add_named(const std::string& text, Bag& bag, std::vector<Query>& choices,
                              std::vector<Query>& as_typed) {
  for (const TranslationGroup& group : names_->translate(text, analyzer_.words(text))) {
    const bool has_other_names =
        std::any_of(group.targets.begin(), group.targets.end(),
                    [&](const TranslationTarget& target) { return target.forms != group.words; });
    if (!has_other_names) continue;
    Bag own;
    for (const std::string& form : group.words)
      if (bag.erase(form) > 0) own[form] = 1;
    if (own.empty()) continue;
    std::vector<Query> names{rank(own, as_typed)};
    double weight = 0;
    for (const auto& [form, count] : own) weight += idf(term(form));
    other_name_ = true;
    for (const TranslationTarget& target : group.targets)
      if (target.forms != group.words) names.push_back(named(target, group, weight));
    other_name_ = false;
    choices.push_back(best_of(names));
  }
}

/// Another name of what the query names; it weighs no more than the words it stands for. Of several
/// words the rarest counts: small ones ("of", "and") stand in an article more often than the name.
Query QueryCompiler::named(const TranslationTarget& name, const TranslationGroup& group,
                           double weight) {
  const std::vector<std::string> terms = run_terms(name.forms);
  double own = 0;
  for (const std::string& term : terms) {
    own += idf(term);
    out_.meanings.emplace(term, Meaning{joined_by_spaces(group.words), joined_by_spaces(name.forms),
                                        joined_by_spaces(group.typed)});
  }
  const double share = other_name_share * std::min(weight, own);
  if (terms.size() == 1) return weighted(Query{terms.front()}, share);
  const Query together{Query::OP_PHRASE, terms.begin(), terms.end()};
  std::vector<Query> large;
  for (const std::string& form : name.forms)
    if (!is_stop_word(form, branch_.codes.front())) large.emplace_back(term(form));
  if (large.empty()) return weighted(together, share / static_cast<double>(terms.size()));
  return Query{Query::OP_FILTER,
               weighted(combine(Query::OP_AND, large), share / static_cast<double>(large.size())),
               together};
}

/// The terms of a name or translation; those of several words are marked where all stand together.
std::vector<std::string> QueryCompiler::run_terms(const std::vector<std::string>& forms) {
  std::vector<std::string> terms;
  terms.reserve(forms.size());
  for (const std::string& form : forms) {
    const std::string_view name = analyzer_.term(form, branch_.codes.front());
    const bool is_new = !out_.wanted.terms.contains(std::string{name});
    terms.push_back(term(form));
    if (forms.size() > 1 && is_new && !excluding_) out_.wanted.parts.insert(terms.back());
  }
  if (forms.size() > 1 && !excluding_) out_.wanted.runs.push_back(terms);
  if (forms.size() == 1) out_.wanted.parts.erase(terms.front());
  return terms;
}

/// The groups of a piece of the query, as far as its allowance of words goes, each once.
std::vector<QueryCompiler::AskedGroup> QueryCompiler::translate(const std::string& text,
                                                                Runs runs) {
  std::vector<Word> words = analyzer_.words(text);
  take_words(words);
  std::vector<AskedGroup> asked;
  std::map<std::vector<std::string>, std::size_t> places;
  for (TranslationGroup& group : translator_->translate(text, words)) {
    const auto [place, is_new] = places.try_emplace(group.words, asked.size());
    if (!is_new) {
      ++asked[place->second].count;
      continue;
    }
    if (runs == Runs::whole)
      std::erase_if(group.targets, [](const auto& target) { return !target.of.empty(); });
    std::vector<Target> wanted = targets(group);
    asked.push_back({std::move(group), std::move(wanted)});
  }
  return asked;
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
    Target read{run_terms(target.forms), target.weight, static_cast<double>(branch_.documents),
                target.ambiguous, target.of};
    for (const std::string& term : read.terms) {
      read.frequency = std::min<double>(read.frequency, database_.get_termfreq(term));
      if (!excluding_)
        out_.meanings.emplace(term,
                              Meaning{target.of.empty() ? joined_by_spaces(group.words) : target.of,
                                      target.forms.size() > 1 ? joined_by_spaces(target.forms) : "",
                                      group.typed_for(target)});
    }
    if (read.terms.size() > 1) read.frequency *= run_frequency_share;
    const auto same = std::find_if(targets.begin(), targets.end(),
                                   [&](const Target& other) { return other.terms == read.terms; });
    if (same == targets.end()) {
      targets.push_back(std::move(read));
      continue;
    }
    same->weight = std::min(1.0, same->weight + read.weight);
    same->ambiguous = same->ambiguous && read.ambiguous;
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

/// The best translation that an article has counts; of a run, those of its parts together if they
/// say more.
Query QueryCompiler::ranked(const AskedGroup& asked) {
  const double idf = group_idf(asked.group, asked.targets);
  if (!excluding_) {
    ++out_.wanted_words;
    out_.wanted_idf += idf;
  }
  std::map<std::string, std::vector<Query>> meanings;
  for (const Target& target : asked.targets) {
    const double share =
        std::pow(target.weight, target_weight_power) / static_cast<double>(target.terms.size());
    meanings[target.of].push_back(
        weighted(side_by_side("", target.terms), idf * share * query_term_factor(asked.count)));
  }
  std::vector<Query> whole = std::move(meanings[""]), parts;
  meanings.erase("");
  for (const auto& [part, choices] : meanings) parts.push_back(best_of(choices));
  if (!parts.empty()) whole.push_back(combine(Query::OP_OR, parts));
  return best_of(whole);
}

bool QueryCompiler::is_small(const TranslationGroup& group) const {
  return group.words.size() == 1 &&
         is_stop_word(group.words.front(), translator_->source_language());
}

/// What an article must have some of, for what usually means something else does not find it.
/// MatchAll where that leaves out nothing, or everything, or is not worth the time.
Query QueryCompiler::finding(const std::vector<AskedGroup>& groups) const {
  if (groups.size() > max_sifted_groups) return Query::MatchAll;
  std::vector<Query> sure;
  bool leaves_out = false;
  for (const auto& [group, targets, count] : groups) {
    if (is_small(group)) continue;
    for (const Target& target : targets) {
      leaves_out |= target.ambiguous;
      if (!target.ambiguous) sure.push_back(side_by_side("", target.terms));
    }
  }
  return leaves_out && !sure.empty() ? combine(Query::OP_OR, sure) : Query::MatchAll;
}

/// The words that rank together. Stop words rank too, but find nothing beside others: a translation
/// that is one is common and so weighs little, and what is one here may say something there.
Query QueryCompiler::translated(const std::string& text) {
  const std::vector<AskedGroup> groups = translate(text, Runs::or_parts);
  std::vector<Query> large, small;
  for (const AskedGroup& group : groups)
    (is_small(group.group) ? small : large).push_back(ranked(group));
  if (large.empty()) std::swap(large, small);
  Query all = combine(Query::OP_OR, large);
  if (!small.empty()) all = Query{Query::OP_AND_MAYBE, all, combine(Query::OP_OR, small)};
  const Query found = finding(groups);
  return found.get_type() == Query::LEAF_MATCH_ALL ? all : Query{Query::OP_FILTER, all, found};
}

/// All groups.
Query QueryCompiler::each(const std::vector<AskedGroup>& groups) {
  std::vector<Query> all;
  all.reserve(groups.size());
  for (const AskedGroup& group : groups) all.push_back(ranked(group));
  return combine(Query::OP_AND, all);
}

/// Articles with all groups in the title.
Query QueryCompiler::all_in_title(const std::vector<AskedGroup>& groups) {
  std::vector<Query> all;
  for (const AskedGroup& group : groups) {
    std::vector<Query> in_title;
    for (const Target& target : group.targets)
      in_title.push_back(side_by_side(std::string{field("title").prefix}, target.terms));
    all.push_back(combine(Query::OP_OR, in_title));
  }
  return combine(Query::OP_AND, all);
}

/// Articles with all groups in each other's neighbourhood, `gaps` more words between them than a
/// translation may bring.
Query QueryCompiler::near_each_other(const std::vector<AskedGroup>& groups, std::size_t gaps) {
  std::vector<Query> places;
  std::size_t room = gaps + extra_room;
  for (const AskedGroup& group : groups) {
    room += 1 + group.group.words.size();
    std::vector<Query> anywhere;
    for (const Target& target : group.targets)
      for (const std::string& name : target.terms) anywhere.emplace_back(name);
    places.push_back(combine(Query::OP_OR, anywhere));
  }
  return Query{Query::OP_NEAR, places.begin(), places.end(), static_cast<Xapian::termcount>(room)};
}

/// Words that belong together, or one that must be there: all of `parts`, in the title where that
/// is asked, else close to each other, with at most `gaps` words between the parts.
Query QueryCompiler::translated_parts(std::span<const QueryNode> parts, std::size_t gaps) {
  std::vector<AskedGroup> groups;
  std::size_t words = 0;
  for (const QueryNode& part : parts) words += analyzer_.words(part.text).size();
  if (words > max_translated_passage) return Query::MatchNothing;
  for (const QueryNode& part : parts) {
    std::size_t said = 0;
    for (AskedGroup& asked : translate(part.text, Runs::whole)) {
      said += asked.count * asked.group.words.size();
      groups.push_back(std::move(asked));
    }
    if (said < analyzer_.words(part.text).size()) return Query::MatchNothing;
  }
  if (groups.empty()) return Query::MatchNothing;
  Query found = each(groups);
  const bool in_title = is_in_title(parts.front());
  if (!in_title && groups.size() == 1) return found;
  return Query{Query::OP_FILTER, found,
               in_title ? all_in_title(groups) : near_each_other(groups, gaps)};
}

}  // namespace pantau
