// The language of a text, told from the text itself. Entrance: detect_language.
// Tested by tests/indexer/language_detect_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// Code of common/language.h, or "und" if the text is too short or too mixed to tell. `text` is a
/// story's body (titles mislead: too few words, too many names), valid UTF-8; of long ones
/// beginning and middle are read. `host` of the page ("www.tempo.co.id"), or "", is asked only
/// where Indonesian and Malay are equally likely; `claimed`, the code that the page gives itself,
/// only where a good part of the text is in that language.
[[nodiscard]] std::string detect_language(std::string_view text, std::string_view host = {},
                                          std::string_view claimed = {});

}  // namespace pantau
