// What `--version` prints.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// "0.1.0".
[[nodiscard]] std::string program_version();

/// Program, version, index schema and analysis, one line each.
[[nodiscard]] std::string version_text(std::string_view program);

}  // namespace pantau
