// Fuzzes WARC and ARC: heads, lengths, and finding the next record. The first byte chooses.
#include "tests/fuzz/read_everything.h"

// NOLINTNEXTLINE: libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pantau;
  if (size == 0) return 0;
  const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
  read_everything(bytes, data[0] == 'A' ? InputFormat::arc : InputFormat::warc);
  return 0;
}
