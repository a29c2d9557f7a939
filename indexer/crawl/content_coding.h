// Content codings of HTTP bodies: gzip, deflate, br, zstd, and any of them once more.
// Tested by tests/indexer/crawl/decode_page_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pantau {

struct Decoded {
  std::string bytes;
  bool is_complete = true;    ///< false: the rest of the body could not be decoded
  bool is_too_large = false;  ///< it would have been longer than asked for; `bytes` is the start
};

/// `body` with the codings of a Content-Encoding field undone (RFC 9110, section 8.4), last one
/// first. What is declared but not true is left alone; gzip and zstd are undone even where nobody
/// declares them.
[[nodiscard]] Decoded undo_content_codings(std::string_view content_encoding, std::string body,
                                           std::size_t max_bytes);

}  // namespace pantau
