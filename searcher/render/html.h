// HTML and XML out: literals of the program go in as they are, everything else is escaped, and
// there is no third way. Tested by tests/searcher/html_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pantau {

/// A piece of markup that is in the source of this program: it cannot be made at run time.
class Markup {
 public:
  consteval Markup(const char* literal) : text_{literal} {}  // NOLINT: meant to convert
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// `text` with &, <, >, " and ' as references, ill-formed UTF-8 as U+FFFD, and without what could
/// turn or hide its surroundings (plain_line). Right between tags and in quoted attributes, of HTML
/// and of XML.
[[nodiscard]] std::string escape_markup(std::string_view text);

/// The text that `markup` shows: references undone, tags left out.
[[nodiscard]] std::string unescape_markup(std::string_view markup);

/// A growing piece of HTML or XML that is always well escaped.
class Html {
 public:
  Html& operator<<(Markup literal) { return append(literal.text()); }
  Html& operator<<(const Html& piece) { return append(piece.out_); }
  Html& operator<<(std::uint64_t number) { return append(std::to_string(number)); }

  /// Escaped; named, so that text is never taken for markup by accident.
  Html& text(std::string_view raw) { return append(escape_markup(raw)); }

  [[nodiscard]] const std::string& str() const { return out_; }
  [[nodiscard]] bool empty() const { return out_.empty(); }

 private:
  Html& append(std::string_view piece) {
    out_ += piece;
    return *this;
  }

  std::string out_;
};

/// A piece of nothing but escaped text, between tags or in a quoted attribute.
[[nodiscard]] Html text_of(std::string_view raw);

}  // namespace pantau
