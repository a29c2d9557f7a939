#include "searcher/query/query_scanner.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "common/text.h"
#include "common/utf8.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/query_values.h"

namespace pantau {
namespace {

bool is_dated(const Field* field) {
  return field && field->kind == FieldKind::date;
}

}  // namespace

void QueryScanner::advance(std::size_t bytes) {
  here_.column += count_characters(text_.substr(here_.at, bytes));
  here_.at += bytes;
}

bool QueryScanner::skip_space() {
  const std::size_t start = here_.at;
  while (const std::size_t size = space_size(text_, here_.at)) advance(size);
  return here_.at > start || start == 0;
}

/// End of what has no white space in it.
std::size_t QueryScanner::end_of_run() const {
  std::size_t end = here_.at;
  while (end < text_.size() && space_size(text_, end) == 0) ++end;
  return end;
}

/// Does a "(" in an address have its ")" there too, as in
/// https://id.wikipedia.org/wiki/Bursa_(ekonomi)?
bool QueryScanner::is_link_parenthesis(std::size_t at) const {
  do ++at;
  while (at < text_.size() && space_size(text_, at) == 0 && text_[at] != '(' && text_[at] != ')');
  return at < text_.size() && text_[at] == ')';
}

/// The bracket that ends the paragraph of a law cited at `at`, "(1)" of "5(1)(a)"; 0 if none is.
std::size_t QueryScanner::end_of_paragraph(std::size_t at) const {
  constexpr std::size_t longest = 3;
  if (text_[at] != '(' || !(is_ascii_digit(text_[at - 1]) || text_[at - 1] == ')')) return 0;
  std::size_t end = at + 1;
  while (end < text_.size() && is_ascii_alphanumeric(text_[end]) && end - at <= longest) ++end;
  return end > at + 1 && end < text_.size() && text_[end] == ')' ? end : 0;
}

std::size_t QueryScanner::end_of_word(bool is_label) const {
  bool in_link = false;
  std::size_t end = here_.at;
  for (; end < text_.size() && space_size(text_, end) == 0; ++end) {
    const char c = text_[end];
    if (c == '(' && is_label && is_link_parenthesis(end)) {
      in_link = true;
    } else if (c == ')' && in_link) {
      in_link = false;
    } else if (const std::size_t part = end > here_.at ? end_of_paragraph(end) : 0; part > 0) {
      end = part;
    } else if (c == '(' || c == ')') {
      break;
    } else if (!is_label) {
      const QuoteMark* quote = quote_at(text_, end);
      if (quote && quote->inside) break;
    }
  }
  return end;
}

/// + and - are signs at the start of a word only: "e-mail" and "undang-undang" are words, "a - b"
/// is text, and so is "--help".
QuerySign QueryScanner::take_sign(bool spaced) {
  const char c = text_[here_.at];
  const std::size_t next = here_.at + 1;
  if (c != '+' && c != '-') return QuerySign::none;
  if (!spaced && text_[here_.at - 1] != '(') return QuerySign::none;
  if (next == text_.size() || space_size(text_, next) > 0) return QuerySign::none;
  if (std::string_view{"+-)"}.find(text_[next]) != std::string_view::npos) return QuerySign::none;
  advance(1);
  return c == '+' ? QuerySign::must : QuerySign::must_not;
}

/// "titel:x" is text, but hardly meant to be.
void QueryScanner::note_resembled_field() {
  // The length of a name and a bit of its value: looking at the whole run takes its square.
  constexpr std::size_t seen_bytes = 64;
  std::string_view run = text_.substr(here_.at, seen_bytes);
  std::size_t end = 0;
  while (end < run.size() && space_size(run, end) == 0) ++end;
  run = run.substr(0, end);
  if (const Field* field = resembled_field(run))
    mistakes_.add(here_.column, '"' + std::string{field->name} + ":\"",
                  in_message(run.substr(0, run.find(':') + 1)), "it is read as text");
}

/// The field named here, with its colon, if a value follows at once.
NamedField QueryScanner::take_field() {
  const NamedField named = named_field(text_.substr(here_.at));
  if (named.field == nullptr) {
    note_resembled_field();
    return {};
  }
  const std::size_t value = here_.at + named.bytes + 1;
  const bool bound_of_group =
      named.side != DateSide::within && value < text_.size() && text_[value] == '(';
  if (value < text_.size() && text_[value] != ')' && space_size(text_, value) == 0 &&
      !bound_of_group) {
    advance(named.bytes + 1);
    return named;
  }
  const std::string_view typed = text_.substr(here_.at, named.bytes);
  // "Title: a headline" is pasted text.
  if (typed != named.field->name && !bound_of_group) return {};
  mistakes_.add(here_.column + named.bytes + 1,
                "a value right after \"" + std::string{typed} + ":\"",
                value == text_.size() ? "the end"
                : bound_of_group      ? "\"(\""
                : text_[value] == ')' ? "\")\""
                                      : "white space",
                "the name is read as text");
  return {};
}

/// The number in "NEAR/5"; 0, and a mistake, if there is none.
unsigned QueryScanner::near_distance(std::string_view word) {
  if (word == "NEAR") return default_near_distance;
  const std::string_view digits = word.substr(std::string_view{"NEAR/"}.size());
  const bool is_number = !digits.empty() && std::all_of(digits.begin(), digits.end(), [](char c) {
    return c >= '0' && c <= '9';
  });
  unsigned distance = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), distance);
  const bool is_large = is_number && (parsed.ec != std::errc{} || distance > max_near_distance);
  if (is_number && distance > 0 && !is_large) return distance;
  const std::string largest = std::to_string(max_near_distance);
  mistakes_.add(here_.column + std::string_view{"NEAR/"}.size(),
                "a number from 1 to " + largest + " after NEAR/",
                digits.empty() ? "none" : in_message(digits),
                is_large ? largest + " is used" : "it is read as text");
  return is_large ? max_near_distance : 0;
}

bool QueryScanner::take_operator(std::string_view word) {
  if (!is_operator_name(word)) return false;
  QueryToken::Type type = QueryToken::Type::op_near;
  if (word == "AND") type = QueryToken::Type::op_and;
  if (word == "OR") type = QueryToken::Type::op_or;
  if (word == "NOT") type = QueryToken::Type::op_not;
  const Field* field = is_exact(tokens_.field()) ? nullptr : tokens_.field();
  QueryNode node = make_leaf(QueryNode::Kind::word, word, field, here_.column);
  if (type == QueryToken::Type::op_near) node.distance = near_distance(word);
  if (type == QueryToken::Type::op_near && node.distance == 0)
    tokens_.add_leaf(QuerySign::none, std::move(node));
  else
    tokens_.add_operator(type, std::move(node));
  advance(word.size());
  return true;
}

void QueryScanner::note_idle_star(std::string_view text, std::size_t column) {
  if (has_idle_star(text))
    mistakes_.remark(column,
                     "a * stands for letters at the end of a word outside quotes only; in " +
                         in_message(text) + " it is left out");
}

/// What `text`, at `column`, stands for in the field of that name, or of the group.
std::optional<QueryNode> QueryScanner::values(std::string_view text, const NamedField& named,
                                              std::size_t column) {
  const Field* field = named.field ? named.field : tokens_.field();
  if (named.side != DateSide::within) return make_bound(text, named.side, column);
  if (is_dated(field) && is_reversed_range(text))
    mistakes_.add(column, "the earlier day before \"..\"", in_message(text), "the two are swapped");
  return make_values(text, field, column);
}

void QueryScanner::take_phrase(QuerySign sign, const NamedField& named, const QuoteMark& quote) {
  const Field* field = named.field ? named.field : tokens_.field();
  const Place start = here_;
  advance(quote.mark.size());
  const std::size_t begin = here_.at, column = here_.column;
  const QuoteMark* closing = nullptr;
  std::size_t end = begin;
  for (; end < text_.size(); ++end) {
    closing = quote_at(text_, end);
    if (closing && (closing->closes & quote.opens) != 0) break;
    closing = nullptr;
  }
  const std::string_view phrase = text_.substr(begin, end - begin);
  advance(phrase.size());
  if (closing == nullptr)
    mistakes_.add(here_.column,
                  "a closing quote for the one in column " + std::to_string(start.column),
                  "the end", "it is closed there");
  std::size_t blank = 0;
  while (const std::size_t size = space_size(phrase, blank)) blank += size;
  if (blank == phrase.size()) {
    mistakes_.add(column, "words between the quotes", "none", "they are left out");
  } else if (auto node = is_dated(field) ? values(phrase, named, column)
                                         : make_quoted(phrase, field, column)) {
    if (node->kind == QueryNode::Kind::phrase) note_idle_star(phrase, column);
    tokens_.add_leaf(sign, std::move(*node));
  } else {
    mistakes_.add(column, date_expected, in_message(phrase), "it is read as text");
    tokens_.add_leaf(sign, make_leaf(QueryNode::Kind::phrase, phrase, nullptr, column));
  }
  if (closing) advance(closing->mark.size());
}

/// A word that starts here; its field, if it names one, starts at `start`.
void QueryScanner::take_word(QuerySign sign, const NamedField& named, Place start) {
  const Field* field = named.field ? named.field : tokens_.field();
  const bool verbatim = text_[here_.at] == '\\' && !is_exact(field);
  const std::size_t end = verbatim ? end_of_run() : end_of_word(is_exact(named.field));
  const std::string_view word = text_.substr(here_.at, end - here_.at);
  if (!named.field && sign == QuerySign::none && take_operator(word)) return;
  if (auto node = values(word, named, here_.column)) {
    if (node->kind == QueryNode::Kind::word && !verbatim) note_idle_star(word, here_.column);
    tokens_.add_leaf(sign, std::move(*node));
  } else {
    mistakes_.add(here_.column, is_dated(field) ? date_expected : "a value", in_message(word),
                  "it is read as text");
    const std::string_view whole = text_.substr(start.at, end - start.at);
    tokens_.add_leaf(sign, make_leaf(QueryNode::Kind::word, whole, nullptr, start.column));
  }
  advance(word.size());
}

void QueryScanner::take_operand(bool spaced) {
  const QuerySign sign = take_sign(spaced);
  const Place start = here_;
  const NamedField named = take_field();
  const Field* field = named.field ? named.field : tokens_.field();
  const QuoteMark* quote = quote_at(text_, here_.at);
  if (text_[here_.at] == '(') {
    tokens_.open(sign, field, here_.column);
    advance(1);
  } else if (quote && quote->opens != 0) {
    take_phrase(sign, named, *quote);
  } else {
    take_word(sign, named, start);
  }
}

std::size_t QueryScanner::scan() {
  for (bool spaced = skip_space(); here_.at < text_.size(); spaced = skip_space()) {
    if (text_[here_.at] == ')') {
      tokens_.close(here_.column);
      advance(1);
    } else {
      take_operand(spaced);
    }
  }
  return here_.column;
}

std::size_t QueryScanner::scan_plain() {
  for (skip_space(); here_.at < text_.size(); skip_space()) {
    const std::string_view word = text_.substr(here_.at, end_of_run() - here_.at);
    tokens_.add_leaf(QuerySign::none,
                     make_leaf(QueryNode::Kind::word, word, nullptr, here_.column));
    advance(word.size());
  }
  return here_.column;
}

}  // namespace pantau
