// What a page shows, gathered from the index before anything is written: the answer, what else the
// filters would let through, whose fault it is that nothing was found; an article with its
// neighbours. Tested by tests/searcher/page/reading_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/page/page_state.h"
#include "searcher/search/index_reader.h"

namespace pantau {

/// What an empty answer would be without a filter, or without a word that no article has.
struct Remedy {
  PageState state;   ///< that finds something
  std::string word;  ///< left out in it; "" if it is a filter
  std::uint64_t matches;
  bool exact;
};

struct Answer {
  SearchResults results;
  std::vector<Facet> facets;     ///< of results; those with a filter count as if it were not set
  std::string like_title;        ///< title of the article that more is wanted like
  std::vector<Remedy> remedies;  ///< where nothing was found
};

/// One article and what is around it.
struct Reading {
  FoundArticle found;
  MarkedText title, text;                   ///< with the words of the question marked
  std::optional<PageState> previous, next;  ///< hits of the question
  std::vector<Article> copies;              ///< the same story elsewhere
  std::vector<Article> similar;
};

/// How a page asks the index: limits of one request.
struct Asking {
  std::chrono::milliseconds time{0};  ///< for all of it together; zero: any
  std::size_t limit = hits_per_page;
  bool facets = true;
  bool snippets = true;
  bool partial = true;  ///< after the answers, what has some of the words only
  bool helps = true;    ///< a person reads it: widen lists of filters, tell why nothing is found
  Date today{std::chrono::sys_days{}};
};

/// Throws what IndexReader::search() throws. What only helps is left out when time is short.
[[nodiscard]] Answer answer_of(IndexReader& index, const PageState& state, const Asking& asking);

/// Nothing if there is no such article.
[[nodiscard]] std::optional<Reading> reading_of(IndexReader& index, const PageState& state,
                                                const Asking& asking);

/// All values of the facet that `state` names, most articles first.
[[nodiscard]] Facet whole_facet(IndexReader& index, const PageState& state, const Asking& asking);

}  // namespace pantau
