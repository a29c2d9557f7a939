// Reads the binary images that are compiled into the programs: the entities and the lexicon. Every
// read is checked, so a damaged image is an error and never a read outside of it. Tested by
// tests/common/image_reader_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pantau {

/// A view of an image: numbers are little-endian, a string is a byte that says its length and as
/// many bytes. Every function throws Error{input}, with the image's name, where a place or a value
/// is not one of it.
class ImageReader {
 public:
  /// An image begins with its `magic` and, in 4 bytes, its size. `name` is for messages; the views
  /// must outlive this.
  ImageReader(std::string_view bytes, std::string_view magic, std::size_t head_bytes,
              std::string_view name);

  [[nodiscard]] std::uint32_t u16(std::size_t offset) const { return number(offset, 2); }
  [[nodiscard]] std::uint32_t u32(std::size_t offset) const { return number(offset, 4); }
  [[nodiscard]] std::string_view text(std::size_t offset) const;

  /// That `count` things of `size` bytes each lie at `offset`.
  void check(std::size_t offset, std::size_t count, std::size_t size) const {
    if (offset > bytes_.size() || count > (bytes_.size() - offset) / size)
      fail("it names a place outside of it");
  }

  /// The row of `wanted` among `rows`, whose keys `key(row)` are sorted by their bytes; `rows` if
  /// it is not there.
  template <typename Key>
  [[nodiscard]] static std::size_t find(std::size_t rows, std::string_view wanted, const Key& key) {
    std::size_t begin = 0, end = rows;
    while (begin < end) {
      const std::size_t middle = begin + (end - begin) / 2;
      if (key(middle) < wanted)
        begin = middle + 1;
      else
        end = middle;
    }
    return begin < rows && key(begin) == wanted ? begin : rows;
  }

  [[noreturn]] void fail(std::string_view why) const;

 private:
  [[nodiscard]] std::uint32_t number(std::size_t offset, std::size_t width) const {
    check(offset, width, 1);
    std::uint32_t number = 0;
    for (std::size_t i = width; i-- > 0;)
      number = number << 8U | static_cast<unsigned char>(bytes_[offset + i]);
    return number;
  }

  std::string_view bytes_, name_;
};

}  // namespace pantau
