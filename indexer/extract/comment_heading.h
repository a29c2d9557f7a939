// Where readers begin to write below a story. Entrances: is_comment_heading,
// names_readers, is_speaker.
// Tested by tests/indexer/comment_heading_test.cpp.
#pragma once

#include <string_view>

namespace pantau {

/// Whether a line heads what readers wrote: "34 Comments", "Readers' comments", "Kommentare (3)".
/// Such a line above a story is a counter: only below it readers follow.
[[nodiscard]] bool is_comment_heading(std::string_view line);

/// Such a heading that can be nothing else: "Readers' comments", where "Comments" may be a section.
[[nodiscard]] bool names_readers(std::string_view line);

/// "Jane says:", as blogs head a comment, and news what a minister said: a comment's day follows.
[[nodiscard]] bool is_speaker(std::string_view line);

}  // namespace pantau
