#include "searcher/query/query_values.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace pantau {
namespace {

using Kind = QueryNode::Kind;

/// Commas separate values where they cannot be part of one.
bool takes_list(const Field* field) {
  return is_exact(field) && field != &pantau::field("url") && field != &pantau::field("id");
}

std::optional<QueryNode> make_date(std::string_view text, const Field* field, std::size_t column) {
  const std::size_t dots = text.find("..");
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = dots == std::string_view::npos ? from : text.substr(dots + 2);
  const auto first = parse_period(from), last = parse_period(to);
  if ((!first && !from.empty()) || (!last && !to.empty()) || (!first && !last)) return {};
  if (first && last && first->first > last->last) return {};
  QueryNode node = make_leaf(Kind::date_range, text, field, column);
  if (first) node.first = first->first;
  if (last) node.last = last->last;
  return node;
}

/// One star, at the end, makes a prefix; elsewhere it is text. "-a*" right after a parenthesis is
/// text too: as a prefix it could not be told from the sign. So is what seems to name a field.
bool is_prefix(std::string_view text, const Field* field) {
  return text.size() > 1 && text.find('*') == text.size() - 1 &&
         (field || (text.front() != '-' && text.front() != '+')) && !resembled_field(text);
}

std::optional<QueryNode> make_value(std::string_view text, const Field* field, std::size_t column) {
  if (field && field->kind == FieldKind::date) return make_date(text, field, column);
  if (!is_exact(field) && text.size() > 1 && text.front() == '\\')
    return make_leaf(Kind::word, text.substr(1), field, column);
  if (is_prefix(text, field))
    return make_leaf(Kind::prefix, text.substr(0, text.size() - 1), field, column);
  return make_leaf(is_exact(field) ? Kind::label : Kind::word, text, field, column);
}

}  // namespace

std::size_t space_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0xFFU;
  };
  const unsigned first = byte(at), second = byte(at + 1);
  if (first <= ' ' || first == 0x7F) return 1;
  if (first == 0xC2) return second == 0x85 || second == 0xA0 ? 2 : 0;
  const unsigned rest = second << 8U | byte(at + 2);
  const bool is_space = (first == 0xE1 && rest == 0x9A80) ||                    // U+1680
                        (first == 0xE2 && rest >= 0x8080 && rest <= 0x808B) ||  // U+2000 to U+200B
                        (first == 0xE2 && (rest == 0x80A8 || rest == 0x80A9)) ||  // U+2028, U+2029
                        (first == 0xE2 && (rest == 0x80AF || rest == 0x819F)) ||  // U+202F, U+205F
                        (first == 0xE3 && rest == 0x8080) ||                      // U+3000
                        (first == 0xEF && rest == 0xBBBF);                        // U+FEFF
  return is_space ? 3 : 0;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_exact(const Field* field) {
  return field && (field->kind == FieldKind::label || field->kind == FieldKind::date);
}

std::optional<QueryNode> make_values(std::string_view text, const Field* field,
                                     std::size_t column) {
  if (!takes_list(field)) return make_value(text, field, column);
  std::vector<QueryNode> values;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    if (end > begin) {
      // A phrase or a group within a list could not be written on its own.
      if (text[begin] == '(' || quote_at(text, begin)) return {};
      auto value = make_value(text.substr(begin, end - begin), field, column);
      if (!value) return {};
      values.push_back(std::move(*value));
    }
    const std::size_t next = std::min(end + 1, text.size());
    column += count_characters(text.substr(begin, next - begin));
    begin = next;
  }
  if (values.empty()) return {};
  return any_of(std::move(values));
}

std::optional<QueryNode> make_quoted(std::string_view text, const Field* field,
                                     std::size_t column) {
  if (field && field->kind == FieldKind::date) return make_date(text, field, column);
  return make_leaf(is_exact(field) ? Kind::label : Kind::phrase, text, field, column);
}

}  // namespace pantau
