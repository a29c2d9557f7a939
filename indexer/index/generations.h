// The generations of an index on disk: numbered, published by renaming the stub, removed when
// nothing names them (common/index_location.h). What is said to be done is on the disk. Tested by
// tests/indexer/index_writer_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace pantau {

/// No search takes longer, nor a batch of them with the index open.
inline constexpr std::chrono::minutes longest_reading{10};

/// Makes the folder if it is not there, and its name durable before there is an index in it.
void make_index_directory(const std::filesystem::path& directory);

/// The generation that the stub names. Throws Error{index} if there is no stub, or it is missing.
[[nodiscard]] std::filesystem::path published_generation(const std::filesystem::path& directory);

/// Total size in bytes of the files of a database.
[[nodiscard]] std::uint64_t bytes_of(const std::filesystem::path& database);

/// A rename or a new file is durable only when its directory is synced as well; Xapian never does
/// it.
void sync_directory(const std::filesystem::path& directory);

/// Syncs the files of a database and its directory.
void sync_tree(const std::filesystem::path& database);

/// Syncs `generation` and points the stub at it: written beside, synced, renamed over the old one.
void publish_generation(const std::filesystem::path& directory, unsigned generation);

/// Removes generations that the stub does not name: left by a run that was stopped, or replaced
/// longer than `reading` ago. No other folder is touched.
void remove_old_generations(const std::filesystem::path& directory, unsigned current,
                            std::chrono::seconds reading);

/// One more than any generation in `directory`, named by a stub or not: nothing is written over.
[[nodiscard]] unsigned next_generation(const std::filesystem::path& directory);

}  // namespace pantau
