// The lexicon image that compile_lexicon made at build time, as it lies in this program: mapped
// with it, read only where it is looked up.
#pragma once

#include <string_view>

namespace pantau {

/// Valid as long as the program runs.
[[nodiscard]] std::string_view embedded_lexicon();

}  // namespace pantau
