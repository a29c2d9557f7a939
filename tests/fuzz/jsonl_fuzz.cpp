// Fuzzes JSON lines, and telling what an input is.
#include "tests/fuzz/read_everything.h"

// NOLINTNEXTLINE: libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pantau;
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  read_everything(bytes, InputFormat::jsonl);
  read_everything(bytes, InputFormat::automatic);
  return 0;
}
