// Three steps: QueryScanner cuts the text into tokens; QueryTokens keeps them well-formed;
// TreeBuilder, here, reads what is left, which is always right.
#include "searcher/query/query_parser.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/error.h"
#include "searcher/query/query_scanner.h"
#include "searcher/query/query_tokens.h"

namespace pantau {
namespace {

using Kind = QueryNode::Kind;

/// Recursion is bounded by max_query_depth, and QueryTokens vouches for the grammar.
class TreeBuilder {
 public:
  TreeBuilder(std::vector<QueryToken> tokens, bool all_words)
      : tokens_{std::move(tokens)}, all_words_{all_words} {}

  /// Up to the end, or to a closing parenthesis.
  QueryNode query();

 private:
  struct Part {
    QuerySign sign;
    QueryNode node;
  };

  bool take(QueryToken::Type type);
  Part part_of_or();
  Part part_of_and();
  Part part();
  QueryNode near();

  std::vector<QueryToken> tokens_;
  bool all_words_;
  std::size_t next_ = 0;
};

/// "a AND (NOT b)" excludes b as "a AND NOT b" does, instead of asking for all that is not b.
void exclude(QueryNode node, bool negated, std::vector<QueryNode>& excluded) {
  if (negated) return excluded.push_back(std::move(node));
  std::move(node.children.begin() + 1, node.children.end(), std::back_inserter(excluded));
}

/// Filters side by side: any of those of one field, but every date and every larger group.
class FilterGroups {
 public:
  /// One with a plus sign must be met whatever stands beside it.
  void add(QueryNode filter, QuerySign sign) {
    const Field* field = sign == QuerySign::must ? nullptr : listed_field(filter);
    auto group = std::find_if(groups_.begin(), groups_.end(),
                              [&](const Group& other) { return field && other.field == field; });
    if (group == groups_.end()) group = groups_.insert(groups_.end(), Group{field, {}});
    group->values.push_back(std::move(filter));
  }

  void move_to(std::vector<QueryNode>& nodes) {
    for (Group& group : groups_) nodes.push_back(any_of(std::move(group.values)));
  }

 private:
  struct Group {
    const Field* field;
    std::vector<QueryNode> values;
  };

  static const Field* listed_field(const QueryNode& node) {
    if (node.children.empty()) return node.kind == Kind::date_range ? nullptr : node.field;
    const Field* field = listed_field(node.children.front());
    const bool is_list = node.kind == Kind::any &&
                         std::all_of(node.children.begin(), node.children.end(),
                                     [&](const QueryNode& c) { return listed_field(c) == field; });
    return is_list ? field : nullptr;
  }

  std::vector<Group> groups_;
};

bool TreeBuilder::take(QueryToken::Type type) {
  const bool is_next = next_ < tokens_.size() && tokens_[next_].type == type;
  if (is_next) ++next_;
  return is_next;
}

QueryNode TreeBuilder::query() {
  std::vector<QueryNode> words, excluded;
  FilterGroups filters;
  std::size_t required = 0;
  while (next_ < tokens_.size() && tokens_[next_].type != QueryToken::Type::close) {
    auto [sign, node] = part_of_or();
    if (sign == QuerySign::must_not || is_purely_negative(node)) {
      exclude(std::move(node), sign == QuerySign::must_not, excluded);
    } else if (is_filter(node)) {
      filters.add(std::move(node), sign);
    } else {
      node.required = sign == QuerySign::must;
      required += node.required ? 1 : 0;
      words.push_back(std::move(node));
    }
  }
  std::vector<QueryNode> all;
  const bool mixed = !all_words_ && required > 0 && required < words.size();
  if (!mixed)
    for (QueryNode& word : words) word.required = false;
  if (mixed) {
    QueryNode node;
    node.kind = Kind::mixed;
    node.column = words.front().column;
    node.children = std::move(words);
    all.push_back(std::move(node));
  } else if (!words.empty()) {
    all.push_back(all_words_ || required > 0 ? all_of(std::move(words)) : any_of(std::move(words)));
  }
  filters.move_to(all);
  return without(all_of(std::move(all)), std::move(excluded));
}

TreeBuilder::Part TreeBuilder::part_of_or() {
  Part first = part_of_and();
  if (next_ == tokens_.size() || tokens_[next_].type != QueryToken::Type::op_or) return first;
  std::vector<QueryNode> nodes;
  const auto add = [&](Part part) {
    const bool negated = part.sign == QuerySign::must_not;
    std::vector<QueryNode> excluded;
    if (negated) excluded.push_back(std::move(part.node));
    nodes.push_back(negated ? without({}, std::move(excluded)) : std::move(part.node));
  };
  add(std::move(first));
  while (take(QueryToken::Type::op_or)) add(part_of_and());
  return {QuerySign::none, any_of(std::move(nodes))};
}

TreeBuilder::Part TreeBuilder::part_of_and() {
  Part first = part();
  if (next_ == tokens_.size() || tokens_[next_].type != QueryToken::Type::op_and) return first;
  std::vector<QueryNode> nodes, excluded;
  const auto add = [&](Part part) {
    const bool negated = part.sign == QuerySign::must_not;
    if (negated || is_purely_negative(part.node))
      exclude(std::move(part.node), negated, excluded);
    else
      nodes.push_back(std::move(part.node));
  };
  add(std::move(first));
  while (take(QueryToken::Type::op_and)) add(part());
  return {QuerySign::none, without(all_of(std::move(nodes)), std::move(excluded))};
}

TreeBuilder::Part TreeBuilder::part() {
  const bool negated = take(QueryToken::Type::op_not);
  const QuerySign sign = negated ? QuerySign::must_not : tokens_[next_].sign;
  if (!take(QueryToken::Type::open)) return {sign, near()};
  QueryNode node = query();
  take(QueryToken::Type::close);
  return {sign, std::move(node)};
}

QueryNode TreeBuilder::near() {
  QueryNode node;
  node.kind = Kind::near;
  node.column = tokens_[next_].node.column;
  node.children.push_back(std::move(tokens_[next_++].node));
  while (take(QueryToken::Type::op_near)) {
    node.distance = std::max(node.distance, tokens_[next_ - 1].node.distance);
    node.children.push_back(std::move(tokens_[next_++].node));
  }
  return node.children.size() > 1 ? node : QueryNode{std::move(node.children.front())};
}

}  // namespace

ParsedQuery parse_query(std::string_view text, const ParseOptions& options) {
  if (text.size() > max_query_bytes)
    throw Error{Error::Kind::query, "the query has " + std::to_string(text.size()) +
                                        " bytes, more than " + std::to_string(max_query_bytes) +
                                        ": ask for less at once"};
  ParsedQuery result;
  QueryMistakes mistakes{options.strict, result.notes};
  QueryTokens tokens{mistakes, result.truncated};
  QueryScanner scanner{text, tokens, mistakes};
  const std::size_t end = options.plain ? scanner.scan_plain() : scanner.scan();
  const std::vector<QueryToken> said = tokens.finish(end);
  result.has_or = std::any_of(said.begin(), said.end(), [](const QueryToken& token) {
    return token.type == QueryToken::Type::op_or;
  });
  result.root = TreeBuilder{said, options.all_words}.query();
  return result;
}

}  // namespace pantau
