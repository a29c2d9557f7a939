#include "searcher/query/filter_query.h"

#include <utility>

#include "common/schema.h"
#include "searcher/query/query_node.h"

namespace pantau {
namespace {

using Kind = QueryNode::Kind;

/// Any of `values` in any of the fields.
QueryNode any_value(const std::vector<std::string>& values,
                    std::initializer_list<std::pair<Kind, std::string_view>> fields) {
  std::vector<QueryNode> nodes;
  for (const std::string& value : values)
    for (const auto& [kind, name] : fields)
      nodes.push_back(make_leaf(kind, value, find_field(name), 1));
  return any_of(std::move(nodes));
}

}  // namespace

std::string filter_query(const SearchRequest& request) {
  if (!request.entities.empty())
    return to_query_text(any_value({request.entities.front()}, {{Kind::label, "entity"}}));
  if (!request.outlets.empty())
    return to_query_text(
        any_value(request.outlets, {{Kind::phrase, "outlet"}, {Kind::label, "host"}}));
  if (!request.languages.empty())
    return to_query_text(any_value(request.languages, {{Kind::label, "lang"}}));
  if (!request.from && !request.to) return {};
  return "date:" + (request.from ? to_iso(*request.from) : "") + ".." +
         (request.to ? to_iso(*request.to) : "");
}

}  // namespace pantau
