// Character references ("&eacute;", "&#8217;") and white space of HTML text. Entrance:
// append_html_text. Tested by tests/indexer/html_entities_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// Appends `html`, text without tags, as its reader sees it: references decoded, of each run of
/// white space the first character. Words of more than 64 KB are no text and are left out. What is
/// no reference stays as it is.
void append_html_text(std::string_view html, std::string& out);

/// Appends `html` with its references decoded and its white space as it is.
void append_html_value(std::string_view html, std::string& out);

}  // namespace pantau
