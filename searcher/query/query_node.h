// What a query means, as a tree: the value between reading its text (query_parser) and asking
// the index (expand). Also the tree's two spellings: dump for tests and --explain,
// to_query_text for users. Tested by tests/searcher/query_parser_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/schema.h"

namespace pantau {

struct QueryNode {
  enum class Kind {
    // Leaves. `text` is what the user typed, not cut into the analyzer's words yet.
    word,        ///< a run without white space; may be several words, or none ("--")
    phrase,      ///< words in this order, side by side
    prefix,      ///< words that start with `text`, which comes without its star
    label,       ///< exactly the value `text` of `field`
    date_range,  ///< days from `first` to `last`, inclusive; one of them may be missing
    everything,  ///< every article; stands only as first child of `without`
    nothing,     ///< no article: what an empty query finds
    // The others have children.
    any,      ///< at least one child; more rank higher
    all,      ///< every child
    near,     ///< words and phrases of one field, within `distance` words, in any order
    without,  ///< the first child, less what any other child matches
    mixed,    ///< every `required` child; the others only rank higher what these find
  };

  Kind kind = Kind::nothing;
  std::string text;
  const Field* field = nullptr;  ///< row of `fields` that was named; nullptr: the default search
  std::vector<QueryNode> children;
  unsigned distance = 0;
  std::optional<Date> first, last;
  bool required = false;   ///< only among the children of `mixed`, of which at least one is
  std::size_t column = 0;  ///< of `text` in the query, in characters, 1 for the first
};

/// A leaf of one of the kinds word, phrase, prefix and label.
[[nodiscard]] QueryNode make_leaf(QueryNode::Kind kind, std::string_view text, const Field* field,
                                  std::size_t column);

/// The node for `children`: nested nodes of the same kind are spliced in, one child stands for
/// itself, none is `nothing`.
[[nodiscard]] QueryNode any_of(std::vector<QueryNode> children);
[[nodiscard]] QueryNode all_of(std::vector<QueryNode> children);

/// `base` less `excluded`; a base of kind nothing then means everything.
[[nodiscard]] QueryNode without(QueryNode base, std::vector<QueryNode> excluded);

/// Does it narrow an answer rather than rank it: are all its leaves dates, labels or names?
[[nodiscard]] bool is_filter(const QueryNode& node);

/// Does it only say what not to find?
[[nodiscard]] bool is_purely_negative(const QueryNode& node);

/// One line, for tests and --explain, without columns; different trees give different lines:
/// (without (mixed +ojk (phrase title "digital bank")) (label lang en))
[[nodiscard]] std::string dump(const QueryNode& node);

/// A query text that parse_query reads as the same tree, by default and in strict mode, for every
/// tree that comes from it and whose text stays within its limits. "" for everything and nothing.
[[nodiscard]] std::string to_query_text(const QueryNode& node);

/// A quotation mark, and what it may do. Marks of one family go together, because keyboards and
/// languages mix them: “a” „a“ ”a” „a"; «a» »a«. A typed " closes them too.
struct QuoteMark {
  std::string_view mark;
  unsigned opens;   ///< its family, 0: none
  unsigned closes;  ///< families, as bits
  bool inside;      ///< opens even inside a word; the others are text there: 5"
};

inline constexpr unsigned straight_quotes = 1, curly_quotes = 2, angle_quotes = 4,
                          corner_quotes = 8;
inline constexpr unsigned typed_quotes = straight_quotes | curly_quotes | angle_quotes;
inline constexpr std::array quote_marks{
    QuoteMark{"\"", straight_quotes, typed_quotes, false},
    QuoteMark{"＂", straight_quotes, typed_quotes, true},
    QuoteMark{"“", curly_quotes, curly_quotes, true},
    QuoteMark{"”", curly_quotes, curly_quotes, false},
    QuoteMark{"„", curly_quotes, 0, true},
    QuoteMark{"‟", curly_quotes, curly_quotes, true},
    QuoteMark{"«", angle_quotes, angle_quotes, true},
    QuoteMark{"»", angle_quotes, angle_quotes, false},
    QuoteMark{"「", corner_quotes, 0, true},
    QuoteMark{"」", 0, corner_quotes, false},
    QuoteMark{"『", corner_quotes, 0, true},
    QuoteMark{"』", 0, corner_quotes, false},
};

/// The mark that starts at byte `at` of `text`, or nullptr.
[[nodiscard]] const QuoteMark* quote_at(std::string_view text, std::size_t at);

/// The words that join others, when they stand alone and in capitals. NEAR/5 counts as NEAR,
/// NEAR/5* is a prefix.
[[nodiscard]] bool is_operator_name(std::string_view text);

/// What a name before a colon asks of a date: the days themselves, or all on one side of them.
enum class DateSide {
  within,  ///< date:2023
  from,    ///< after:2023, as web search has it: from the first of its days
  before,  ///< before:2023: until the day before the first
  until,   ///< until:2023: to the last
};

struct NamedField {
  const Field* field = nullptr;
  std::size_t bytes = 0;  ///< of the name as typed, without the colon
  DateSide side = DateSide::within;
};

/// The field that `text` names before its first colon, in capitals or not, by its own name or by
/// one that other search engines or Indonesian have for it (Title:, judul:, site:, after:). None
/// for "10:30" and "http://".
[[nodiscard]] NamedField named_field(std::string_view text);

/// The field that `text` seems to mean before its first colon but does not name, or nullptr:
/// "titel:x", "Lang:en" and "language:en" seem to, "foo:bar" and "title:" do not.
[[nodiscard]] const Field* resembled_field(std::string_view text);

/// Asks for a name as it is written: an author, an outlet.
[[nodiscard]] inline bool is_name(const QueryNode& node) {
  return node.field != nullptr && node.field->kind == FieldKind::name;
}

[[nodiscard]] inline bool is_in_title(const QueryNode& node) {
  return node.field == find_field("title");
}

}  // namespace pantau
