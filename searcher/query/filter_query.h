// Filters without a query: a question all the same. Tested by tests/searcher/filter_query_test.cpp.
#pragma once

#include <string>

#include "searcher/search/search_request.h"

namespace pantau {

/// The text of a query that finds what the filters of `request` let through, for one without words;
/// "" without filters.
[[nodiscard]] std::string filter_query(const SearchRequest& request);

}  // namespace pantau
