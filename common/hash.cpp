#include "common/hash.h"

namespace pantau {

std::string to_hex(std::uint64_t number) {
  std::string out(16, '0');
  for (auto digit = out.rbegin(); digit != out.rend(); ++digit, number >>= 4U)
    *digit = "0123456789abcdef"[number & 0xFU];
  return out;
}

}  // namespace pantau
