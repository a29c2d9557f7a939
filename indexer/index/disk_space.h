// Stops a run while there is still room to end it well: a full disk hurts more than one program.
// Tested by tests/indexer/disk_space_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>

namespace pantau {

/// Room left alone on every disk: for a last commit, which writes changed blocks again beside the
/// old ones, and for whoever else lives there.
inline constexpr std::uint64_t spared_disk_bytes = std::uint64_t{64} << 20U;

/// Throws Error{index} if the disk of `directory` has less than `needed` bytes and
/// spared_disk_bytes.
void require_disk_space(const std::filesystem::path& directory, std::uint64_t needed);

}  // namespace pantau
