// FreeDict's English-Indonesian dictionary in dictd's format (an index and a text, RFC 2229's
// server) as pairs. Tested by tests/searcher/lexicon_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/lexicon/compiler/lexicon_builder.h"

namespace pantau {

/// `index`: lines of headword TAB offset TAB length, in dictd's base 64. `text`: the unpacked
/// .dict file; of an entry
///
///     law //lɔː// <n>
///     1. atur, hukum, tata-tertib
///     2. hukum, undang-undang
///     any rule that must or should be obeyed
///
/// the lines with a number are translations, or the first line if none has one; all others explain.
/// Affixes and proverbs are left out, so is a translation of other than one to three words in plain
/// letters. An entry that is outside of the text is skipped.
[[nodiscard]] std::vector<WordPair> read_freedict(std::string_view index, std::string_view text);

}  // namespace pantau
