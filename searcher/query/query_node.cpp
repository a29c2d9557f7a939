#include "searcher/query/query_node.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text.h"
#include "common/url.h"

namespace pantau {
namespace {

/// Longer than the name of any field and what could mean one; keeps the search for it short.
constexpr std::size_t longest_field_name = 16;

struct OtherFieldName {
  std::string_view name;
  const Field* field;
  DateSide side = DateSide::within;
};

/// How web search engines and feeds of news call a field, and how Indonesian does.
constexpr std::array other_field_names{
    OtherFieldName{"intitle", &field("title")},
    OtherFieldName{"judul", &field("title")},
    OtherFieldName{"intext", &field("body")},
    OtherFieldName{"penulis", &field("author")},
    OtherFieldName{"source", &field("outlet")},
    OtherFieldName{"sumber", &field("outlet")},
    OtherFieldName{"site", &field("host")},
    OtherFieldName{"situs", &field("host")},
    OtherFieldName{"domain", &field("host")},
    OtherFieldName{"language", &field("lang")},
    OtherFieldName{"bahasa", &field("lang")},
    OtherFieldName{"entitas", &field("entity")},
    OtherFieldName{"tanggal", &field("date")},
    OtherFieldName{"after", &field("date"), DateSide::from},
    OtherFieldName{"since", &field("date"), DateSide::from},
    OtherFieldName{"sejak", &field("date"), DateSide::from},
    OtherFieldName{"before", &field("date"), DateSide::before},
    OtherFieldName{"sebelum", &field("date"), DateSide::before},
    OtherFieldName{"until", &field("date"), DateSide::until},
    OtherFieldName{"hingga", &field("date"), DateSide::until},
};

using Kind = QueryNode::Kind;

/// Children of `kind`, with those of nested nodes of that kind in their place.
QueryNode combine(Kind kind, std::vector<QueryNode> children) {
  QueryNode node;
  node.kind = kind;
  for (QueryNode& child : children) {
    if (child.kind == kind)
      std::move(child.children.begin(), child.children.end(), std::back_inserter(node.children));
    else
      node.children.push_back(std::move(child));
  }
  if (node.children.empty()) return {};
  if (node.children.size() == 1) return QueryNode{std::move(node.children.front())};
  node.column = node.children.front().column;
  return node;
}

// --- dump

std::string_view kind_name(Kind kind) {
  switch (kind) {
    case Kind::word:
      return "word";
    case Kind::phrase:
      return "phrase";
    case Kind::prefix:
      return "prefix";
    case Kind::label:
      return "label";
    case Kind::date_range:
      return "date_range";
    case Kind::everything:
      return "everything";
    case Kind::nothing:
      return "nothing";
    case Kind::any:
      return "any";
    case Kind::all:
      return "all";
    case Kind::near:
      return "near";
    case Kind::without:
      return "without";
    case Kind::mixed:
      return "mixed";
  }
  return "";
}

std::string in_dump_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// As it is where no reader could take it for something else.
std::string dump_atom(std::string_view text) {
  const bool plain = !text.empty() && text.front() != '+' &&
                     text.find_first_of(" \t\n\r\"\\():") == std::string_view::npos;
  return plain ? std::string{text} : in_dump_quotes(text);
}

std::string dump_leaf(const QueryNode& node) {
  const std::string field{node.field ? node.field->name : ""};
  if (node.kind == Kind::word)
    return (node.field ? field + ':' : std::string{}) + dump_atom(node.text);
  std::string out = '(' + std::string{kind_name(node.kind)};
  if (node.field) out += ' ' + field;
  if (node.kind == Kind::phrase)
    out += ' ' + in_dump_quotes(node.text);
  else if (node.kind == Kind::date_range)
    out += ' ' + (node.first ? to_iso(*node.first) : "..") + ' ' +
           (node.last ? to_iso(*node.last) : "..");
  else if (node.kind == Kind::prefix || node.kind == Kind::label)
    out += ' ' + dump_atom(node.text);
  return out + ')';
}

// --- to_query_text

/// How tightly a text holds together. What is looser than its surroundings needs parentheses.
enum class Level { sequence, any, all, operand };

Level level(Kind kind) {
  switch (kind) {
    case Kind::mixed:
      return Level::sequence;
    case Kind::any:
      return Level::any;
    case Kind::all:
    case Kind::without:
      return Level::all;
    default:
      return Level::operand;
  }
}

bool has_quote_mark(std::string_view text, unsigned closing = ~0U) {
  return std::any_of(quote_marks.begin(), quote_marks.end(), [&](const QuoteMark& quote) {
    return (closing == ~0U || (quote.closes & closing) != 0) &&
           text.find(quote.mark) != std::string_view::npos;
  });
}

/// Would `text`, typed as it is, be read as something else than that word?
bool needs_backslash(std::string_view text) {
  if (text.empty()) return false;
  const char first = text.front();
  return first == '+' || first == '-' || first == '\\' || text.back() == '*' ||
         text.find_first_of("()") != std::string_view::npos || is_operator_name(text) ||
         named_field(text).field != nullptr || resembled_field(text) != nullptr ||
         has_quote_mark(text);
}

std::string in_quotes(std::string_view text) {
  const bool corner = has_quote_mark(text, straight_quotes);
  return (corner ? "「" : "\"") + std::string{text} + (corner ? "」" : "\"");
}

/// Only what cannot mean anything else stays bare; then what fits between quotes; the rest was
/// typed bare, since it holds both kinds of quotes.
std::string label_text(std::string_view text) {
  const auto is_bare = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view{"-._:/?=&%~#@!+$;"}.find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_bare)) return std::string{text};
  const bool fits = !has_quote_mark(text, straight_quotes) || !has_quote_mark(text, corner_quotes);
  return fits ? in_quotes(text) : std::string{text};
}

std::string leaf_text(const QueryNode& node) {
  std::string out;
  if (node.field) out.append(node.field->name) += ':';
  switch (node.kind) {
    case Kind::word:
      return out + (needs_backslash(node.text) ? "\\" : "") + node.text;
    case Kind::phrase:
      return out + in_quotes(node.text);
    case Kind::prefix:
      return out + node.text + '*';
    case Kind::label:
      return out + label_text(node.text);
    case Kind::date_range:
      return out + node.text;
    default:
      return {};
  }
}

std::string print(const QueryNode& node, Level outer);

std::string join(const std::vector<QueryNode>& nodes, std::string_view separator, Level inner) {
  std::string out;
  for (const QueryNode& node : nodes) {
    if (!out.empty()) out += separator;
    out += print(node, inner);
  }
  return out;
}

/// The base, unless it is everything, and then NOT with each of the others.
std::string without_text(const QueryNode& node) {
  std::string out;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const QueryNode& child = node.children[i];
    if (i == 0 && child.kind == Kind::everything) continue;
    if (!out.empty()) out += " AND ";
    if (i > 0) out += "NOT ";
    // (a AND b) AND NOT c is what a AND b AND NOT c means, too.
    out += print(child, i == 0 && child.kind == Kind::all ? Level::all : Level::operand);
  }
  return out;
}

std::string mixed_text(const QueryNode& node) {
  std::string out;
  for (const QueryNode& child : node.children) {
    if (!out.empty()) out += ' ';
    if (child.required) out += '+';
    out += print(child, Level::operand);
  }
  return out;
}

/// A backslash reaches to the next white space, so a parenthesis must not follow at once.
std::string in_parentheses(const std::string& text) {
  return '(' + text + (text.find('\\') == std::string::npos ? ")" : " )");
}

std::string print(const QueryNode& node, Level outer) {
  if (level(node.kind) < outer) return in_parentheses(print(node, Level::sequence));
  switch (node.kind) {
    case Kind::any:
      return join(node.children, " OR ", Level::all);
    case Kind::all:
      return join(node.children, " AND ", Level::operand);
    case Kind::near:
      return join(node.children, " NEAR/" + std::to_string(node.distance) + ' ', Level::operand);
    case Kind::without:
      return without_text(node);
    case Kind::mixed:
      return mixed_text(node);
    default:
      return leaf_text(node);
  }
}

/// Does `node` mean the same beside other words as between ORs?
bool is_ranked(const QueryNode& node) {
  return !is_filter(node) && level(node.kind) == Level::operand;
}

// --- names of fields

/// One letter wrong, missing or too many, or two neighbours swapped.
bool is_one_slip(std::string_view typed, std::string_view name) {
  if (typed.size() > name.size()) std::swap(typed, name);
  if (name.size() - typed.size() > 1) return false;
  std::size_t same = 0;
  while (same < typed.size() && typed[same] == name[same]) ++same;
  const std::string_view a = typed.substr(same), b = name.substr(same);
  if (a.size() < b.size()) return a == b.substr(1);
  const bool swapped = a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
  return a.empty() || a.substr(1) == b.substr(1) || swapped;
}

/// In names of three letters and less one slip makes any other name.
bool resembles(std::string_view typed, std::string_view name) {
  if (typed == name) return true;
  constexpr std::size_t shortest = 4;
  return name.size() >= shortest && (typed.starts_with(name) || is_one_slip(typed, name));
}

}  // namespace

QueryNode make_leaf(Kind kind, std::string_view text, const Field* field, std::size_t column) {
  QueryNode node;
  node.kind = kind;
  node.text = text;
  node.field = field;
  node.column = column;
  return node;
}

QueryNode any_of(std::vector<QueryNode> children) {
  return combine(Kind::any, std::move(children));
}

QueryNode all_of(std::vector<QueryNode> children) {
  return combine(Kind::all, std::move(children));
}

QueryNode without(QueryNode base, std::vector<QueryNode> excluded) {
  if (excluded.empty()) return base;
  QueryNode node;
  node.kind = Kind::without;
  if (base.kind == Kind::nothing) base.kind = Kind::everything;
  node.column = base.kind == Kind::everything ? excluded.front().column : base.column;
  node.children.push_back(std::move(base));
  std::move(excluded.begin(), excluded.end(), std::back_inserter(node.children));
  return node;
}

bool is_filter(const QueryNode& node) {
  if (node.children.empty()) return node.field && node.field->kind != FieldKind::text;
  return std::all_of(node.children.begin(), node.children.end(), is_filter);
}

bool is_purely_negative(const QueryNode& node) {
  return node.kind == Kind::without && node.children.front().kind == Kind::everything;
}

std::string dump(const QueryNode& node) {
  if (node.children.empty()) return dump_leaf(node);
  std::string out = '(' + std::string{kind_name(node.kind)};
  if (node.kind == Kind::near) out += ' ' + std::to_string(node.distance);
  for (const QueryNode& child : node.children) out += (child.required ? " +" : " ") + dump(child);
  return out + ')';
}

std::string to_query_text(const QueryNode& node) {
  const bool side_by_side =
      node.kind == Kind::any && std::all_of(node.children.begin(), node.children.end(), is_ranked);
  return side_by_side ? join(node.children, " ", Level::operand) : print(node, Level::sequence);
}

const QuoteMark* quote_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  for (const QuoteMark& quote : quote_marks)
    if (rest.starts_with(quote.mark)) return &quote;
  return nullptr;
}

bool is_operator_name(std::string_view text) {
  return text == "AND" || text == "OR" || text == "NOT" || text == "NEAR" ||
         (text.starts_with("NEAR/") && text.back() != '*');
}

NamedField named_field(std::string_view text) {
  const std::size_t colon = text.substr(0, longest_field_name + 1).find(':');
  if (colon == std::string_view::npos) return {};
  const std::string typed = to_lower_ascii(text.substr(0, colon));
  if (const Field* field = find_field(typed)) return {field, colon};
  for (const OtherFieldName& other : other_field_names)
    if (other.name == typed) return {other.field, colon, other.side};
  return {};
}

const Field* resembled_field(std::string_view text) {
  const std::size_t colon = text.substr(0, longest_field_name).find(':');
  if (colon == std::string_view::npos || colon + 1 >= text.size() || text[colon + 1] == ')' ||
      named_field(text).field != nullptr)
    return nullptr;
  const std::string typed = to_lower_ascii(text.substr(0, colon));
  if (typed.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) return nullptr;
  const auto row = std::find_if(fields.begin(), fields.end(),
                                [&](const Field& f) { return resembles(typed, f.name); });
  return row == fields.end() ? nullptr : &*row;
}

}  // namespace pantau
