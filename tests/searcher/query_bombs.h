// Queries made to exhaust or confuse a search engine, some 250 of them, for the tests and for what
// measures.
#pragma once

#include <string>
#include <vector>

namespace pantau {

struct QueryBomb {
  std::string name;  ///< what it repeats, and to how many bytes
  std::string text;
};

/// The longest fit into max_query_bytes, but for some of a megabyte. Numbered words are "a0", "a1",
/// and so on.
[[nodiscard]] std::vector<QueryBomb> query_bombs();

}  // namespace pantau
