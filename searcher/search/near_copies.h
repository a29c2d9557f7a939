// Folds near copies of one story in a ranked list: the same text under another headline, with a
// paragraph more or another outlet's boilerplate. Precision before recall: fingerprints propose,
// the bodies decide. Tested by tests/searcher/near_copies_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// What of a body is compared.
class BodyShape {
 public:
  explicit BodyShape(std::string_view body);

  /// Is one a near copy of the other? The shorter one's shingles must nearly all be in the longer
  /// one, and be most of it, and the longer one must be about nothing more. Bodies of less than
  /// short_body_words must be the same in every word.
  [[nodiscard]] bool is_copy_of(const BodyShape& other) const;

 private:
  using Hashes = std::vector<std::uint64_t>;  ///< sorted, each once

  struct Repeated {
    std::uint64_t word;
    std::size_t count;
  };

  [[nodiscard]] bool has_key_words_of(const BodyShape& shorter) const;
  [[nodiscard]] bool is_about_more_than(const BodyShape& shorter) const;

  Hashes shingles_, words_;
  Hashes key_words_;             ///< those of words_ that are said often
  Hashes numbers_;               ///< those of words_ with a digit
  std::vector<Repeated> early_;  ///< said more than once, and first in the first half; sorted
  std::size_t size_ = 0;
};

/// What is compared of an article; a story in two languages is two stories.
struct Story {
  std::string language;
  BodyShape body;
};

/// A hit that is shown and what is folded under it: places in the ranked list.
struct Fold {
  std::size_t best;
  std::vector<std::size_t> copies;
};

/// The articles of a ranked list, given by their `fingerprints` ("" has no copies), that are no
/// copies of one before them, in order, each with its copies. What comes first stays the same
/// however long the list is, so pages join. `story_at` gives the article at a place; it is asked
/// for few.
[[nodiscard]] std::vector<Fold> fold_copies(
    std::span<const std::string> fingerprints,
    const std::function<const Story&(std::size_t)>& story_at);

}  // namespace pantau
