// Marks the words that made an article match, and cuts the piece of its body that shows them best.
// Uses the analyzer that indexed the article, so a mark is exactly a matching word. Tested by
// tests/searcher/highlight_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "searcher/query/match_terms.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// The matching words of `text`, which is in `language`.
[[nodiscard]] std::vector<Mark> find_marks(std::string_view text, std::string_view language,
                                           const MatchTerms& wanted, Analyzer& analyzer);

/// A snippet is at most this many characters, with the ellipses.
inline constexpr std::size_t default_snippet_chars = 280;

/// The one or two sentences of `body` with the most different matching words, at most `max_chars`
/// characters, cut between words with "…" where a sentence is longer. Its start if nothing matches.
[[nodiscard]] MarkedText make_snippet(std::string_view body, std::string_view language,
                                      const MatchTerms& wanted, Analyzer& analyzer,
                                      std::size_t max_chars = default_snippet_chars);

}  // namespace pantau
