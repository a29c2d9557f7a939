// The tokens of a query, kept such that a tree can be built of them: all mistakes in operators and
// parentheses are found, and forgiven, here. Second step of parse_query, between query_scanner and
// the builder in query_parser.cpp. Tested by tests/searcher/query_parser_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query_node.h"

namespace pantau {

enum class QuerySign { none, must, must_not };

struct QueryToken {
  enum class Type { leaf, open, close, op_and, op_or, op_not, op_near };
  Type type;
  QuerySign sign;  // of a leaf or of an opening parenthesis
  QueryNode node;  // a leaf, or the word that an operator is where it has nothing to join
};

/// In strict mode the first mistake is an error; otherwise the first few are noted.
class QueryMistakes {
 public:
  QueryMistakes(bool strict, std::vector<std::string>& notes) : strict_{strict}, notes_{notes} {}

  void add(std::size_t column, std::string_view expected, std::string_view found,
           std::string_view repair);

  /// Says what is no mistake but may not be what was meant; never an error.
  void remark(std::size_t column, std::string_view message);

 private:
  bool strict_;
  std::vector<std::string>& notes_;
};

/// `text` in quotes, for a message: its start, if it is long.
[[nodiscard]] std::string in_message(std::string_view text);

/// Takes tokens in the order of the text and keeps the list such that, but for the operator that
/// may stand last, every operator has what it joins, every ")" has its "(", and no group is empty.
class QueryTokens {
 public:
  QueryTokens(QueryMistakes& mistakes, bool& truncated)
      : mistakes_{mistakes}, truncated_{truncated} {}

  /// The field of what comes next, unless it names one itself.
  [[nodiscard]] const Field* field() const { return open_.empty() ? nullptr : open_.back().field; }

  void add_leaf(QuerySign sign, QueryNode node);
  void add_operator(QueryToken::Type type, QueryNode node);
  void open(QuerySign sign, const Field* field, std::size_t column);
  void close(std::size_t column);

  /// The whole list, closed; `column` is one past the last character.
  [[nodiscard]] std::vector<QueryToken> finish(std::size_t column);

 private:
  struct Open {
    const Field* field;
    std::size_t column;
  };

  bool admit(QueryNode& node);
  [[nodiscard]] bool joins(const QueryToken& op, const QueryToken& next) const;
  void settle(const QueryToken* next, std::size_t column);

  QueryMistakes& mistakes_;
  bool& truncated_;
  std::vector<QueryToken> tokens_;
  std::vector<Open> open_;
  std::size_t ignored_ = 0;  // parentheses that are open beyond max_query_depth
  std::size_t leaves_ = 0;
};

}  // namespace pantau
