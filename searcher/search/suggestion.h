// The query that may have been meant: the same one with its unknown words corrected. Tested by
// tests/searcher/suggestion_test.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "common/analyzer.h"
#include "searcher/query/query_node.h"

namespace pantau {

/// A query with more unknown words is in a language the index does not speak.
inline constexpr int max_corrections = 3;

/// The text of the query `root` with each word replaced that `correct` has another for; "" if it
/// has none. Truncated words, labels, names of fields and what must not match stay as they are.
[[nodiscard]] std::string suggested_query(
    QueryNode root, Analyzer& analyzer,
    const std::function<std::optional<std::string>(const std::string& form)>& correct);

}  // namespace pantau
