// Shared by the tests of the query parser: what a text is read as, in short.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "common/error.h"
#include "searcher/query/query_parser.h"

namespace pantau::parsing {

inline constexpr ParseOptions all_words{.all_words = true};
inline constexpr ParseOptions strict{.strict = true};
inline constexpr ParseOptions plain{.plain = true};

inline std::string tree_of(std::string_view text, const ParseOptions& options = {}) {
  return dump(parse_query(text, options).root);
}

/// The message of the error that `text` is, or "" if it is none.
inline std::string error_of(std::string_view text, const ParseOptions& options = strict) {
  try {
    (void)parse_query(text, options);
  } catch (const Error& error) {
    return error.kind() == Error::Kind::query ? error.what() : "wrong kind of error";
  }
  return "";
}

/// What is printed must be read as the same tree, and hold no mistake.
inline void check_round_trip(std::string_view text, const ParseOptions& options = {}) {
  const QueryNode root = parse_query(text, options).root;
  const std::string printed = to_query_text(root);
  CAPTURE(text);
  CAPTURE(printed);
  REQUIRE(tree_of(printed) == dump(root));
  REQUIRE(tree_of(printed, strict) == dump(root));
}

}  // namespace pantau::parsing
