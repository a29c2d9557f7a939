// Work on what may be damaged, in a process of its own: the library that reads it can crash there
// or never end. Tested by tests/indexer/child_process_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>

namespace pantau {

/// Runs `work`, which changes nothing here, and throws the Error it throws. Error{index} about
/// `where` if it crashes, or takes more than `most_time` of the processor. For programs of one
/// thread.
void run_in_child(const std::filesystem::path& where, std::chrono::seconds most_time,
                  const std::function<void()>& work);

/// What a check of a database of so many bytes may take; one that takes longer runs in circles.
[[nodiscard]] std::chrono::seconds longest_check(std::uint64_t bytes);

}  // namespace pantau
