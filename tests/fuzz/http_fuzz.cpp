// Fuzzes HTTP responses: status lines, chunks, content codings, media types.
#include "indexer/crawl/content_coding.h"
#include "tests/fuzz/read_everything.h"

// NOLINTNEXTLINE: libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pantau;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  RawPage page;
  page.kind = PageKind::http;
  page.bytes = bytes;
  expect_good_page(decode_page(page, fuzzed_max_bytes));
  for (const std::string_view codings : {"gzip", "deflate", "br", "zstd", "gzip, br"}) {
    const Decoded decoded =
        undo_content_codings(codings, std::string{bytes}, fuzzed_max_bytes + size);
    expect(decoded.bytes.size() <= fuzzed_max_bytes + size);
  }
  return 0;
}
