#include "searcher/query/expanded_query.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace pantau {
namespace {

using Kind = ExpandedNode::Kind;

/// Three decimals at most: "4.215", "0.8", "1".
std::string short_number(double number) {
  std::array<char, 32> digits{};
  const int size = std::snprintf(digits.data(), digits.size(), "%.4g", number);
  return {digits.data(), static_cast<std::size_t>(size)};
}

/// When a truncated word has many alternatives, the first few tell enough.
constexpr std::size_t max_dumped_terms = 8;

std::string dump(const std::vector<QueryTerm>& terms) {
  std::string line;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i == max_dumped_terms) return line + " ...";
    line += (i == 0 ? "" : " ") + terms[i].name;
    if (terms[i].weight != 0) line += '*' + short_number(terms[i].weight);
  }
  return line;
}

std::string dump(const Alternative& alternative) {
  std::string line{origin_name(alternative.origin)};
  if (alternative.share != 1) line += ' ' + short_number(alternative.share);
  if (alternative.ambiguous) line += " ambiguous";
  if (!alternative.part_of.empty()) line += " of \"" + alternative.part_of + '"';
  const std::string window = std::to_string(alternative.window);
  const bool one = alternative.terms.size() < 2;
  if (alternative.joined == Joined::phrase && !one) line += " phrase/" + window;
  if (alternative.joined == Joined::near && !one) line += " near/" + window;
  if (alternative.joined == Joined::synonym && !one) line += " synonyms";
  return '[' + line + ": " + dump(alternative.terms) + ']';
}

std::string dump(const Concept& asked) {
  std::string line = '"' + asked.typed + '"';
  if (asked.count > 1) line += " x" + std::to_string(asked.count);
  if (asked.weight != 0) line += ' ' + short_number(asked.weight);
  if (asked.small) line += " small";
  for (const Alternative& alternative : asked.alternatives) line += ' ' + dump(alternative);
  if (!asked.exact.empty()) line += " +(" + dump(asked.exact) + ')';
  return '{' + line + '}';
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::any:
      return "any";
    case Kind::all:
      return "all";
    case Kind::maybe:
      return "maybe";
    case Kind::filter:
      return "filter";
    case Kind::without:
      return "without";
    case Kind::near:
      return "near";
    case Kind::everything:
      return "everything";
    default:
      return "nothing";
  }
}

}  // namespace

std::string_view origin_name(WordOrigin origin) {
  constexpr std::array<std::string_view, 9> names{"typed",     "spelling",  "name",
                                                  "glossary",  "freedict",  "cognate",
                                                  "same-form", "truncated", "label"};
  return names[static_cast<std::size_t>(origin)];
}

ExpandedNode node_of(Concept asked) {
  ExpandedNode node;
  node.kind = Kind::one;
  node.asked = std::move(asked);
  return node;
}

ExpandedNode group_of(Kind kind, std::vector<ExpandedNode> children) {
  if (children.size() == 1) return std::move(children.front());
  ExpandedNode node;
  if (children.empty()) return node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

ExpandedNode group_of(Kind kind, ExpandedNode first, ExpandedNode second) {
  ExpandedNode node;
  node.kind = kind;
  node.children.reserve(2);
  node.children.push_back(std::move(first));
  node.children.push_back(std::move(second));
  return node;
}

std::string dump(const ExpandedNode& node) {
  if (node.kind == Kind::one) return dump(*node.asked);
  if (node.kind == Kind::date_range)
    return "(date " + (node.first ? to_iso(*node.first) : "") + ".." +
           (node.last ? to_iso(*node.last) : "") + ')';
  if (node.children.empty()) return std::string{name_of(node.kind)};
  std::string line = '(' + std::string{name_of(node.kind)};
  if (node.kind == Kind::near) line += '/' + std::to_string(node.window);
  for (const ExpandedNode& child : node.children) line += ' ' + dump(child);
  return line + ')';
}

}  // namespace pantau
