#include "indexer/glass/glass_table_reader.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "indexer/index_error.h"

namespace pantau {
namespace {

/// More levels than a tree can have: one of eight thousand million blocks has fewer. A damaged
/// version file could name any number.
constexpr std::uint32_t max_level = 10;

constexpr std::uint32_t branch_head_bytes = 5, leaf_head_bytes = 3;

std::uint32_t get(const char* at, unsigned bytes) {
  std::uint32_t number = 0;
  for (unsigned i = 0; i < bytes; ++i) number = number << 8U | static_cast<unsigned char>(at[i]);
  return number;
}

}  // namespace

GlassTableReader::GlassTableReader(std::filesystem::path path, const GlassRoot& root)
    : path_{std::move(path)} {
  if (root.blocks == 0) return;
  if (root.level > max_level) fail_damaged();
  descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) fail_index(path_, std::generic_category().message(errno));
  ::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_SEQUENTIAL);
  levels_.resize(root.level + 1);
  load(root.level, root.block);
}

GlassTableReader::~GlassTableReader() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void GlassTableReader::fail_damaged() const {
  fail_index(path_, "damaged; build the index anew with --rebuild");
}

void GlassTableReader::load(std::size_t level, std::uint32_t block) {
  Level& into = levels_[level];
  const ssize_t size = ::pread(descriptor_, into.bytes.data(), glass_block_size,
                               static_cast<off_t>(block) * glass_block_size);
  if (size < 0) fail_index(path_, std::generic_category().message(errno));
  into.next = glass_directory_start;
  into.end = get(&into.bytes[9], 2);
  if (size != glass_block_size || get(&into.bytes[4], 1) != level || into.end < into.next ||
      into.end > glass_block_size || (into.end - into.next) % glass_entry_bytes != 0)
    fail_damaged();
}

/// The block of `level` after the current one; false if that was the last.
bool GlassTableReader::load_next(std::size_t level) {
  if (level + 1 >= levels_.size()) return false;
  Level& above = levels_[level + 1];
  if (above.next == above.end && !load_next(level + 1)) return false;
  const Item item = take_item(above);
  if (item.room < branch_head_bytes) fail_damaged();
  load(level, get(item.bytes, 4));
  return true;
}

GlassTableReader::Item GlassTableReader::take_item(Level& level) const {
  if (level.next == level.end) fail_damaged();
  const std::uint32_t begin = get(&level.bytes[level.next], glass_entry_bytes);
  level.next += glass_entry_bytes;
  if (begin < level.end || begin >= glass_block_size) fail_damaged();
  return {&level.bytes[begin], glass_block_size - begin};
}

bool GlassTableReader::next() {
  if (levels_.empty()) return false;
  do {
    std::swap(key_, last_key_);
    bool is_last = false;
    for (std::uint32_t number = 1; !is_last; ++number)
      if (!next_part(number, is_last)) return false;
    if (!key_.empty() && key_ <= last_key_) fail_damaged();
  } while (key_.empty());  // every table begins so
  return true;
}

bool GlassTableReader::next_part(std::uint32_t number, bool& is_last) {
  Level& leaf = levels_[0];
  if (leaf.next == leaf.end && !load_next(0)) {
    if (number > 1) fail_damaged();
    return false;
  }
  const Item item = take_item(leaf);
  if (item.room < leaf_head_bytes) fail_damaged();
  const std::uint32_t size_and_flags = get(item.bytes, 2);
  const std::uint32_t size = (size_and_flags & glass_size_mask) + leaf_head_bytes;
  const std::uint32_t key_size = get(item.bytes + 2, 1);
  const std::uint32_t head = leaf_head_bytes + key_size + (number > 1 ? 2U : 0U);
  const bool is_first = (size_and_flags & glass_first_flag) != 0;
  if (size > item.room || head > size || is_first != (number == 1)) fail_damaged();
  const std::string_view key{item.bytes + leaf_head_bytes, key_size};
  const std::string_view part{item.bytes + head, size - head};
  is_last = (size_and_flags & glass_last_flag) != 0;
  if (number == 1) {
    key_ = key;
    is_deflated_ = (size_and_flags & glass_deflated_flag) != 0;
    tag_ = part;
    if (!is_last) parts_ = part;
    return true;
  }
  if (key != key_ || get(item.bytes + head - 2, 2) != number) fail_damaged();
  tag_ = parts_ += part;
  return true;
}

}  // namespace pantau
