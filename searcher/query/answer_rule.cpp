#include "searcher/query/answer_rule.h"

#include <algorithm>
#include <utility>

namespace pantau {
namespace {

using Kind = ExpandedNode::Kind;

bool weighs_something(const Concept& asked) {
  return std::any_of(asked.alternatives.begin(), asked.alternatives.end(),
                     [](const Alternative& alternative) {
                       return std::any_of(alternative.terms.begin(), alternative.terms.end(),
                                          [](const QueryTerm& term) { return term.weight > 0; });
                     });
}

}  // namespace

std::size_t count_asked(const ExpandedNode& node) {
  if (node.kind == Kind::one) return weighs_something(*node.asked) ? 1 : 0;
  if (node.kind == Kind::filter || node.kind == Kind::without)
    return count_asked(node.children.front());
  std::size_t count = 0;
  for (const ExpandedNode& child : node.children) count += count_asked(child);
  return count;
}

ExpandedNode without_forms(ExpandedNode node) {
  if (node.asked) node.asked->exact.clear();
  for (ExpandedNode& child : node.children) child = without_forms(std::move(child));
  return node;
}

}  // namespace pantau
