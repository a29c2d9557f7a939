#include "searcher/query/answer_rule.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "searcher/query/match_terms.h"

namespace pantau {
namespace {

double weight_of(const Alternative& alternative) {
  double sum = 0;
  for (const QueryTerm& term : alternative.terms) sum += term.weight;
  return sum;
}

double weight_of(const Concept& asked) {
  double whole = 0, parts = 0;
  std::map<std::string_view, double> by_part;
  for (const Alternative& alternative : asked.alternatives) {
    double& known = alternative.part_of.empty() ? whole : by_part[alternative.part_of];
    known = std::max(known, weight_of(alternative));
  }
  for (const auto& [part, weight] : by_part) parts += weight;
  return std::max(whole, parts);
}

}  // namespace

double whole_weight(const ExpandedQuery& query) {
  double sum = query.unsaid;
  for_each_concept(query.root, [&](const Concept& asked) { sum += weight_of(asked); });
  return sum;
}

std::size_t count_asked(const ExpandedNode& node) {
  std::size_t count = 0;
  for_each_concept(node, [&](const Concept& asked) { count += weight_of(asked) > 0 ? 1U : 0U; });
  return count;
}

ExpandedNode without_forms(ExpandedNode node) {
  if (node.asked) node.asked->exact.clear();
  for (ExpandedNode& child : node.children) child = without_forms(std::move(child));
  return node;
}

}  // namespace pantau
