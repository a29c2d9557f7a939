// How pages were read, for a person at a terminal: `--extract-only --explain FILE|URL`. Entrances:
// explain_inputs, render_explanation. Tested by tests/indexer/explanation_test.cpp and
// tests/cli/extract_test.cpp.
#pragma once

#include <cstddef>
#include <istream>
#include <ostream>

#include "indexer/extract/extractor.h"
#include "indexer/options.h"

namespace pantau {

/// Explains on `out`, one after the other, every page of the inputs, or those at options.explain if
/// that is a URL. Returns how many. Throws Error{input} if an input cannot be read.
[[nodiscard]] std::size_t explain_inputs(const IndexOptions& options, std::istream& standard_input,
                                         std::ostream& out);

/// `url` is the page's own, for pages that came to nothing.
void render_explanation(const PageExplanation& explanation, const Origin& origin,
                        std::string_view url, std::ostream& out);

}  // namespace pantau
