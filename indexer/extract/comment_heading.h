// Where readers begin to write below a story. Entrance: is_comment_heading.
// Tested by tests/indexer/comment_heading_test.cpp.
#pragma once

#include <string_view>

namespace pantau {

/// Whether a line heads what readers wrote: "34 Comments", "Readers' comments", "Jane says:",
/// "Kommentare (3)". Such a line above a story is a counter: only below it readers follow.
[[nodiscard]] bool is_comment_heading(std::string_view line);

}  // namespace pantau
