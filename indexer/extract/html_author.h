// Who wrote an article. Entrance: find_authors. Tested by tests/indexer/html_author_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html_metadata.h"

namespace pantau {

struct FoundAuthors {
  std::vector<std::string> names;  ///< of people, else of agencies or desks; may be empty
  Provenance from;                 ///< "json-ld", "meta", "elements", "text"
};

[[nodiscard]] FoundAuthors find_authors(const HtmlTree& tree,
                                        const std::vector<NodeEvidence>& marks,
                                        const HtmlMetadata& metadata);

/// The names in a by-line: "By Ana Diaz and Bob Roe, Reuters" gives "Ana Diaz", "Bob Roe",
/// "Reuters".
[[nodiscard]] std::vector<std::string> names_in_byline(std::string_view byline);

}  // namespace pantau
