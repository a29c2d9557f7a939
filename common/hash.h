// Short names for bytes. They name things and protect nothing: who wants to can make two texts of
// one hash. Tested by tests/common/hash_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pantau {

/// FNV-1a, 64 bit (http://www.isthe.com/chongo/tech/comp/fnv/). With the `hash` of what comes
/// before, that of both together.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view bytes,
                                            std::uint64_t hash = 0xcbf29ce484222325U) {
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

/// Sixteen hexadecimal digits.
[[nodiscard]] std::string to_hex(std::uint64_t number);

}  // namespace pantau
