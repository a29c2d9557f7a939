#include "common/image_reader.h"

#include <array>
#include <string>

#include <doctest/doctest.h>

#include "common/error.h"

namespace pantau {
namespace {

using namespace std::string_view_literals;

// 8: a number of two bytes, 10: a string of three, 14: a string that claims more than there is.
constexpr std::string_view bytes =
    "TEST\x10\0\0\0\x01\x02\x03"
    "abc\x05x"sv;

}  // namespace

TEST_CASE("an image gives its numbers and strings") {
  const ImageReader image{bytes, "TEST", 8, "table"};
  CHECK(image.u32(4) == bytes.size());
  CHECK(image.u16(8) == 0x0201);
  CHECK(image.text(10) == "abc");
}

TEST_CASE("what lies outside of an image is an error, however large its place") {
  const ImageReader image{bytes, "TEST", 8, "table"};
  CHECK_THROWS_WITH_AS((void)image.text(14), doctest::Contains("compiled table is damaged"), Error);
  CHECK_THROWS_AS((void)image.u32(13), Error);
  CHECK_THROWS_AS((void)image.u16(SIZE_MAX), Error);
  CHECK_THROWS_AS((void)image.text(SIZE_MAX), Error);
  CHECK_THROWS_AS(image.check(8, SIZE_MAX / 8, 16), Error);
}

TEST_CASE("bytes of another kind or another size are no image") {
  CHECK_THROWS_AS((ImageReader{bytes, "LEXI", 8, "table"}), Error);
  CHECK_THROWS_AS((ImageReader{bytes.substr(0, 15), "TEST", 8, "table"}), Error);
  CHECK_THROWS_AS((ImageReader{bytes.substr(0, 5), "TEST", 8, "table"}), Error);
}

TEST_CASE("a row is found among sorted ones, or the number of rows says that it is not there") {
  constexpr std::array<std::string_view, 3> rows{"bank", "data", "pajak"};
  const auto key = [&](std::size_t row) { return rows.at(row); };
  for (std::size_t i = 0; i < rows.size(); ++i)
    CHECK(ImageReader::find(rows.size(), rows.at(i), key) == i);
  for (const std::string_view other : {"a", "c", "z", ""})
    CHECK(ImageReader::find(rows.size(), other, key) == rows.size());
}

}  // namespace pantau
