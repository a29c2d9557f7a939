// The lines `name: value` that start WARC records and HTTP messages. Tested by
// tests/indexer/crawl/decode_page_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pantau {

/// Length of `bytes` up to and including the first empty line (CRLF or LF), or npos if there is
/// none. Nothing before `from` is looked at again.
[[nodiscard]] std::size_t find_head_end(std::string_view bytes, std::size_t from = 0);

class HeaderFields {
 public:
  /// Reads lines up to the first empty one. Folded lines are joined (RFC 9112, section 5.2; ISO
  /// 28500, section 4), lines without a colon are passed over. What is not UTF-8 is replaced.
  explicit HeaderFields(std::string_view lines);

  /// The value of the first field of that name in any case, or "".
  [[nodiscard]] std::string_view find(std::string_view name) const;

  /// The values of all fields of that name joined with ", " (RFC 9110, section 5.3), or "".
  [[nodiscard]] std::string join(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// "text/html" of "Text/HTML; charset=utf-8" (RFC 9110, section 8.3.1), in lower case.
[[nodiscard]] std::string media_type(std::string_view content_type);

/// The charset parameter of a content type, unquoted, or "".
[[nodiscard]] std::string charset_parameter(std::string_view content_type);

}  // namespace pantau
