// Cuts the text of a query into tokens. First step of parse_query, its only user.
// Tested by tests/searcher/query_parser_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "searcher/query/query_tokens.h"

namespace pantau {

class QueryScanner {
 public:
  QueryScanner(std::string_view text, QueryTokens& tokens, QueryMistakes& mistakes)
      : text_{text}, tokens_{tokens}, mistakes_{mistakes} {}

  /// Hands the whole text over; returns the column one past its last character.
  std::size_t scan();
  std::size_t scan_plain();

 private:
  /// A place in the text, by byte and by character.
  struct Place {
    std::size_t at = 0, column = 1;
  };

  void advance(std::size_t bytes);
  bool skip_space();
  [[nodiscard]] std::size_t end_of_run() const;
  [[nodiscard]] std::size_t end_of_word(bool is_label) const;
  [[nodiscard]] std::size_t end_of_paragraph(std::size_t at) const;
  [[nodiscard]] bool is_link_parenthesis(std::size_t at) const;
  QuerySign take_sign(bool spaced);
  void note_resembled_field();
  void note_idle_star(std::string_view text, std::size_t column);
  NamedField take_field();
  bool take_operator(std::string_view word);
  unsigned near_distance(std::string_view word);
  void take_operand(bool spaced);
  std::optional<QueryNode> values(std::string_view text, const NamedField& named,
                                  std::size_t column);
  void take_phrase(QuerySign sign, const NamedField& named, const QuoteMark& quote);
  void take_word(QuerySign sign, const NamedField& named, Place start);

  std::string_view text_;
  QueryTokens& tokens_;
  QueryMistakes& mistakes_;
  Place here_;
};

}  // namespace pantau
