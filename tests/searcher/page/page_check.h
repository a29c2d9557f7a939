// What every page must be, whatever was asked and whatever lies in the index: a small reading of
// HTML that knows all elements and attributes the program writes, so that any other is an
// injection.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// "" if `page` is valid UTF-8 without control and bidirectional characters and holds only elements
/// and attributes of ours, correctly nested; else what is wrong.
[[nodiscard]] std::string what_is_wrong_with(std::string_view page);

}  // namespace pantau
