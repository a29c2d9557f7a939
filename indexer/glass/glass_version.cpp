#include "indexer/glass/glass_version.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "indexer/glass/glass_pack.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

// Magic and date of the format | 16 random bytes | revision | for each table where its root is:
// block, level and flags, entries, size of blocks / 2048, from which size on tags are deflated,
// length and bytes of what is free | counts.
constexpr std::string_view magic = "\x0F\x0DXapian Glass\x04\x6E"sv;
constexpr std::size_t unique_bytes = 16;
constexpr std::uint32_t revision = 1;
constexpr std::uint32_t sequential = 2, without_blocks = 1;

constexpr std::array<const char*, glass_tables> names = {"postlist", "docdata",  "termlist",
                                                         "position", "spelling", "synonym"};

/// Postings and positions are never deflated.
constexpr std::array<std::size_t, glass_tables> deflated_from = {
    0, min_deflated_bytes, min_deflated_bytes, 0, min_deflated_bytes, min_deflated_bytes};

void append_root(std::string& out, const GlassRoot& root, std::size_t min_deflated) {
  append_number(out, root.block);
  append_number(out, root.level << 2U | sequential | (root.blocks == 0 ? without_blocks : 0));
  append_number(out, root.entries);
  append_number(out, glass_block_size / 2048);
  append_number(out, min_deflated);
  std::string free;
  if (root.blocks > 0) {
    append_number(free, revision);
    append_number(free, root.blocks);
    free.append(4, '\0');  // no list of free blocks
  }
  append_number(out, free.size());
  out += free;
}

/// Takes numbers from the start of what is left of a version.
class NumberReader {
 public:
  NumberReader(std::string_view text, const fs::path& database)
      : text_{text}, database_{database} {}

  std::uint64_t operator()() {
    std::uint64_t number = 0;
    if (!take_number(text_, number)) fail_index(database_, "its version is damaged");
    return number;
  }

  void skip(std::uint64_t bytes) { text_.remove_prefix(std::min(bytes, text_.size())); }

 private:
  std::string_view text_;
  const fs::path& database_;
};

GlassRoot read_root(NumberReader& next, const fs::path& database) {
  GlassRoot root;
  root.block = static_cast<std::uint32_t>(next());
  const std::uint64_t level_and_flags = next();
  root.level = static_cast<std::uint32_t>(level_and_flags >> 2U);
  root.entries = next();
  root.blocks = (level_and_flags & without_blocks) == 0 ? 1 : 0;  // more are not looked for
  if (next() != glass_block_size / 2048) fail_index(database, "has blocks of another size");
  next();
  next.skip(next());
  return root;
}

}  // namespace

fs::path glass_table_path(const fs::path& database, GlassTable table) {
  return database / (std::string{names[static_cast<std::size_t>(table)]} + ".glass");
}

void write_glass_version(const fs::path& database, const GlassVersion& version) {
  std::string out{magic};
  std::random_device random;
  for (std::size_t i = 0; i < unique_bytes; ++i) out += static_cast<char>(random());
  append_number(out, revision);
  for (std::size_t i = 0; i < glass_tables; ++i)
    append_root(out, version.roots[i], deflated_from[i]);
  append_number(out, version.documents);
  append_number(out, version.last_document - version.documents);
  append_number(out, version.min_length);
  append_number(out, version.max_wdf);
  append_number(out, version.max_length - version.max_wdf);
  append_number(out, 0);  // change sets
  append_number(out, version.length_sum);
  append_number(out, 0);  // spellings
  std::ofstream file{database / "iamglass", std::ios::binary};
  file.write(out.data(), static_cast<std::streamsize>(out.size()));
  file.close();
  if (!file) fail_index(database, "its version cannot be written");
}

GlassVersion read_glass_version(const fs::path& database) {
  std::ifstream file{database / "iamglass", std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  if (!file) fail_index(database, "its version cannot be read");
  if (!text.starts_with(magic) || text.size() < magic.size() + unique_bytes)
    fail_index(database, "is no database of this format");
  NumberReader next{std::string_view{text}.substr(magic.size() + unique_bytes), database};
  next();  // revision
  GlassVersion version;
  for (GlassRoot& root : version.roots) root = read_root(next, database);
  version.documents = next();
  version.last_document = version.documents + next();
  version.min_length = next();
  version.max_wdf = next();
  version.max_length = version.max_wdf + next();
  next();
  version.length_sum = next();
  return version;
}

}  // namespace pantau
