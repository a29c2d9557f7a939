// Fuzzes charsets: the first line is the declared label, the rest the bytes of a page.
#include "indexer/crawl/charset.h"

#include <algorithm>

#include "tests/fuzz/read_everything.h"

// NOLINTNEXTLINE: libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pantau;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  const std::string_view page = bytes.substr(std::min(line + 1, bytes.size()));
  expect(is_valid_utf8(to_utf8(page, bytes.substr(0, line))));
  expect(is_valid_utf8(to_utf8(page, "")));
  return 0;
}
