// Sentences of the text that most articles are made of, without ICU and in a tenth of its time:
// ASCII with typographic quotes and dashes. Tested by tests/common/plain_sentences_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pantau {

/// Adds to `ends` where the sentences of `line` end (bytes from its start, the last one its size),
/// by the rules of UAX #29, section 5. `line` has no line break but at its end. False, and `ends`
/// as it was, if a character in it is not known here.
[[nodiscard]] bool find_plain_sentence_ends(std::string_view line, std::vector<std::size_t>& ends);

}  // namespace pantau
