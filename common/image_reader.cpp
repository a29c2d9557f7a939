#include "common/image_reader.h"

#include <string>

#include "common/error.h"

namespace pantau {

ImageReader::ImageReader(std::string_view bytes, std::string_view magic, std::size_t head_bytes,
                         std::string_view name)
    : bytes_{bytes}, name_{name} {
  if (!bytes.starts_with(magic) || bytes.size() < head_bytes) fail("it is no such image");
  if (u32(magic.size()) != bytes.size()) fail("it is cut off");
}

std::string_view ImageReader::text(std::size_t offset) const {
  const std::size_t length = number(offset, 1);
  check(offset + 1, length, 1);
  return bytes_.substr(offset + 1, length);
}

void ImageReader::fail(std::string_view why) const {
  throw Error{Error::Kind::input,
              "the compiled " + std::string{name_} + " is damaged: " + std::string{why}};
}

}  // namespace pantau
