// The language of a text, told from the text itself. Entrance: detect_language.
// Tested by tests/indexer/language_detect_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// Code of common/language.h, or "und" if the text is too short or too mixed to tell. `text` is a
/// story's body (titles mislead: too few words, too many names), valid UTF-8; only its beginning is
/// read. `host` of the page ("www.tempo.co.id"), or "", is asked only where Indonesian and Malay
/// are equally likely.
[[nodiscard]] std::string detect_language(std::string_view text, std::string_view host = {});

}  // namespace pantau
