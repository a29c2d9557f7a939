// Bytes of an input, read once from front to back. Tested by
// tests/indexer/crawl/open_input_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <istream>

namespace pantau {

class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  /// Reads at most `size` bytes to `to`; 0 only at the end. Throws Error{input} if reading fails.
  [[nodiscard]] virtual std::size_t read(char* to, std::size_t size) = 0;

  /// Goes on at byte `offset` of the input, which is no earlier than what was read so far, unless
  /// the source is a file. Past the end means at the end.
  virtual void seek(std::uint64_t offset) = 0;
};

/// A stream that someone else owns and keeps open.
class StreamSource : public ByteSource {
 public:
  explicit StreamSource(std::istream& stream) : stream_{stream} {}
  [[nodiscard]] std::size_t read(char* to, std::size_t size) override;
  void seek(std::uint64_t offset) override;

 private:
  std::istream& stream_;
  std::uint64_t offset_ = 0;
};

/// A file; owns its descriptor. Throws Error{input} if it cannot be opened or is a folder.
class FileSource : public ByteSource {
 public:
  explicit FileSource(const std::filesystem::path& path);
  ~FileSource() override;
  [[nodiscard]] std::size_t read(char* to, std::size_t size) override;
  void seek(std::uint64_t offset) override;

 private:
  std::filesystem::path path_;
  int descriptor_;
};

}  // namespace pantau
