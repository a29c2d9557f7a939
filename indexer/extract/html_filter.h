// The bytes of a page before they are parsed: what can hold no article (scripts, styles, comments,
// drawings) and the attributes nobody reads are left out, texts and attributes are set aside, and
// what is left, the bare tags, is bounded, so that the parser sees a tenth of a page and nothing
// hostile. Entrance: HtmlFilter::next. Tested by tests/indexer/html_filter_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.h"

namespace pantau {

/// What the filter sets aside. In the bare tags a text stands as the letter "x" (blank: as a
/// space), and `<p i=7>` has the attributes of tags[7].
struct HtmlParts {
  struct Tag {
    std::uint32_t attributes = 0;  ///< first one
    std::uint32_t count = 0;
    std::uint32_t texts = 0;  ///< how many texts stand before it
  };
  struct Text {
    std::uint32_t begin = 0, size = 0;
  };

  std::string bytes{" "};  ///< of all texts and attributes, references decoded; [0] is a space
  std::vector<HtmlAttribute> attributes;
  std::vector<Tag> tags;
  std::vector<Text> texts;
  std::vector<std::string_view>
      json_ld;  ///< <script type="application/ld+json">; views into the page
};

class HtmlFilter {
 public:
  /// `html` and `parts` must outlive the filter; `html` also the parts.
  HtmlFilter(std::string_view html, HtmlParts& parts) : html_{html}, parts_{parts} {}

  /// Replaces `chunk` by the next few kilobytes of bare tags; false at the end. `open_elements` is
  /// how deep the parser stands now: past a limit, start tags are left out and their text stays.
  [[nodiscard]] bool next(std::string& chunk, std::size_t open_elements);

 private:
  void read_text(std::string& chunk);
  void read_markup(std::string& chunk, std::size_t open_elements);
  void read_start_tag(std::string& chunk, std::size_t open_elements);
  void read_end_tag(std::string& chunk, std::size_t open_elements);
  void add_text(std::string_view text, std::string& chunk);
  void add_attribute(Attr attr, std::string_view value);
  /// What a script may hold besides code.
  enum class Script { code, json_ld, markup };

  /// Reads up to and past '>', setting aside what is kept.
  Script read_attributes();
  [[nodiscard]] std::string_view read_name();
  [[nodiscard]] std::string_view read_value();
  void skip_past(std::string_view mark);
  /// Skips the content and end tag of element `index` of the skipped ones; false if it has no end.
  bool skip_element(std::size_t index, Script script);

  std::string_view html_;
  HtmlParts& parts_;
  std::size_t at_ = 0;
  std::size_t kept_ = 0;           ///< bytes handed on so far
  std::uint64_t search_work_ = 0;  ///< open elements the parser may have walked for end tags so far
  std::uint32_t unclosed_ = 0;     ///< bit per skipped element that has no end tag further on
};

}  // namespace pantau
