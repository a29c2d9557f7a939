#include "searcher/query/query_values.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/unicode_class.h"
#include "common/utf8.h"

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
  if (at >= text.size()) return 0;
  const Utf8Character c = character_at(text, at);
  return c.code < ' ' || c.code == 0x7F || is_unicode_space(c.code) ? c.size : 0;
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
