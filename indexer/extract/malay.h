// Malay or Indonesian? The two share most words, and detectors mix them up; some frequent words
// only one of them has. Tested by tests/indexer/language_detect_test.cpp.
#pragma once

#include <string_view>

namespace pantau {

/// Words in `text` that only Indonesian writes this way, less those that only Malay does; in words.
[[nodiscard]] int indonesian_over_malay(std::string_view text);

}  // namespace pantau
