// Reads the text of a query: text -> QueryNode. The only entrance is parse_query.
// Tested by tests/searcher/query_parser_test.cpp.
//
//   query = { item }                       side by side: any of them, the more the higher
//   item  = and { "OR" and }               +item must match, NOT item and -item must not; beside a
//   and   = part { "AND" part }              +item the others only rank
//   part  = [ "NOT" | "+" | "-" ] near     + and - stand right before, after white space or "("
//   near  = unit { "NEAR" [ "/5" ] unit }  words and phrases of one field; NEAR alone: 10
//   unit  = [ field ":" ] ( word | "phrase" | prefix* | "(" query ")" )
//
// So what is side by side is held together last: `a b OR c d` is a, or b, or c, or d; with
// all_words it is a AND (b OR c) AND d, as web search engines have it. `a b AND c d` is a, or
// (b AND c), or d. (Xapian's QueryParser reads (a b) AND (c d), Lucene +b +c a d; where it
// matters, use parentheses.) `a b NOT c` excludes c from all of it. Of a chain of NEARs the
// largest distance counts.
//
// Fields are those of common/schema.h; any other "xyz:" is text. A text field (title:) ranks like
// any word. The others filter: beside words they must match. Several of one field mean any of
// these (`cash lang:en lang:id`, or `lang:en,id`), with a plus sign all (`+entity:a +entity:b`),
// and so do several dates: `date:2020.. date:..2021` works. A date is 2021, 2021-03, 2021-03-20, or
// two of these with ".." between, of which one may be missing; after: and before: take one.
//
// A backslash takes the rest of a word as it is: \AND, \title:x, \(R).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query_node.h"

namespace pantau {

/// Longer queries are errors in every mode: nobody types a tenth of it, and it bounds the rest.
inline constexpr std::size_t max_query_bytes = 65'536;

/// Parentheses within parentheses. 40,000 levels overflow the stack inside libxapian; nobody nests
/// more than five by hand, a program that writes queries perhaps twenty.
inline constexpr std::size_t max_query_depth = 64;

/// Words, phrases and the like of one query. The time of a match grows with them, and 10,000 common
/// words take seconds; the longest query of our test collections (CISI) has 334.
inline constexpr std::size_t max_query_leaves = 1'024;

/// Words between two that are NEAR. Further apart, AND finds the same articles for less.
inline constexpr unsigned max_near_distance = 100;
inline constexpr unsigned default_near_distance = 10;

struct ParseOptions {
  bool all_words = false;  ///< words side by side must all match
  bool strict = false;     ///< a mistake is an error instead of being forgiven
  bool plain = false;      ///< operators, quotes, fields and so on are just text (--batch)
};

struct ParsedQuery {
  QueryNode root;                  ///< of kind nothing if there is no word in the query
  std::vector<std::string> notes;  ///< what was forgiven, at most max_query_notes
  bool truncated = false;          ///< words after the first max_query_leaves were left out
  bool has_or = false;             ///< it has an OR, each side of which is an answer by itself
};

/// A ninth note tells nothing that eight did not.
inline constexpr std::size_t max_query_notes = 8;

/// Never fails by default, but on more than max_query_bytes: an operator without its words is a
/// word, what is left open is closed at the end, what is empty vanishes, a date that is none is
/// text. In strict mode all these throw Error{query}: `column 9: expected a word after AND, found
/// the end`. Takes any bytes, in linear time. Columns count characters, from 1.
[[nodiscard]] ParsedQuery parse_query(std::string_view text, const ParseOptions& options = {});

}  // namespace pantau
