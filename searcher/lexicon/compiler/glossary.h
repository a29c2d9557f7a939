// The lines of data/glossary/ as pairs. Tested by tests/searcher/lexicon_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/lexicon/compiler/lexicon_builder.h"

namespace pantau {

/// The pairs of one file. Throws Error{input} with the line's words at a line that is not as
/// data/glossary/README.md has it.
[[nodiscard]] std::vector<WordPair> read_glossary(std::string_view text);

}  // namespace pantau
