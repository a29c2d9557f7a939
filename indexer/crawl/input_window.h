// The part of an input that is in memory: what lies ahead, and a little of what lies behind, so
// that a container can look again where it went wrong. Tested by
// tests/indexer/crawl/damage_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "indexer/crawl/byte_source.h"

namespace pantau {

class InputWindow {
 public:
  explicit InputWindow(std::unique_ptr<ByteSource> source) : source_{std::move(source)} {}

  /// Bytes not yet skipped that are in memory. Valid until the next fill(), need() or seek().
  [[nodiscard]] std::string_view ahead() const { return {buffer_.get() + begin_, end_ - begin_}; }

  /// Reads more; false at the end of the input.
  bool fill();

  /// Reads until ahead() has `size` bytes; false if the input has fewer. `size` <= max_need.
  bool need(std::size_t size);
  static constexpr std::size_t max_need = std::size_t{256} * 1024;

  void skip(std::size_t size) { begin_ += size; }

  /// Offset in the input of the first byte of ahead().
  [[nodiscard]] std::uint64_t offset() const { return buffer_offset_ + begin_; }

  /// Goes back to `offset`, or as near to it as the window reaches: at least max_need bytes.
  void rewind(std::uint64_t offset);

  /// Forgets everything and goes on at `offset` (ByteSource::seek).
  void seek(std::uint64_t offset);

 private:
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<char[]> buffer_;
  std::size_t begin_ = 0;  // of what lies ahead
  std::size_t end_ = 0;    // of what was read
  std::uint64_t buffer_offset_ = 0;
  bool at_end_ = false;
};

}  // namespace pantau
