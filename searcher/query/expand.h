// QueryNode -> ExpandedQuery for one partition of the index: cuts the words of the query with the
// analyzer that indexed the articles, stems them as the partition's language does, adds the other
// names and the translations of what is asked, and weighs all by the partition's own statistics.
// Entrance: expand(). Tested by tests/searcher/expand_test.cpp.
#pragma once

#include <cstddef>
#include <string>

#include "common/analyzer.h"
#include "searcher/query/expanded_query.h"
#include "searcher/query/query_node.h"
#include "searcher/query/translator.h"
#include "searcher/query/vocabulary.h"

namespace pantau {

/// Words of a query beyond this are left out: the time of a match grows with the square of the
/// words (10,000 common ones take seconds), and the longest question of a person has a few hundred.
inline constexpr std::size_t max_query_words = 1'024;

/// Forms a truncated word may stand for: the first in order of spelling, because finding the most
/// frequent ones means reading them all, which takes seconds for `a*`.
inline constexpr std::size_t max_expansion = 200;

/// What an expansion reads; one thread.
struct ExpansionSources {
  Analyzer& analyzer;
  Vocabulary& vocabulary;
  const TranslationSources& words;
};

/// Which partition is asked, and how.
struct ExpansionTarget {
  const LanguagePartition& partition;
  std::string query_language;    ///< its stop words do not rank beside other words
  const LanguagePartition* own;  ///< the partition of the query's language; nullptr: none
  bool other_words = true;       ///< adds other names, and translations into another language
};

[[nodiscard]] ExpandedQuery expand(const QueryNode& root, const ExpansionTarget& target,
                                   const ExpansionSources& sources);

/// Does the query match only articles that have a term of its partition's namespace?
[[nodiscard]] bool only_matches_its_partition(const QueryNode& root, Analyzer& analyzer);

}  // namespace pantau
