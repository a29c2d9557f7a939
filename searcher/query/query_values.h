// A run of characters in a query -> the leaf it stands for, by the field it is looked for in.
// Tested by tests/searcher/query_parser_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "searcher/query/query_node.h"

namespace pantau {

/// Size of the white space or control character at byte `at`, 0 if there is none.
[[nodiscard]] std::size_t space_size(std::string_view text, std::size_t at);

/// For messages: what a field of dates takes.
inline constexpr std::string_view date_expected =
    "a date such as 2021, 2021-03 or 2021-03-20, or two with \"..\" between";

/// Does the field (nullptr: the default search) hold exact values instead of words?
[[nodiscard]] bool is_exact(const Field* field);

/// What `text` stands for in `field`, a list as `any`; empty if it is no value of that field.
[[nodiscard]] std::optional<QueryNode> make_values(std::string_view text, const Field* field,
                                                   std::size_t column);

/// Days on one side of those that `text` says; empty if it is no day, month or year.
[[nodiscard]] std::optional<QueryNode> make_bound(std::string_view text, DateSide side,
                                                  std::size_t column);

/// Two days of which the later stands first. They are read as if they stood the other way round.
[[nodiscard]] bool is_reversed_range(std::string_view text);

/// Has it a star where it is text, beside letters or digits: tr*mp, *tection, "data protect*"?
[[nodiscard]] bool has_idle_star(std::string_view text);

/// What `text` stands for between quotation marks.
[[nodiscard]] std::optional<QueryNode> make_quoted(std::string_view text, const Field* field,
                                                   std::size_t column);

}  // namespace pantau
