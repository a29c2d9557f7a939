#include "searcher/query/query_values.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "common/text.h"
#include "common/unicode_class.h"
#include "common/utf8.h"

namespace pantau {
namespace {

using Kind = QueryNode::Kind;

/// Commas separate values where they cannot be part of one.
bool takes_list(const Field* field) {
  return is_exact(field) && field != &pantau::field("url") && field != &pantau::field("id");
}

/// The two sides of "2021..2023"; the same twice where there is one.
std::pair<std::string_view, std::string_view> sides_of(std::string_view text) {
  const std::size_t dots = text.find("..");
  const std::string_view from = text.substr(0, dots);
  return {from, dots == std::string_view::npos ? from : text.substr(dots + 2)};
}

std::optional<QueryNode> make_date(std::string_view text, const Field* field, std::size_t column) {
  const auto [from, to] = sides_of(text);
  if (is_reversed_range(text))
    return make_date(std::string{to} + ".." + std::string{from}, field, column);
  const auto first = parse_period(from), last = parse_period(to);
  if ((!first && !from.empty()) || (!last && !to.empty()) || (!first && !last)) return {};
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

std::optional<QueryNode> make_bound(std::string_view text, DateSide side, std::size_t column) {
  const auto period = parse_period(text);
  if (!period) return {};
  std::string range{text};
  if (side == DateSide::from) range += "..";
  if (side == DateSide::until) range.insert(0, "..");
  if (side == DateSide::before)
    range = ".." + to_iso(std::chrono::sys_days{period->first} - std::chrono::days{1});
  return make_date(range, &field("date"), column);
}

bool is_reversed_range(std::string_view text) {
  const auto [from, to] = sides_of(text);
  const auto first = parse_period(from), last = parse_period(to);
  return first && last && first->first > last->last;
}

bool has_idle_star(std::string_view text) {
  const auto is_part = [&](std::size_t at) {
    return at < text.size() &&
           (is_ascii_alphanumeric(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80);
  };
  for (std::size_t at = text.find('*'); at != std::string_view::npos; at = text.find('*', at + 1))
    if (is_part(at + 1) || (at > 0 && is_part(at - 1))) return true;
  return false;
}

std::optional<QueryNode> make_quoted(std::string_view text, const Field* field,
                                     std::size_t column) {
  if (field && field->kind == FieldKind::date) return make_date(text, field, column);
  return make_leaf(is_exact(field) ? Kind::label : Kind::phrase, text, field, column);
}

}  // namespace pantau
