// One JSON object a line (jsonlines.org; README, "Feeding JSONL"): each line is a record, whatever
// is in it. Tested by tests/indexer/crawl/open_input_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/crawl/payload.h"
#include "indexer/crawl/raw_page.h"

namespace pantau {

class JsonlReader : public CrawlReader {
 public:
  /// `max_bytes` is the longest line that makes a page.
  JsonlReader(Payload payload, std::string file, std::size_t max_bytes);

  [[nodiscard]] std::optional<CrawlRecord> next() override;
  [[nodiscard]] Position position() const override { return payload_.position(); }

 private:
  std::optional<CrawlRecord> take_line(std::size_t size);
  std::optional<CrawlRecord> leave_run();
  CrawlRecord skip_long_line();
  bool skip_line();

  Payload payload_;
  std::string file_;
  std::size_t max_bytes_;
  bool is_torn_ = false;  // the next line may be the rest of one
  bool is_over_ = false;
};

}  // namespace pantau
