#include "indexer/index/input_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <vector>

#include <sys/stat.h>

#include "common/schema.h"

namespace pantau {
namespace {

/// A file that is rewritten differs here, as far as crawl files go: their heads name when they were
/// made, and what lies before the place where reading went on is another record.
constexpr std::uint64_t head_bytes = 4096;
constexpr std::uint64_t tail_bytes = std::uint64_t{64} << 10U;

constexpr std::int64_t nanoseconds = 1'000'000'000;

/// Hashes `size` bytes at `from`; false if they are not there.
bool hash_range(std::ifstream& file, std::uint64_t from, std::uint64_t size, std::uint64_t& hash) {
  std::vector<char> bytes(static_cast<std::size_t>(size));
  file.seekg(static_cast<std::streamoff>(from));
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!file) return false;
  hash = fnv1a({bytes.data(), bytes.size()}, hash);
  return true;
}

/// Takes the next word of `text` as a number.
template <typename Number>
bool take_number(std::string_view& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end == text.data() + text.size() || *end != ' ') return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return true;
}

}  // namespace

std::optional<FileFacts> facts_of(const std::filesystem::path& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return {};
  return FileFacts{static_cast<std::uint64_t>(found.st_size),
                   std::int64_t{found.st_mtim.tv_sec} * nanoseconds + found.st_mtim.tv_nsec};
}

std::string encode_input(const InputRecord& record) {
  std::string text;
  for (const std::uint64_t number :
       {record.facts.size, static_cast<std::uint64_t>(record.facts.modified), record.position.input,
        record.position.payload, std::uint64_t{record.finished}, record.flawed})
    text.append(std::to_string(number)) += ' ';
  return text.append(record.digest).append(" ").append(record.reading);
}

std::optional<InputRecord> decode_input(std::string_view text) {
  InputRecord record;
  std::uint64_t modified = 0;
  std::uint64_t finished = 0;
  for (std::uint64_t* number : {&record.facts.size, &modified, &record.position.input,
                                &record.position.payload, &finished, &record.flawed})
    if (!take_number(text, *number)) return {};
  record.facts.modified = static_cast<std::int64_t>(modified);
  record.finished = finished != 0;
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return {};
  record.digest = text.substr(0, space);
  record.reading = text.substr(space + 1);
  return record;
}

std::string digest_before(const std::filesystem::path& path, std::uint64_t end) {
  std::ifstream file{path, std::ios::binary};
  std::uint64_t hash = fnv1a("");
  const std::uint64_t tail = std::min(end, tail_bytes);
  if (!hash_range(file, 0, std::min(end, head_bytes), hash)) return {};
  if (!hash_range(file, end - tail, tail, hash)) return {};
  return to_hex(hash);
}

ReadingPlan plan_reading(const std::filesystem::path& path, const FileFacts& facts,
                         const std::optional<InputRecord>& known, std::string_view reading) {
  if (!known || known->reading != reading) return {};
  if (known->finished && known->facts == facts) return {ReadingPlan::Kind::unchanged, {}};
  const Position start = known->position;
  if (start == Position{} || start.input > facts.size || known->digest.empty() ||
      known->digest != digest_before(path, start.input))
    return {};
  if (known->finished && start.input == facts.size) return {ReadingPlan::Kind::unchanged, {}};
  return {ReadingPlan::Kind::go_on, start};
}

}  // namespace pantau
