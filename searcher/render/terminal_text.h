// What may be sent to a terminal of a text that others wrote. Tested by
// tests/searcher/render_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// `text` as one line that a terminal only shows: controls and breaks become spaces, signs that
/// turn the direction of writing are left out, what is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::string terminal_text(std::string_view text);

}  // namespace pantau
