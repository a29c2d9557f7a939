// Records that state their length, one after another: WARC and ARC. Finds where each ends although
// the length may be wrong, the file damaged or the record huge. What a record's head looks like is
// told by a RecordSyntax. Tested by tests/indexer/crawl/{warc,arc,damage}_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/crawl/payload.h"
#include "indexer/crawl/raw_page.h"
#include "indexer/crawl/record_syntax.h"

namespace pantau {

class RecordReader : public CrawlReader {
 public:
  /// `max_bytes` is the longest block that makes a page.
  RecordReader(Payload payload, std::unique_ptr<RecordSyntax> syntax, std::string file,
               std::size_t max_bytes);

  [[nodiscard]] std::optional<CrawlRecord> next() override;
  [[nodiscard]] Position position() const override { return payload_.position(); }

 private:
  struct Extent {
    enum class Kind { whole, mended, damaged, cut, too_large };
    Kind kind;
    std::size_t end = 0;  // of the block, from the start of the record
  };

  void skip_blank();
  bool grow();
  bool grow_to(std::size_t size);
  bool record_runs_on();
  [[nodiscard]] bool is_run_torn() const;
  CrawlRecord read_record();
  CrawlRecord finish_record(RecordHead head, std::size_t head_size, Extent extent);
  CrawlRecord skip_large_record(RecordHead head, std::size_t head_size);
  CrawlRecord skip_to_record(std::string_view what);
  void skip_block(std::uint64_t size);
  std::size_t read_head();
  Extent measure_block(std::size_t head_size, std::optional<std::uint64_t> length);
  Extent check_end(std::size_t head_size, std::size_t end);
  Extent search_end(std::size_t head_size, bool may_be_cut);
  std::optional<CrawlRecord> leave_run();

  Payload payload_;
  std::unique_ptr<RecordSyntax> syntax_;
  std::string file_;
  std::size_t max_bytes_;
  std::uint64_t start_ = 0;             // of the record being read
  std::optional<CrawlRecord> pending_;  // to be given before the next record is read
  bool is_over_ = false;
};

}  // namespace pantau
