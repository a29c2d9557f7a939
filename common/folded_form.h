// A word without accents and apostrophes, as people type it. Tested by
// tests/common/folded_form_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// "erdogan" for "erdoğan", "maruf" for "ma'ruf", "" where that is the word itself. `form` is NFKC
/// and case folded. Accents are what Latin and Greek letters bear, and the marks of Arabic and
/// Hebrew; other scripts are written with theirs. English endings with an apostrophe ("china's",
/// "don't") are no part of a name.
[[nodiscard]] std::string folded_form(std::string_view form);

}  // namespace pantau
