// Reads one table of a glass database from its first entry to its last, whoever wrote it. What its
// blocks look like is said in indexer/glass/glass_table.h. Tested by
// tests/indexer/segment_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/glass_table.h"

namespace pantau {

/// Owns an open file, which nobody changes meanwhile. Throws Error{index} where it is damaged.
class GlassTableReader {
 public:
  GlassTableReader(std::filesystem::path path, const GlassRoot& root);
  ~GlassTableReader();
  GlassTableReader(const GlassTableReader&) = delete;
  GlassTableReader& operator=(const GlassTableReader&) = delete;

  /// Goes to the next entry, at first to the first one; false after the last.
  bool next();

  /// Key and tag of the current entry; both are valid until the next is read.
  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::string_view tag() const { return tag_; }
  [[nodiscard]] bool is_deflated() const { return is_deflated_; }

  [[noreturn]] void fail_damaged() const;

 private:
  /// A block, and which of its items come next.
  struct Level {
    std::string bytes = std::string(glass_block_size, '\0');
    std::uint32_t next = 0, end = 0;
  };

  struct Item {
    const char* bytes;
    std::uint32_t room;  ///< to the end of the block
  };

  void load(std::size_t level, std::uint32_t block);
  bool load_next(std::size_t level);
  Item take_item(Level& level) const;
  bool next_part(std::uint32_t number, bool& is_last);

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::vector<Level> levels_;  ///< from leaf to root; none if the table has no blocks
  std::string key_, last_key_, parts_;
  std::string_view tag_;  ///< in parts_, or in the leaf if it has one part
  bool is_deflated_ = false;
};

}  // namespace pantau
