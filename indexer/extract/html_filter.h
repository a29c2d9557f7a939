// The bytes of a page before they are parsed: what can hold no article (scripts, styles, comments,
// drawings) and the attributes nobody reads are left out, and what is left is bounded, so that the
// parser sees half of a page and nothing hostile. Entrance: HtmlFilter::next.
// Tested by tests/indexer/html_filter_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

class HtmlFilter {
 public:
  /// `html` must outlive the filter and json_ld().
  explicit HtmlFilter(std::string_view html) : html_{html} {}

  /// Replaces `chunk` by the next few kilobytes; false at the end. `open_elements` is how deep the
  /// parser stands now: past a limit, start tags are left out and their text stays.
  [[nodiscard]] bool next(std::string& chunk, std::size_t open_elements);

  /// Contents of the <script type="application/ld+json"> met so far; views into the page.
  [[nodiscard]] const std::vector<std::string_view>& json_ld() const { return json_ld_; }

 private:
  void read_markup(std::string& chunk, std::size_t open_elements);
  void read_start_tag(std::string& chunk, std::size_t open_elements);
  void read_end_tag(std::string& chunk, std::size_t open_elements);
  /// What a script may hold besides code.
  enum class Script { code, json_ld, markup };

  /// Reads up to and past '>', appending what is kept to `out`; what the type attribute says.
  Script read_attributes(std::string& out);
  [[nodiscard]] std::string_view read_name();
  [[nodiscard]] std::string_view read_value();
  void skip_past(std::string_view mark);
  /// Skips the content and end tag of element `index` of the skipped ones; false if it has no end.
  bool skip_element(std::size_t index, Script script);

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t kept_ = 0;           ///< bytes handed on so far
  std::uint64_t search_work_ = 0;  ///< open elements the parser may have walked for end tags so far
  std::uint32_t unclosed_ = 0;     ///< bit per skipped element that has no end tag further on
  std::vector<std::string_view> json_ld_;
};

}  // namespace pantau
