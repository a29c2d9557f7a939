// Why a question finds nothing: which filter or part of it is to blame, and what finds something
// without it. Entrance: why_nothing. Tested by tests/searcher/why_nothing_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "searcher/search/index_reader.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// For a request that found nothing: a line for each filter and part of the query without which it
/// finds something, or one that says that none alone is to blame. Asks the index a few times, and
/// leaves out what takes too long.
[[nodiscard]] std::vector<std::string> why_nothing(IndexReader& index,
                                                   const SearchRequest& request);

}  // namespace pantau
