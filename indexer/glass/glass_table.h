// Writes one table of a glass database, Xapian 1.4's B-tree of keys and tags, from entries that
// come in order: block after block, each full, every block once. Xapian reads and changes it like
// its own. Tested by tests/indexer/segment_test.cpp.
//
// A block of 8,192 bytes, numbers high byte first (xapian-core/backends/glass/glass_table.h):
//   4 revision | 1 level, 0 for leaves | 2 free in the middle | 2 free in all | 2 end of directory
//   | 2 for each item: where it begins | free | items, the first at the end
// An item of a leaf; a long tag has several, numbered from 2 on after the key:
//   2 size - 3, bit 15: deflated, 14: the tag's last, 13: its first | 1 length of key | key
//   | 2 number, unless the first | bytes of the tag
// An item of a branch; the first key of a block is left empty, and so is the first of a table:
//   4 block below | 1 length of key | key | 2 number of the item it parts from those before
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

inline constexpr std::uint32_t glass_block_size = 8'192;
inline constexpr std::uint32_t glass_directory_start = 11;
inline constexpr std::uint32_t glass_entry_bytes = 2;  ///< of the directory

/// Bits of the two-byte size field of a leaf item.
inline constexpr std::uint32_t glass_deflated_flag = 0x8000, glass_last_flag = 0x4000,
                               glass_first_flag = 0x2000, glass_size_mask = 0x1FFF;

/// A key that is longer, zero bytes doubled, cannot be stored.
inline constexpr std::size_t max_glass_key_bytes = 255;

/// What the version file says of a table.
struct GlassRoot {
  std::uint32_t block = 0;
  std::uint32_t level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  ///< in the file
};

/// Owns a new file. Throws Error{index} when writing fails.
class GlassTableWriter {
 public:
  explicit GlassTableWriter(std::filesystem::path path);
  ~GlassTableWriter();
  GlassTableWriter(const GlassTableWriter&) = delete;
  GlassTableWriter& operator=(const GlassTableWriter&) = delete;

  /// `key` is greater than all before it. `deflated`: `tag` is a raw deflate stream of the tag.
  void add(std::string_view key, std::string_view tag, bool deflated = false);

  /// Once, at the end.
  [[nodiscard]] GlassRoot finish();

 private:
  /// A block that is being filled.
  struct Block {
    std::string bytes = std::string(glass_block_size, '\0');
    std::uint32_t directory_end, items_begin;
    std::string first_key;           ///< of a branch: what its first item would have
    std::uint32_t first_number = 0;  ///< likewise

    Block() { clear(); }
    void clear();
    [[nodiscard]] bool is_empty() const;
    [[nodiscard]] std::uint32_t room() const { return items_begin - directory_end; }
    char* add_item(std::uint32_t size);
  };

  void add_part(std::string_view key, std::string_view part, std::uint32_t number,
                std::uint32_t flags);
  void end_leaf(std::string_view next_key, std::uint32_t next_number);
  void add_branch(std::size_t level, std::string_view key, std::uint32_t number,
                  std::uint32_t below);
  std::uint32_t write_block(Block& block, std::size_t level);
  void flush();

  std::filesystem::path path_;
  int descriptor_;
  std::string waiting_;         ///< whole blocks not written yet
  std::vector<Block> levels_;   ///< the leaf and the branches above it, all being filled
  std::string last_key_;        ///< of the last item
  std::string next_separator_;  ///< what parts the leaf from the one before
  std::uint32_t next_separator_number_ = 0;
  std::uint32_t blocks_ = 0;
  std::uint64_t entries_ = 0;
};

}  // namespace pantau
