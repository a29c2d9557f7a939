// What may be shown of a text that others wrote, on a terminal or a page. Tested by
// tests/searcher/render_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// `text` as one line that is only shown, never obeyed: controls and breaks become spaces, signs
/// that turn the direction of writing are left out, what is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::string plain_line(std::string_view text);

}  // namespace pantau
