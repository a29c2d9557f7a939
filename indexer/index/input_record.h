// How far an input was read into an index: what lets a stopped run go on and makes the same command
// twice cheap. Entrance: plan_reading. Lies in the index's metadata and is committed with the
// articles. Tested by tests/indexer/input_record_test.cpp and tests/cli/resume_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/crawl/raw_page.h"

namespace pantau {

/// What the file system says of a file. Not its inode: a file that was copied back is the same.
struct FileFacts {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< nanoseconds since 1970
  bool operator==(const FileFacts&) const = default;
};

/// Empty if `path` is no regular file: what a pipe said is gone, and is not remembered.
[[nodiscard]] std::optional<FileFacts> facts_of(const std::filesystem::path& path);

struct InputRecord {
  FileFacts facts;           ///< when reading began
  Position position;         ///< all before it is in the index
  bool finished = false;     ///< the end was reached
  std::uint64_t flawed = 0;  ///< records rejected or mended
  std::string reading;       ///< how it was read; another program or option may see other articles
  std::string digest;        ///< of read_part(position.input)
};

[[nodiscard]] std::string encode_input(const InputRecord& record);

/// Empty for what encode_input() did not write.
[[nodiscard]] std::optional<InputRecord> decode_input(std::string_view text);

/// What a file says up to byte `end`, as sixteen hexadecimal digits.
struct ReadPart {
  std::filesystem::path path;
  std::uint64_t end = 0;
  std::string digest;
};

/// The part of the file before byte `end`; its digest is "" if it cannot be read so far. Goes on
/// from `known` if that is a beginning of it: a large file is hashed once, not at every commit.
[[nodiscard]] ReadPart read_part(const std::filesystem::path& path, std::uint64_t end,
                                 const ReadPart& known = {});

struct ReadingPlan {
  enum class Kind {
    anew,       ///< never read, rewritten, or to be read in another way
    go_on,      ///< from `start`: it grew, or the run that read it was stopped
    unchanged,  ///< nothing to read
  };
  Kind kind = Kind::anew;
  Position start;
};

/// What is left to read of `path`, given what is known of it and how it is to be read now.
[[nodiscard]] ReadingPlan plan_reading(const std::filesystem::path& path, const FileFacts& facts,
                                       const std::optional<InputRecord>& known,
                                       std::string_view reading);

}  // namespace pantau
