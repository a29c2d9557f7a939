// Marks the words that made an article match, and cuts the piece of its body that shows them best.
// Uses the analyzer that indexed the article, so a mark is exactly a matching word. Tested by
// tests/searcher/highlight_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/analyzer.h"
#include "searcher/search/search_request.h"
#include "searcher/search/term_sieve.h"

namespace pantau {

/// What the words of a query look for in an article.
struct MatchTerms {
  std::unordered_set<std::string> terms;  ///< of the body: "Zen:regul"
  std::vector<std::string> prefixes;      ///< of written forms, for truncated words: "regul*"
  std::optional<TermSieve> sieve;         ///< of `terms`, saves time; without: all are looked at

  /// Names and translations of several words, as terms; `parts` are those of `terms` that are
  /// looked for only in such a run and say something else by themselves.
  std::vector<std::vector<std::string>> runs;
  std::unordered_set<std::string> parts;

  [[nodiscard]] bool empty() const { return terms.empty() && prefixes.empty(); }
};

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
