// A file that is one page: HTML of a mirror, a text dump, or an HTTP response saved whole. Also
// inputs with nothing to read. Tested by tests/indexer/crawl/open_input_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "indexer/crawl/payload.h"
#include "indexer/crawl/raw_page.h"

namespace pantau {

class PageFileReader : public CrawlReader {
 public:
  /// `kind` is html or text; a file that starts with a status line is an HTTP response all the
  /// same.
  PageFileReader(Payload payload, PageKind kind, std::string file, std::size_t max_bytes);

  [[nodiscard]] std::optional<CrawlRecord> next() override;

  /// A page that changed is another page as a whole.
  [[nodiscard]] Position position() const override { return {}; }

 private:
  std::optional<CrawlRecord> read_all();

  Payload payload_;
  PageKind kind_;
  std::string file_;
  std::size_t max_bytes_;
  bool is_over_ = false;
};

/// Gives `record`, then the end; its position stays the start of the input.
class SingleRecordReader : public CrawlReader {
 public:
  explicit SingleRecordReader(CrawlRecord record) : record_{std::move(record)} {}
  [[nodiscard]] std::optional<CrawlRecord> next() override {
    return std::exchange(record_, std::nullopt);
  }
  [[nodiscard]] Position position() const override { return {}; }

 private:
  std::optional<CrawlRecord> record_;
};

}  // namespace pantau
