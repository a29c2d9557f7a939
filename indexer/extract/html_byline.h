// Who wrote an article, on pages that mark nothing up: lines that read like by-lines. Entrance:
// authors_in_text. Tested by tests/indexer/html_author_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/html_metadata.h"

namespace pantau {

/// The names in the first line that opens as by-lines do ("Oleh: Budi Santoso"), else in the line
/// beside the date below the headline ("Budi Santoso - Warta Siber"); empty if there is neither.
[[nodiscard]] std::vector<std::string> authors_in_text(const HtmlTree& tree,
                                                       const std::vector<NodeEvidence>& marks,
                                                       const HtmlMetadata& metadata);

}  // namespace pantau
