#include "searcher/lexicon/edit_distance.h"

#include <algorithm>
#include <numeric>

namespace pantau {

EditDistance::EditDistance(std::string_view typed, unsigned max_edits)
    : typed_{typed}, max_edits_{max_edits}, rows_{Row(typed.size() + 1)} {
  std::iota(rows_[0].begin(), rows_[0].end(), 0U);
}

unsigned EditDistance::to(std::string_view word) {
  const auto shared = static_cast<std::size_t>(
      std::mismatch(word_.begin(), word_.end(), word.begin(), word.end()).first - word_.begin());
  valid_ = std::min(valid_, shared);
  word_ = word;
  dead_ = 0;
  if (rows_.size() <= word.size()) rows_.resize(word.size() + 1, Row(typed_.size() + 1));
  while (valid_ < word.size()) {
    if (valid_ > 0 && is_dead(valid_)) {
      dead_ = valid_;
      return max_edits_ + 1;
    }
    add_row(++valid_);
  }
  return std::min(rows_[word.size()].back(), max_edits_ + 1);
}

void EditDistance::add_row(std::size_t i) {
  Row& row = rows_[i];
  const Row& above = rows_[i - 1];
  row[0] = static_cast<unsigned>(i);
  for (std::size_t j = 1; j <= typed_.size(); ++j) {
    const unsigned change = word_[i - 1] == typed_[j - 1] ? 0 : 1;
    row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
    const bool swapped =
        i > 1 && j > 1 && word_[i - 1] == typed_[j - 2] && word_[i - 2] == typed_[j - 1];
    if (swapped) row[j] = std::min(row[j], rows_[i - 2][j - 2] + 1);
  }
}

/// A swap reaches back over one row.
bool EditDistance::is_dead(std::size_t i) const {
  const auto least = [&](std::size_t row) {
    return *std::min_element(rows_[row].begin(), rows_[row].end());
  };
  return least(i) > max_edits_ && least(i - 1) + 1 > max_edits_;
}

}  // namespace pantau
