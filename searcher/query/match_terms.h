// What follows from an expanded question without looking at an article: which words are marked,
// what they stand for, and how much a perfect article would get. Tested by
// tests/searcher/match_terms_test.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "searcher/query/expanded_query.h"
#include "searcher/query/term_sieve.h"

namespace pantau {

/// What the words of a question look for in an article.
struct MatchTerms {
  std::unordered_set<std::string> terms;  ///< as in the index: "Zen:regul"
  std::vector<std::string> prefixes;      ///< of written forms, for truncated words: "regul*"
  std::optional<TermSieve> sieve;         ///< of `terms`, saves time; without: all are looked at

  /// What several terms say together: a phrase, a name, a translation.
  struct Run {
    std::vector<std::string> terms;
    bool in_order = false;  ///< side by side as they are here, else close together
  };
  std::vector<Run> runs;

  /// Those of `terms` that are looked for only in a run and say something else by themselves.
  std::unordered_set<std::string> parts;

  [[nodiscard]] bool empty() const { return terms.empty() && prefixes.empty(); }
};

/// What a term stands for that is not a word of the query.
struct Meaning {
  std::string asked;  ///< words of the query, folded
  std::string said;   ///< the name or translation, if it is more than the one word; else ""
  std::string typed;  ///< `asked` as the query has it
};

/// By term; a word may be part of several translations.
using Meanings = std::multimap<std::string, Meaning>;

/// How much is asked for: words (a translated concept counts once) and their idf together, about
/// what an article that has it all gets.
struct Ideal {
  std::size_t words = 0;
  double weight = 0;
  double unsaid =
      0;  ///< idf of the words that nothing in the partition stands for, beside `weight`
};

/// Calls `visit` with each concept that ranks, in the order of the tree; not with what only has to
/// be there or must not.
void for_each_concept(const ExpandedNode& node, const std::function<void(const Concept&)>& visit);

[[nodiscard]] MatchTerms match_terms(const ExpandedQuery& query);
[[nodiscard]] Meanings meanings(const ExpandedQuery& query);
[[nodiscard]] Ideal ideal_of(const ExpandedQuery& query);

/// One line for each thing that is asked in other words, for --explain: "Zid: china = cina
/// (name), tiongkok (name)".
[[nodiscard]] std::vector<std::string> describe_other_words(const ExpandedQuery& query);

}  // namespace pantau
