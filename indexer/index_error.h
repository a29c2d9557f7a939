// How an index on disk says what is wrong with it. Header only; tested wherever an index is broken.
#pragma once

#include <filesystem>
#include <string>

#include "common/error.h"

namespace pantau {

/// Throws Error{index} that names the place and says what is wrong there, and what to do.
[[noreturn]] inline void fail_index(const std::filesystem::path& where, const std::string& what) {
  throw Error{Error::Kind::index, where.string() + ": " + what};
}

}  // namespace pantau
