// The query that may have been meant: the same one with its unknown words corrected. Tested by
// tests/searcher/suggestion_test.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/analyzer.h"
#include "searcher/query/query_node.h"

namespace pantau {

/// A query with more unknown words is in a language the index does not speak.
inline constexpr std::size_t max_corrections = 3;

/// Bytes of a query: a longer one was pasted, not typed, and is not worth repeating whole for a
/// word of it.
inline constexpr std::size_t max_suggested_query = 300;

/// `query`, of which `root` is the tree, with each word replaced that `correct` has another for; ""
/// if it has none or is longer than max_suggested_query. Truncated words, labels, names and what
/// must not match stay as they are.
[[nodiscard]] std::string suggested_query(
    std::string_view query, const QueryNode& root, Analyzer& analyzer,
    const std::function<std::optional<std::string>(const std::string& form)>& correct);

}  // namespace pantau
