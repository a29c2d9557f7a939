// The small lines between headline and story: who wrote it and when. Entrances: author_in,
// after_byline_opening, bare_author_in, in_small_letters, is_stamp. Tested by
// tests/indexer/byline_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// What follows the opening of a by-line ("By", "Penulis:"), a view of `text`; "" if it does not
/// open like one.
[[nodiscard]] std::string_view after_byline_opening(std::string_view text);

/// The names a by-line gives ("By Jane Roe and John Doe | March 3, 2020": "Jane Roe, John Doe"); ""
/// if `line` does not open like a by-line.
[[nodiscard]] std::string author_in(std::string_view line);

/// The name a line holds that is nothing but a name, with a date or a site behind it at most. Only
/// to be trusted beside a date line.
[[nodiscard]] std::string bare_author_in(std::string_view line);

/// "JANE O'ROE" as "Jane O'Roe"; what is no person's name in capitals ("REUTERS", "CNN INDONESIA")
/// stays as it is.
[[nodiscard]] std::string in_small_letters(std::string_view name);

/// Whether a line is only the label of a by-line whose name stands on the next: "Oleh", "By:".
[[nodiscard]] bool is_byline_label(std::string_view line);

/// Whether a line only says when something was published.
[[nodiscard]] bool is_stamp(std::string_view line);

}  // namespace pantau
