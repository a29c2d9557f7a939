// Names as readers know them, and as nobody can forge them: of languages in the reader's own, of
// hosts in the script they pretend to be in. Tested by tests/searcher/page/shown_names_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// "Swahili" for ("sw", "en"), "Swahili" or "Jepang" for ("ja", "id"), by Unicode CLDR; the code
/// itself if it is no language.
[[nodiscard]] std::string display_language(std::string_view code, std::string_view in);

/// `host` as it may be shown: a label that mixes scripts, or that is Cyrillic, Greek or another
/// look-alike of Latin below a Latin top-level domain, comes in its ASCII form, "xn--..." (UTS #39,
/// section 5.2; RFC 5891).
[[nodiscard]] std::string shown_host(const std::string& host);

}  // namespace pantau
