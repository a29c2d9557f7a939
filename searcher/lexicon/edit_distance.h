// The edit distance of many words to one, in sorted order, so that what a word shares with the one
// before it is not computed again. Tested by tests/searcher/edit_distance_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// Insertions, deletions, replacements and swaps of neighbouring bytes (optimal string alignment;
/// Damerau, "A technique for computer detection and correction of spelling errors", 1964), up to
/// `max_edits`.
class EditDistance {
 public:
  EditDistance(std::string_view typed, unsigned max_edits);

  /// The distance of `word`, or max_edits + 1 if it is larger.
  unsigned to(std::string_view word);

  /// After how many bytes the last word was too far away, whatever follows; 0 if it never was.
  [[nodiscard]] std::size_t dead_bytes() const { return dead_; }

 private:
  using Row = std::vector<unsigned>;

  void add_row(std::size_t i);
  [[nodiscard]] bool is_dead(std::size_t i) const;

  std::string typed_, word_;
  unsigned max_edits_;
  std::vector<Row> rows_;  ///< rows_[i]: word_'s first i bytes against each start of typed_
  std::size_t valid_ = 0;  ///< rows computed for word_, after row 0
  std::size_t dead_ = 0;
};

}  // namespace pantau
