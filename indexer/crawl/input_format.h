// What an input is, told from its first bytes and never from its name. Entrance: sniff_format.
// Tested by tests/indexer/crawl/open_input_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pantau {

enum class InputFormat {
  automatic,  ///< told from the content
  warc,       ///< ISO 28500, any version
  arc,        ///< the Internet Archive's ARC file format, version 1 or 2
  wet,        ///< Common Crawl's extracted text: WARC conversion records, read as WARC
  html,       ///< the file is one page
  text,       ///< the file is one page without its tags
  jsonl,      ///< one JSON object a line (jsonlines.org)
};
inline constexpr InputFormat last_input_format = InputFormat::jsonl;

/// How much of an input sniff_format() wants to see: enough for a long licence comment before a
/// script.
inline constexpr std::size_t sniffed_bytes = std::size_t{64} * 1024;

/// What an input that starts with `head` is. `format` is automatic when it is nothing to read, and
/// `kind` then says what it looks like: "binary", "code", "xml", "image/png".
struct Sniffed {
  InputFormat format = InputFormat::automatic;
  std::string kind;
};
[[nodiscard]] Sniffed sniff_format(std::string_view head);

/// The name of the packing that `kind` stands for, "bzip2" for "application/x-bzip2", or "" if it
/// is none. These are told so that a person can unpack them; nothing here does.
[[nodiscard]] std::string_view packing_name(std::string_view kind);

/// The format of a page's body whose type nobody declared: html, text, or automatic.
[[nodiscard]] Sniffed sniff_page(std::string_view head);

}  // namespace pantau
