// Bytes in any charset the web uses, to UTF-8. Entrance: to_utf8.
// Tested by tests/indexer/crawl/charset_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// `bytes` as valid UTF-8. The charset is told by a byte order mark, else by `declared` (a label of
/// the WHATWG Encoding Standard, section 4.2, from HTTP, or ""), else by a meta element or an XML
/// declaration near the start, else by detection. What is plainly UTF-8 stays so whatever Latin
/// charset was declared. Undecodable bytes become U+FFFD. Safe to call from several threads.
[[nodiscard]] std::string to_utf8(std::string_view bytes, std::string_view declared);

/// ICU's name of the charset that `label` stands for on the web: "windows-1252" for "ISO-8859-1".
/// Empty if there is none.
[[nodiscard]] std::string find_converter(std::string_view label);

/// Is it UTF-16 or UTF-32, which looks binary: by a byte order mark, or by its zeros?
[[nodiscard]] bool is_wide_unicode(std::string_view bytes);

}  // namespace pantau
