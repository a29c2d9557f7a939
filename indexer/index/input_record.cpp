#include "indexer/index/input_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <vector>

#include <sys/stat.h>

#include "common/hash.h"

namespace pantau {
namespace {

/// Read in one go to be hashed.
constexpr std::uint64_t piece_bytes = std::uint64_t{256} << 10U;

constexpr std::int64_t nanoseconds = 1'000'000'000;

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

ReadPart read_part(const std::filesystem::path& path, std::uint64_t end, const ReadPart& known) {
  const bool goes_on = known.path == path && known.end <= end && !known.digest.empty();
  std::uint64_t hash = fnv1a("");
  if (goes_on)
    std::from_chars(known.digest.data(), known.digest.data() + known.digest.size(), hash, 16);
  std::ifstream file{path, std::ios::binary};
  std::uint64_t at = goes_on ? known.end : 0;
  file.seekg(static_cast<std::streamoff>(at));
  std::vector<char> piece(static_cast<std::size_t>(std::min(piece_bytes, end - at)));
  while (at < end) {
    const std::size_t size = std::min<std::uint64_t>(piece.size(), end - at);
    if (!file.read(piece.data(), static_cast<std::streamsize>(size))) return {path, end, ""};
    hash = fnv1a({piece.data(), size}, hash);
    at += size;
  }
  return {path, end, to_hex(hash)};
}

ReadingPlan plan_reading(const std::filesystem::path& path, const FileFacts& facts,
                         const std::optional<InputRecord>& known, std::string_view reading) {
  if (!known || known->reading != reading) return {};
  if (known->finished && known->facts == facts) return {ReadingPlan::Kind::unchanged, {}};
  const Position start = known->position;
  if (start == Position{} || start.input > facts.size || known->digest.empty() ||
      known->digest != read_part(path, start.input).digest)
    return {};
  if (known->finished && start.input == facts.size) return {ReadingPlan::Kind::unchanged, {}};
  return {ReadingPlan::Kind::go_on, start};
}

}  // namespace pantau
