// How far an input was read into an index: what lets a stopped run go on and makes the same command
// twice cheap. Entrance: plan_reading. Lies in the index's metadata and is committed with the
// articles. Tested by tests/indexer/input_record_test.cpp and tests/cli/resume_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/crawl/input_format.h"
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

/// What an index remembers of one input file.
struct InputRecord {
  FileFacts facts;                              ///< when reading began
  Position position;                            ///< all before it is in the index
  bool finished = false;                        ///< the end was reached
  std::uint64_t problem_records = 0;            ///< records rejected or mended
  InputFormat format = InputFormat::automatic;  ///< told from its first bytes, or asked for
  std::string reader_settings;  ///< another program or option may see other articles in the file
  std::string digest;           ///< of read_part(position.input)
};

/// The key of an input in the metadata of an index, by its absolute path.
[[nodiscard]] std::string input_key(const std::string& path);

[[nodiscard]] std::string encode_input(const InputRecord& record);

/// Empty for what encode_input() did not write.
[[nodiscard]] std::optional<InputRecord> decode_input(std::string_view text);

/// The bytes of a file before `end`, told by their digest: sixteen hexadecimal digits, or "" if the
/// file cannot be read that far.
struct ReadPart {
  std::uint64_t end = 0;
  std::string digest;
};

/// Hashes the first `end` bytes of the file. Goes on from `known`, which must be a beginning of the
/// same file, if it ends no later: a large file is hashed once, not at every commit.
[[nodiscard]] ReadPart read_part(const std::filesystem::path& path, std::uint64_t end,
                                 const ReadPart& known = {});

/// How far a run has come in an input: what the pipeline tells an index, which commits it together
/// with the articles. A worked example: three pages of `news.warc` are in the hands of the workers,
/// and two articles have come back.
///
///     bytes 0-100    page A    written             checkpoint {100}
///     bytes 100-250  page B    written             checkpoint {250}  <- a commit here remembers
///     250 bytes 250-400  page C    with a worker       none yet
///
/// A run that is killed now goes on at byte 250 and reads page C again. Were the checkpoint as far
/// as the reader is, at 400, page C would be lost. A run that finds the file unchanged up to byte
/// 250 later on continues there; `verified` then carries the digest of these bytes, so that the
/// next commit hashes only what came after them.
struct Checkpoint {
  std::string path;    ///< absolute
  InputRecord record;  ///< its digest is filled in when it is committed
  ReadPart verified;   ///< the beginning of the file that this run found unchanged
};

struct ReadingPlan {
  enum class Kind {
    anew,       ///< never read, rewritten, or to be read in another way
    go_on,      ///< from `start`: it grew, or the run that read it was stopped
    unchanged,  ///< nothing to read
  };
  Kind kind = Kind::anew;
  Position start;
  std::string digest;                           ///< of what is before `start`
  std::uint64_t problem_records = 0;            ///< before `start`
  InputFormat format = InputFormat::automatic;  ///< as it was told before; automatic: to be told
};

/// What is left to read of `path`, given what is known of it and how it is to be read now.
[[nodiscard]] ReadingPlan plan_reading(const std::filesystem::path& path, const FileFacts& facts,
                                       const std::optional<InputRecord>& known,
                                       std::string_view reader_settings);

}  // namespace pantau
