// Numbers are taken as they were written; segment_test.cpp has what Xapian reads.
#include "indexer/glass/glass_pack.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a number is taken as it was written, and not from a part of it") {
  for (const std::uint64_t number :
       {0ULL, 1ULL, 127ULL, 128ULL, 300ULL, 1ULL << 32U, 1ULL << 63U, ~0ULL}) {
    CAPTURE(number);
    std::string bytes;
    append_number(bytes, number);
    std::uint64_t taken = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      std::string_view part = std::string_view{bytes}.substr(0, size);
      CHECK_FALSE(take_number(part, taken));
    }
    std::string_view rest = bytes += "x";
    CHECK(take_number(rest, taken));
    CHECK(taken == number);
    CHECK(rest == "x");
  }
}

TEST_CASE("a sortable number is taken as it was written, and not from a part of it") {
  for (const std::uint32_t number :
       {0U, 1U, 0x7FFFU, 0x8000U, 0x3FFFFFU, 0x400000U, 0x1FFFFFFFU, 0x20000000U, 0xFFFFFFFFU}) {
    CAPTURE(number);
    std::string bytes;
    append_sortable(bytes, number);
    std::uint32_t taken = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      std::string_view part = std::string_view{bytes}.substr(0, size);
      CHECK_FALSE(take_sortable(part, taken));
    }
    std::string_view rest = bytes += "x";
    CHECK(take_sortable(rest, taken));
    CHECK(taken == number);
    CHECK(rest == "x");
  }
}

TEST_CASE("a sortable number larger than any document is none") {
  for (std::string_view bytes :
       {"\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", "\xF8\x01\x01\x01\x01\x01\x01"}) {
    std::uint32_t taken = 0;
    CHECK_FALSE(take_sortable(bytes, taken));
  }
}

}  // namespace pantau
