// What the heads of records look like in each format that states lengths. RecordReader does the
// rest. Tested by tests/indexer/crawl/{warc,arc}_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/crawl/raw_page.h"

namespace pantau {

struct RecordHead {
  std::optional<std::uint64_t> length;  ///< of the block, as the head says it
  std::string skip;                     ///< why the record makes no page, or ""
  RawPage page;                         ///< without bytes and origin
};

class RecordSyntax {
 public:
  RecordSyntax() = default;
  virtual ~RecordSyntax() = default;
  RecordSyntax(const RecordSyntax&) = delete;
  RecordSyntax& operator=(const RecordSyntax&) = delete;

  /// How many bytes starts_record() needs to see.
  [[nodiscard]] virtual std::size_t lookahead() const = 0;

  /// Whether a record starts at the front of `bytes`, where one is expected.
  [[nodiscard]] virtual bool starts_record(std::string_view bytes) const = 0;

  /// The first place after a line end, itself not before `from`, where a record starts beyond
  /// doubt; or npos.
  [[nodiscard]] virtual std::size_t find_record(std::string_view bytes, std::size_t from) const = 0;

  /// The size of the head at the front of `bytes`, or npos if its end is not among them. Nothing
  /// before `from` needs to be looked at again.
  [[nodiscard]] virtual std::size_t find_head_end(std::string_view bytes,
                                                  std::size_t from) const = 0;

  [[nodiscard]] virtual RecordHead parse_head(std::string_view head) const = 0;

  /// What writers put after each block.
  [[nodiscard]] virtual std::string_view trailer() const = 0;
};

/// "scheme-dns" for the URL of a record that tells about the crawl and is no page of the web, or
/// "". Crawlers keep the answers of name servers, their own logs and screenshots this way.
[[nodiscard]] std::string side_record_kind(std::string_view url);

/// WARC (ISO 28500) in all its versions, WET included.
[[nodiscard]] std::unique_ptr<RecordSyntax> make_warc_syntax();

/// ARC, version 1 and 2 (Burner and Kahle, "Arc File Format", Internet Archive 1996).
[[nodiscard]] std::unique_ptr<RecordSyntax> make_arc_syntax();

}  // namespace pantau
