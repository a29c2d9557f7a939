// How numbers, terms and positions lie in Xapian 1.4's glass tables, byte by byte: what
// indexer/glass/glass_database.h writes and Xapian reads. Tested by
// tests/indexer/segment_test.cpp, which lets Xapian read it, and tests/indexer/glass_pack_test.cpp.
//
//   number      seven bits a byte, low ones first, the top bit set on all but the last
//               (xapian-core/common/pack.h, pack_uint)
//   sortable    two bytes, high first, below 0x8000; above, as many ones as there are bytes more,
//               a zero, and the number, high bits first (pack_uint_preserving_sort)
//   term        its bytes, each zero as 00 FF, and 00 at the end unless it ends the key
//               (pack_string_preserving_sort)
//   positions   the last one as a number; if there are more, bits: the first out of last, how many
//               lie between out of what fits, and those by interpolative coding
//               (glass_positionlist.cc, bitstream.cc)
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pantau {

inline void append_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) out += static_cast<char>((number & 0x7FU) | 0x80U);
  out += static_cast<char>(number);
}

/// Takes a number from the start of `in`; false if there is none.
[[nodiscard]] inline bool take_number(std::string_view& in, std::uint64_t& number) {
  number = 0;
  for (unsigned shift = 0; shift < 64 && !in.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

void append_sortable(std::string& out, std::uint32_t number);

/// Takes a number that append_sortable wrote off the front of `in`; false if there is none.
[[nodiscard]] bool take_sortable(std::string_view& in, std::uint32_t& number);

void append_term_key(std::string& out, std::string_view term, bool ends_key);

/// `positions` ascend and are not empty.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace pantau
