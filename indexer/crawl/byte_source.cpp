#include "indexer/crawl/byte_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include "common/error.h"

namespace pantau {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& what) {
  throw Error{Error::Kind::input,
              path.string() + ": cannot " + what + ": " + std::generic_category().message(errno)};
}

}  // namespace

std::size_t StreamSource::read(char* to, std::size_t size) {
  stream_.read(to, static_cast<std::streamsize>(size));
  if (stream_.bad()) throw Error{Error::Kind::input, "standard input: cannot read it"};
  const auto got = static_cast<std::size_t>(stream_.gcount());
  offset_ += got;
  return got;
}

void StreamSource::seek(std::uint64_t offset) {
  if (offset < offset_) {
    stream_.clear();
    if (!stream_.seekg(static_cast<std::streamoff>(offset)))
      throw Error{Error::Kind::input, "standard input: cannot go back in it"};
    offset_ = offset;
  }
  std::array<char, 65536> unwanted{};
  while (offset_ < offset) {
    const auto step = std::min<std::uint64_t>(unwanted.size(), offset - offset_);
    if (read(unwanted.data(), static_cast<std::size_t>(step)) == 0) return;
  }
}

FileSource::FileSource(const std::filesystem::path& path)
    : path_{path}, descriptor_{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {
  if (descriptor_ < 0) fail(path_, "open it");
}

FileSource::~FileSource() {
  ::close(descriptor_);
}

std::size_t FileSource::read(char* to, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(descriptor_, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail(path_, "read it");
  }
}

void FileSource::seek(std::uint64_t offset) {
  if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0)
    fail(path_, "go on at byte " + std::to_string(offset));
}

}  // namespace pantau
