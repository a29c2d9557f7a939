#include "searcher/search/match_filters.h"

#include <utility>

#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "searcher/query/entity_value.h"

namespace pantau {
namespace {

Alternative exact_value(std::string term) {
  return {{{std::move(term), 0, 0}}, Joined::sum, 0, WordOrigin::label};
}

/// An outlet by the words of its name, in order, or by its host.
ExpandedNode any_outlet(const std::vector<std::string>& outlets, Analyzer& analyzer) {
  Concept any;
  for (const std::string& outlet : outlets) {
    const std::string name = to_valid_utf8(outlet);
    Alternative words{{}, Joined::phrase, 0, WordOrigin::label};
    for (const Word& word : analyzer.words(name))
      words.terms.push_back({std::string{field("outlet").prefix} + word.form, 0, 0});
    words.window = static_cast<unsigned>(words.terms.size());
    if (!words.terms.empty()) any.alternatives.push_back(std::move(words));
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

std::vector<ExpandedNode> filters_of(const SearchRequest& request, Analyzer& analyzer) {
  std::vector<ExpandedNode> filters;
  if (!request.outlets.empty()) filters.push_back(any_outlet(request.outlets, analyzer));
  for (const std::string& entity : request.entities)  // an article has many entities
    filters.push_back(any_label(field("entity"), {entity_value(entity, analyzer).id}));
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
