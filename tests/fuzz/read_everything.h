// What every fuzz target over inputs does: read all records, decode all pages, and hold both to
// what their headers promise. A promise that is broken aborts, which libFuzzer reports.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "common/utf8.h"
#include "indexer/crawl/decode_page.h"
#include "indexer/crawl/open_input.h"

namespace pantau {

/// Small, so that small inputs reach what happens beyond it.
inline constexpr std::size_t fuzzed_max_bytes = 4096;

inline void expect(bool promise) {
  if (!promise) std::abort();
}

inline void expect_good_page(const CrawlRecord& record) {
  const auto* page = std::get_if<RawPage>(&record);
  if (page == nullptr) return;
  expect(page->kind != PageKind::http && page->kind != PageKind::undecided);
  expect(!page->bytes.empty() && is_valid_utf8(page->bytes) && is_valid_utf8(page->url));
}

inline void read_everything(std::string_view bytes, InputFormat format) {
  std::istringstream stream{std::string{bytes}};
  CrawlOptions options;
  options.format = format;
  options.max_record_bytes = fuzzed_max_bytes;
  const auto reader = open_input(std::make_unique<StreamSource>(stream), "fuzz", options).reader;
  Position before = reader->position();
  std::uint64_t offset = 0;
  while (std::optional<CrawlRecord> record = reader->next()) {
    const Position here = reader->position();
    expect(here.input >= before.input && here.payload >= before.payload);
    expect(here.input <= bytes.size());
    before = here;
    auto* page = std::get_if<RawPage>(&*record);
    if (page == nullptr) continue;
    expect(page->bytes.size() <= fuzzed_max_bytes && page->origin.offset >= offset);
    offset = page->origin.offset;
    expect_good_page(decode_page(std::move(*page), fuzzed_max_bytes));
  }
  expect(!reader->next().has_value());
}

}  // namespace pantau
