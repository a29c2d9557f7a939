// The filters of a request, which narrow an answer and rank nothing, as parts of the expanded
// question. Tested by tests/searcher/index_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "common/schema.h"
#include "searcher/query/expanded_query.h"
#include "searcher/query/outlet_name.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// Articles that have any of `values` in a field of labels.
[[nodiscard]] ExpandedNode any_label(const Field& row, const std::vector<std::string>& values);

/// The outlets, entities and days that `request` asks for; all of them must hold.
[[nodiscard]] std::vector<ExpandedNode> filters_of(const SearchRequest& request,
                                                   const NameSources& sources);

}  // namespace pantau
