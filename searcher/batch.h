// Many questions, one a line, as evaluations ask them. Tested by tests/cli/search_test.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <string>

#include "searcher/search/search_request.h"

namespace pantau {

/// Calls `answer(id, request)` for every line `id TAB text` of `queries`, with `base` for all else;
/// empty lines are skipped. A line without a TAB, or whose query `answer` refuses with
/// Error{query}, costs that line: `reject` is told why, by `name` and line. Returns how many did.
std::size_t for_each_query(
    std::istream& queries, const std::string& name, const SearchRequest& base,
    const std::function<void(const std::string& id, const SearchRequest&)>& answer,
    const std::function<void(const std::string& why)>& reject);

}  // namespace pantau
