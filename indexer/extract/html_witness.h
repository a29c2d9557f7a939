// JSON-LD's articleBody as a witness: which blocks of the page it speaks of. Entrance: Witness.
// Tested by tests/indexer/html_content_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// A text reduced to its letters and digits, so that markup, quotes and spaces make no difference.
[[nodiscard]] std::string letters_of(std::string_view text);

class Witness {
 public:
  explicit Witness(std::string_view body) : letters_{letters_of(body.substr(0, max_body))} {}

  /// Bytes of letters it has; 0 if the page has none.
  [[nodiscard]] std::size_t size() const { return letters_.size(); }
  /// Whether it holds the text word for word, as far as can be told with bounded work. Asked in
  /// reading order it answers fastest.
  [[nodiscard]] bool holds(std::string_view letters);

 private:
  /// Bytes read of a body: longer ones are whole books.
  static constexpr std::size_t max_body = 256 << 10;

  std::string letters_;
  std::size_t at_ = 0;        ///< end of what was found last
  std::size_t searched_ = 0;  ///< bytes looked through so far
};

}  // namespace pantau
