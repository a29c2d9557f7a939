// Many questions, one a line, as evaluations ask them. Tested by tests/cli/search_test.cpp.
#pragma once

#include <functional>
#include <istream>
#include <string>

#include "searcher/search/search_request.h"

namespace pantau {

/// Calls `answer(id, request)` for every line `id TAB text` of `queries`, with `base` for all else.
/// Lines without a TAB are an Error{input} that names `name` and the line; empty lines are skipped.
void for_each_query(std::istream& queries, const std::string& name, const SearchRequest& base,
                    const std::function<void(const std::string& id, const SearchRequest&)>& answer);

}  // namespace pantau
