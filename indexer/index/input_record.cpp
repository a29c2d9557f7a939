#include "indexer/index/input_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <vector>

#include <sys/stat.h>

#include "common/hash.h"
#include "common/schema.h"

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

std::string input_key(const std::string& path) {
  return label_term(input_key_prefix, path);
}

std::string encode_input(const InputRecord& record) {
  std::string text;
  for (const std::uint64_t number :
       {record.facts.size, static_cast<std::uint64_t>(record.facts.modified), record.position.input,
        record.position.payload, std::uint64_t{record.finished}, record.problem_records,
        static_cast<std::uint64_t>(record.format)})
    text.append(std::to_string(number)) += ' ';
  return text.append(record.digest).append(" ").append(record.reader_settings);
}

std::optional<InputRecord> decode_input(std::string_view text) {
  InputRecord record;
  std::uint64_t modified = 0;
  std::uint64_t finished = 0;
  std::uint64_t format = 0;
  for (std::uint64_t* number :
       {&record.facts.size, &modified, &record.position.input, &record.position.payload, &finished,
        &record.problem_records, &format})
    if (!take_number(text, *number)) return {};
  record.facts.modified = static_cast<std::int64_t>(modified);
  record.finished = finished != 0;
  if (format > static_cast<std::uint64_t>(last_input_format)) return {};
  record.format = static_cast<InputFormat>(format);
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return {};
  record.digest = text.substr(0, space);
  record.reader_settings = text.substr(space + 1);
  return record;
}

ReadPart read_part(const std::filesystem::path& path, std::uint64_t end, const ReadPart& known) {
  const bool goes_on = known.end <= end && !known.digest.empty();
  std::uint64_t hash = fnv1a("");
  if (goes_on)
    std::from_chars(known.digest.data(), known.digest.data() + known.digest.size(), hash, 16);
  std::ifstream file{path, std::ios::binary};
  std::uint64_t at = goes_on ? known.end : 0;
  file.seekg(static_cast<std::streamoff>(at));
  std::vector<char> piece(static_cast<std::size_t>(std::min(piece_bytes, end - at)));
  while (at < end) {
    const std::size_t size = std::min<std::uint64_t>(piece.size(), end - at);
    if (!file.read(piece.data(), static_cast<std::streamsize>(size))) return {end, ""};
    hash = fnv1a({piece.data(), size}, hash);
    at += size;
  }
  return {end, to_hex(hash)};
}

ReadingPlan plan_reading(const std::filesystem::path& path, const FileFacts& facts,
                         const std::optional<InputRecord>& known,
                         std::string_view reader_settings) {
  if (!known || known->reader_settings != reader_settings) return {};
  ReadingPlan unchanged;
  unchanged.kind = ReadingPlan::Kind::unchanged;
  if (known->finished && known->facts == facts) return unchanged;
  const Position start = known->position;
  if (start == Position{} || start.input > facts.size || known->digest.empty() ||
      known->digest != read_part(path, start.input).digest)
    return {};
  if (known->finished && start.input == facts.size) return unchanged;
  return {ReadingPlan::Kind::go_on, start, known->digest, known->problem_records, known->format};
}

}  // namespace pantau
