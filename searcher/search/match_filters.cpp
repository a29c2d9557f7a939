#include "searcher/search/match_filters.h"

#include <optional>
#include <utility>

#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "searcher/query/entity_value.h"
#include "searcher/query/outlet_name.h"

namespace pantau {
namespace {

Alternative exact_value(std::string term) {
  return {{{std::move(term), 0, 0}}, Joined::sum, 0, WordOrigin::label};
}

/// An outlet by its name, or by its host.
ExpandedNode any_outlet(const std::vector<std::string>& outlets, const NameSources& sources) {
  Concept any;
  for (const std::string& outlet : outlets) {
    const std::string name = to_valid_utf8(outlet);
    if (std::optional<Alternative> called = outlet_called(name, sources))
      any.alternatives.push_back(std::move(*called));
    any.alternatives.push_back(exact_value(label_term(field("host").prefix, to_lower_ascii(name))));
  }
  return node_of(std::move(any));
}

}  // namespace

ExpandedNode any_label(const Field& row, const std::vector<std::string>& values) {
  Concept any;
  for (const std::string& value : values)
    any.alternatives.push_back(exact_value(label_term(row.prefix, value)));
  return node_of(std::move(any));
}

std::vector<ExpandedNode> filters_of(const SearchRequest& request, const NameSources& sources) {
  std::vector<ExpandedNode> filters;
  if (!request.outlets.empty()) filters.push_back(any_outlet(request.outlets, sources));
  for (const std::string& entity : request.entities)  // an article has many entities
    filters.push_back(any_label(field("entity"), {entity_value(entity, sources.analyzer).id}));
  if (request.from || request.to) {
    ExpandedNode days;
    days.kind = ExpandedNode::Kind::date_range;
    days.first = request.from;
    days.last = request.to;
    filters.push_back(std::move(days));
  }
  if (!request.only.empty()) {
    Concept one;
    one.alternatives.push_back(exact_value(request.only));
    filters.push_back(node_of(std::move(one)));
  }
  return filters;
}

}  // namespace pantau
