#include "indexer/crawl/input_window.h"

#include <algorithm>
#include <cstring>

namespace pantau {
namespace {

/// What is kept of the past, what need() may ask for, and as much again, so that moving bytes stays
/// cheap.
constexpr std::size_t buffer_bytes = 4 * InputWindow::max_need;

/// The first bytes tell the container, and a run that goes on in the middle needs no more of them.
constexpr std::size_t first_read_bytes = 4096;

}  // namespace

bool InputWindow::fill() {
  if (at_end_) return false;
  const bool is_first = !buffer_;
  if (is_first) buffer_ = std::make_unique_for_overwrite<char[]>(buffer_bytes);
  if (buffer_bytes - end_ < max_need) {
    const std::size_t drop = begin_ > max_need ? begin_ - max_need : 0;
    std::memmove(buffer_.get(), buffer_.get() + drop, end_ - drop);
    buffer_offset_ += drop;
    begin_ -= drop;
    end_ -= drop;
  }
  const std::size_t got =
      source_->read(buffer_.get() + end_, is_first ? first_read_bytes : buffer_bytes - end_);
  end_ += got;
  at_end_ = got == 0;
  return got != 0;
}

bool InputWindow::need(std::size_t size) {
  while (end_ - begin_ < size)
    if (!fill()) return false;
  return true;
}

void InputWindow::rewind(std::uint64_t offset) {
  begin_ = offset > buffer_offset_
               ? std::min(end_, static_cast<std::size_t>(offset - buffer_offset_))
               : 0;
}

void InputWindow::seek(std::uint64_t offset) {
  source_->seek(offset);
  begin_ = end_ = 0;
  buffer_offset_ = offset;
  at_end_ = false;
}

}  // namespace pantau
