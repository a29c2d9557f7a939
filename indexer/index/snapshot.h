// A copy of an index that is one committed state of it, whoever writes to it meanwhile. Entrance:
// take_snapshot. Tested by tests/cli/upkeep_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>

namespace pantau {

/// Copies the published generation of `index` to the folder `to`, checks the copy and makes it an
/// index of its own, durable when this returns. Commits of a running indexer wait for the copying,
/// and it for them; no lock is needed and searches go on. Blocks are shared with the original where
/// the file system can (btrfs, XFS); hard links would not do, as Xapian changes files in place.
/// Gives the bytes of the copy. Throws Error{index} if `to` holds anything, or the copy is damaged;
/// what was copied is then removed.
std::uint64_t take_snapshot(const std::filesystem::path& index, const std::filesystem::path& to);

}  // namespace pantau
