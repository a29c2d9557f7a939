#include "searcher/search/match_filters.h"

#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "searcher/query/entity_value.h"

namespace pantau {

using Xapian::Query;

namespace {

/// An outlet by the words of its name, in order, or by its host.
Query outlet_filter(const std::vector<std::string>& outlets, Analyzer& analyzer) {
  std::vector<Query> choices;
  for (const std::string& outlet : outlets) {
    const std::string name = to_valid_utf8(outlet);
    std::vector<Query> words;
    for (const Word& word : analyzer.words(name))
      words.emplace_back(std::string{field("outlet").prefix} + word.form);
    if (!words.empty()) choices.emplace_back(Query::OP_PHRASE, words.begin(), words.end());
    choices.emplace_back(label_term(field("host").prefix, to_lower_ascii(name)));
  }
  return Query{Query::OP_OR, choices.begin(), choices.end()};
}

/// Each narrows: an article has many entities.
Query entity_filter(const std::vector<std::string>& entities, Analyzer& analyzer) {
  std::vector<Query> all;
  all.reserve(entities.size());
  for (const std::string& entity : entities)
    all.emplace_back(label_term(field("entity").prefix, entity_value(entity, analyzer).id));
  return Query{Query::OP_AND, all.begin(), all.end()};
}

Query date_filter(const SearchRequest& request) {
  // "0" lies before every day and behind "", which an article without a date has.
  const std::string from = request.from ? to_compact(*request.from) : "0";
  const std::string to = request.to ? to_compact(*request.to) : "99999999";
  return Query{Query::OP_VALUE_RANGE, field("date").slot, from, to};
}

}  // namespace

Query any_label(const Field& row, const std::vector<std::string>& values) {
  std::vector<Query> terms;
  terms.reserve(values.size());
  for (const std::string& value : values) terms.emplace_back(label_term(row.prefix, value));
  return Query{Query::OP_OR, terms.begin(), terms.end()};
}

Query filtered(Query query, const SearchRequest& request, Analyzer& analyzer) {
  if (!request.outlets.empty())
    query = Query{Query::OP_FILTER, query, outlet_filter(request.outlets, analyzer)};
  if (!request.entities.empty())
    query = Query{Query::OP_FILTER, query, entity_filter(request.entities, analyzer)};
  if (request.from || request.to) query = Query{Query::OP_FILTER, query, date_filter(request)};
  return query;
}

std::string DateOrder::operator()(const Xapian::Document& document) const {
  std::string day = document.get_value(field("date").slot);
  if (sort_ == Sort::oldest)
    for (char& digit : day) digit = static_cast<char>('0' + '9' - digit);
  return day;
}

}  // namespace pantau
