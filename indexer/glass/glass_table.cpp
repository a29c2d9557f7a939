#include "indexer/glass/glass_table.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "indexer/index_error.h"

namespace pantau {
namespace {

constexpr std::uint32_t revision = 1;  ///< of all blocks: the first that is written

/// Xapian wants four items of any size in a block.
constexpr std::uint32_t max_item_bytes =
    (glass_block_size - glass_directory_start - 4 * glass_entry_bytes) / 4;

/// A long tag fills up the block it begins in, but not with less than this.
constexpr std::uint32_t min_part_bytes = 64;

/// Parts are numbered in two bytes.
constexpr std::uint32_t max_parts = 0xFFFE;

constexpr std::size_t write_bytes = std::size_t{64} * glass_block_size;

void put(char* at, std::uint32_t number, unsigned bytes) {
  for (unsigned i = bytes; i-- > 0; number >>= 8U) at[i] = static_cast<char>(number);
}

/// The shortest start of `key` that is greater than `before`; all of it if both are one key.
std::string_view separator(std::string_view before, std::string_view key) {
  const auto differ = std::mismatch(before.begin(), before.end(), key.begin(), key.end()).second;
  return key.substr(0, static_cast<std::size_t>(differ - key.begin()) + 1);
}

}  // namespace

void GlassTableWriter::Block::clear() {
  directory_end = glass_directory_start;
  items_begin = glass_block_size;
}

bool GlassTableWriter::Block::is_empty() const {
  return directory_end == glass_directory_start;
}

/// Room for the next item of `size` bytes.
char* GlassTableWriter::Block::add_item(std::uint32_t size) {
  items_begin -= size;
  put(&bytes[directory_end], items_begin, glass_entry_bytes);
  directory_end += glass_entry_bytes;
  return &bytes[items_begin];
}

GlassTableWriter::GlassTableWriter(std::filesystem::path path)
    : path_{std::move(path)},
      descriptor_{::open(path_.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0666)},
      levels_(1) {
  if (descriptor_ < 0) fail_index(path_, std::generic_category().message(errno));
  waiting_.reserve(write_bytes);
  add_part({}, {}, 1, glass_first_flag | glass_last_flag);  // every table begins with an empty key
}

GlassTableWriter::~GlassTableWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void GlassTableWriter::add(std::string_view key, std::string_view tag, bool deflated) {
  if (key.size() > max_glass_key_bytes) fail_index(path_, "a term is too long");
  ++entries_;
  const std::uint32_t compression = deflated ? glass_deflated_flag : 0;
  for (std::uint32_t number = 1, flags = glass_first_flag;; ++number, flags = 0) {
    const auto head = static_cast<std::uint32_t>(3 + key.size() + (number > 1 ? 2 : 0));
    const bool is_long = number > 1 || tag.size() > max_item_bytes - head;
    const std::size_t least =
        is_long ? std::min<std::size_t>(tag.size(), min_part_bytes) : tag.size();
    if (levels_[0].room() < glass_entry_bytes + head + least) end_leaf(key, number);
    const std::uint32_t most = std::min(levels_[0].room() - glass_entry_bytes, max_item_bytes);
    if (number > max_parts) fail_index(path_, "an article is too long");
    const std::string_view part = tag.substr(0, most - head);
    tag.remove_prefix(part.size());
    if (tag.empty()) flags |= glass_last_flag;
    add_part(key, part, number, flags | compression);
    if (tag.empty()) break;
  }
  last_key_ = key;
}

void GlassTableWriter::add_part(std::string_view key, std::string_view part, std::uint32_t number,
                                std::uint32_t flags) {
  const auto head = static_cast<std::uint32_t>(3 + key.size());
  const std::uint32_t numbered = number > 1 ? 2 : 0;
  const auto size = static_cast<std::uint32_t>(head + numbered + part.size());
  char* const item = levels_[0].add_item(size);
  put(item, (size - 3) | flags, 2);
  item[2] = static_cast<char>(key.size());
  key.copy(item + 3, key.size());
  if (numbered > 0) put(item + head, number, 2);
  part.copy(item + head + numbered, part.size());
}

void GlassTableWriter::end_leaf(std::string_view next_key, std::uint32_t next_number) {
  const std::uint32_t block = write_block(levels_[0], 0);
  add_branch(1, next_separator_, next_separator_number_, block);
  next_separator_ = next_number > 1 ? next_key : separator(last_key_, next_key);
  next_separator_number_ = next_number;
}

void GlassTableWriter::add_branch(std::size_t level, std::string_view key, std::uint32_t number,
                                  std::uint32_t below) {
  if (level == levels_.size()) levels_.emplace_back();
  if (levels_[level].room() < glass_entry_bytes + 7 + key.size()) {
    const std::string first = levels_[level].first_key;
    const std::uint32_t first_number = levels_[level].first_number;
    add_branch(level + 1, first, first_number, write_block(levels_[level], level));
  }
  Block& block = levels_[level];  // the vector may have grown
  if (block.is_empty()) {
    block.first_key = key;
    block.first_number = number;
    key = {};
    number = 0;
  }
  char* const item = block.add_item(static_cast<std::uint32_t>(7 + key.size()));
  put(item, below, 4);
  item[4] = static_cast<char>(key.size());
  key.copy(item + 5, key.size());
  put(item + 5 + key.size(), number, 2);
}

/// Gives its number and empties it.
std::uint32_t GlassTableWriter::write_block(Block& block, std::size_t level) {
  char* const head = block.bytes.data();
  put(head, revision, 4);
  put(head + 4, static_cast<std::uint32_t>(level), 1);
  put(head + 5, block.room(), 2);
  put(head + 7, block.room(), 2);
  put(head + 9, block.directory_end, 2);
  std::memset(head + block.directory_end, 0, block.room());
  waiting_ += block.bytes;
  if (waiting_.size() >= write_bytes) flush();
  block.clear();
  return blocks_++;
}

void GlassTableWriter::flush() {
  for (std::string_view left = waiting_; !left.empty();) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno != EINTR) fail_index(path_, std::generic_category().message(errno));
    if (written > 0) left.remove_prefix(static_cast<std::size_t>(written));
  }
  waiting_.clear();
}

GlassRoot GlassTableWriter::finish() {
  GlassRoot root;
  root.entries = entries_;
  root.block = write_block(levels_[0], 0);
  std::string key = next_separator_;
  std::uint32_t number = next_separator_number_;
  for (std::size_t level = 1; level < levels_.size(); ++level) {
    add_branch(level, key, number, root.block);
    key = levels_[level].first_key;
    number = levels_[level].first_number;
    root.block = write_block(levels_[level], level);
    root.level = static_cast<std::uint32_t>(level);
  }
  root.blocks = blocks_;
  flush();
  if (::close(std::exchange(descriptor_, -1)) != 0)
    fail_index(path_, std::generic_category().message(errno));
  return root;
}

}  // namespace pantau
