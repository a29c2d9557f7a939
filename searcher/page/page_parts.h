// The pieces of a page of results: inside the page only.
#pragma once

#include <vector>

#include "searcher/page/page_context.h"
#include "searcher/search/facets.h"

namespace pantau {

/// The filters of the present search, each a link that takes it away; nothing without filters.
[[nodiscard]] Html filter_chips(const PageContext& context);

/// "Indonesian, OJK, from 2021": the filters of the present search.
[[nodiscard]] std::string filters_in_words(const PageContext& context);

/// What the search may be narrowed to, with counts, and its spread over time as bars.
[[nodiscard]] Html facet_lists(const PageContext& context, const std::vector<Facet>& facets);

}  // namespace pantau
