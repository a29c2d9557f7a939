#include "searcher/query/query_tokens.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/utf8.h"
#include "searcher/query/query_parser.h"

namespace pantau {
namespace {

using Kind = QueryNode::Kind;

std::string found(const QueryToken* token) {
  if (token == nullptr) return "the end";
  const QueryNode& node = token->node;
  return in_message(node.children.empty() ? node.text : node.children.front().text);
}

bool is_operator(const QueryToken& token) {
  return token.type >= QueryToken::Type::op_and;
}

bool is_near_unit(const QueryToken& token) {
  return token.type == QueryToken::Type::leaf &&
         (token.node.kind == Kind::word || token.node.kind == Kind::phrase);
}

}  // namespace

void QueryMistakes::add(std::size_t column, std::string_view expected, std::string_view found,
                        std::string_view repair) {
  if (!strict_ && notes_.size() == max_query_notes) return;
  std::string message = "column " + std::to_string(column) + ": expected ";
  message.append(expected).append(", found ").append(found);
  if (strict_) throw Error{Error::Kind::query, message};
  notes_.push_back(message.append("; ").append(repair));
}

void QueryMistakes::remark(std::size_t column, std::string_view message) {
  if (notes_.size() < max_query_notes)
    notes_.push_back("column " + std::to_string(column) + ": " + std::string{message});
}

std::string in_message(std::string_view text) {
  constexpr std::size_t max_shown_bytes = 40;
  const std::size_t size = utf8_floor(text, max_shown_bytes);
  return '"' + std::string{text.substr(0, size)} + (size < text.size() ? "…\"" : "\"");
}

/// Is there room for it? Of a list, as much is kept as there is room for.
bool QueryTokens::admit(QueryNode& node) {
  const std::size_t room = max_query_leaves - leaves_;
  const std::size_t wanted = std::max<std::size_t>(node.children.size(), 1);
  leaves_ += std::min(wanted, room);
  if (wanted <= room) return true;
  if (!truncated_)
    mistakes_.add(node.column, "at most " + std::to_string(max_query_leaves) + " words", "more",
                  "the rest is left out");
  truncated_ = true;
  if (room == 0) return false;
  node.children.resize(room);
  node = any_of(std::move(node.children));
  return true;
}

/// Can `op`, which is last, be followed by `next`?
bool QueryTokens::joins(const QueryToken& op, const QueryToken& next) const {
  if (op.type != QueryToken::Type::op_near)
    return next.type == QueryToken::Type::leaf || next.type == QueryToken::Type::open ||
           (next.type == QueryToken::Type::op_not && op.type != QueryToken::Type::op_not);
  return is_near_unit(next) && next.sign == QuerySign::none &&
         tokens_[tokens_.size() - 2].node.field == next.node.field;
}

/// Before `next` (nullptr: the end) at `column`: an operator that is last and cannot join it is
/// a word after all.
void QueryTokens::settle(const QueryToken* next, std::size_t column) {
  while (!tokens_.empty() && is_operator(tokens_.back())) {
    QueryToken& op = tokens_.back();
    if (next && joins(op, *next)) return;
    const bool near = op.type == QueryToken::Type::op_near;
    const bool other_field = near && next && is_near_unit(*next) && next->sign == QuerySign::none;
    mistakes_.add(column,
                  std::string{near ? "a word or phrase" : "a word, phrase or group"} +
                      (other_field ? " of the same field after " : " after ") + op.node.text,
                  found(next), op.node.text + " is read as a word");
    op.type = QueryToken::Type::leaf;
    if (admit(op.node)) return;
    tokens_.pop_back();
  }
}

void QueryTokens::add_leaf(QuerySign sign, QueryNode node) {
  if (!admit(node)) return;
  const std::size_t column = node.column;
  QueryToken token{QueryToken::Type::leaf, sign, std::move(node)};
  settle(&token, column);
  tokens_.push_back(std::move(token));
}

void QueryTokens::add_operator(QueryToken::Type type, QueryNode node) {
  QueryToken token{type, QuerySign::none, std::move(node)};
  settle(&token, token.node.column);
  const bool near = type == QueryToken::Type::op_near;
  const QueryToken* left = tokens_.empty() ? nullptr : &tokens_.back();
  const bool fits = left && (near ? is_near_unit(*left) : left->type != QueryToken::Type::open);
  if (type != QueryToken::Type::op_not && !fits) {
    mistakes_.add(token.node.column,
                  std::string{near ? "a word or phrase" : "a word, phrase or group"} + " before " +
                      token.node.text,
                  left ? found(left) : "the start", token.node.text + " is read as a word");
    token.type = QueryToken::Type::leaf;
    if (!admit(token.node)) return;
  }
  tokens_.push_back(std::move(token));
}

void QueryTokens::open(QuerySign sign, const Field* field, std::size_t column) {
  if (open_.size() == max_query_depth) {
    if (ignored_++ == 0)
      mistakes_.add(column,
                    "at most " + std::to_string(max_query_depth) + " parentheses to be open",
                    "one more", "those inside are left out");
    return;
  }
  QueryToken token{QueryToken::Type::open, sign, make_leaf(Kind::nothing, "(", field, column)};
  settle(&token, column);
  tokens_.push_back(std::move(token));
  open_.push_back({field, column});
}

void QueryTokens::close(std::size_t column) {
  if (ignored_ > 0) {
    --ignored_;
    return;
  }
  if (open_.empty()) return mistakes_.add(column, "\"(\" before it", "\")\"", "it is left out");
  QueryToken token{QueryToken::Type::close, QuerySign::none,
                   make_leaf(Kind::nothing, ")", nullptr, column)};
  settle(&token, column);
  open_.pop_back();
  if (tokens_.back().type != QueryToken::Type::open) return tokens_.push_back(std::move(token));
  mistakes_.add(column, "a word, phrase or group", "\")\"", "the empty group is left out");
  tokens_.pop_back();
}

std::vector<QueryToken> QueryTokens::finish(std::size_t column) {
  settle(nullptr, column);
  if (!open_.empty())
    mistakes_.add(column, "\")\" for the \"(\" in column " + std::to_string(open_.back().column),
                  "the end", "it is closed there");
  ignored_ = 0;
  while (!open_.empty()) close(column);
  settle(nullptr, column);
  return std::move(tokens_);
}

}  // namespace pantau
