// What counts as an answer, as against an article that only shares a word with the question: it has
// at least a share of what the article has that covers the question best. Each thing asked
// counts once, by its weight in the article's language, however often it is said. Tested by
// tests/searcher/answer_rule_test.cpp.
#pragma once

#include <cstddef>

#include "searcher/query/expanded_query.h"

namespace pantau {

/// What an answer weighs, as a share of the best article's weight, where `asked` things are asked.
/// Against a share of the whole question, which no article may have, least of all one in another
/// language; and less for a passage, most of which no article but its source has
/// (searcher/README.md, "What is an answer", has the figures).
[[nodiscard]] constexpr double answer_share(std::size_t asked) {
  constexpr std::size_t most_words = 7;
  return asked > most_words ? 0.3 : 0.6;
}

/// What the best article has of the question in a language of which only names are known, as a
/// share of what the best in any other language has: with less, nothing there is an answer. Of
/// deepfakes in China a Chinese article can be asked for China only.
inline constexpr double min_language_share = 0.4;

/// What an article weighs that has all of the question, words without a translation included, each
/// thing asked once: by the heaviest of what it is called, or of its parts together.
[[nodiscard]] double whole_weight(const ExpandedQuery& query);

/// How many things are asked that an article may lack. Of one thing all that matches is an answer.
[[nodiscard]] std::size_t count_asked(const ExpandedNode& node);

/// The question without the forms that only add to what their stems give.
[[nodiscard]] ExpandedNode without_forms(ExpandedNode node);

}  // namespace pantau
