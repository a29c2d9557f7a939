// Where the current index lies. An index is a directory with a Xapian stub file `XAPIANDB` that
// names its current generation, an ordinary Xapian database beside it:
//
//     news.idx/XAPIANDB         "auto generation-2\n"
//     news.idx/generation-2/    glass tables
//
// Xapian's own tools open the directory as it is. Tested by tests/common/index_location_test.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace pantau {

inline constexpr const char* stub_name = "XAPIANDB";
inline constexpr const char* generation_prefix = "generation-";

/// The number of the generation that `index`'s stub names; empty if there is no stub.
/// Throws Error{index} if there is one that pantau-index did not write.
[[nodiscard]] std::optional<unsigned> current_generation(const std::filesystem::path& index);

[[nodiscard]] std::filesystem::path generation_path(const std::filesystem::path& index,
                                                    unsigned generation);

}  // namespace pantau
