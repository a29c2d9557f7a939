#include "searcher/search/facet_counter.h"

#include <doctest/doctest.h>

#include "common/schema.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

struct Row {
  const char *outlet, *language, *day;
  std::vector<const char*> entities;
};

/// Counts `rows` as a match would show them.
void count(FacetCounter& counter, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    Xapian::Document document;
    document.add_value(field("outlet").slot, row.outlet);
    document.add_value(field("lang").slot, row.language);
    document.add_value(field("date").slot, row.day);
    std::string entities;
    for (const char* entity : row.entities)
      entities += (entities.empty() ? "" : " ") + std::string{entity};
    document.add_value(field("entity").slot, entities);
    counter(document, 1);
  }
}

/// "outlet: Wire 2, Post 1; 3 others", a line each.
std::string dump(const std::vector<Facet>& facets) {
  std::string out;
  for (const Facet& facet : facets) {
    out += facet.name + (facet.exact ? ":" : " about:");
    for (const FacetValue& value : facet.values)
      out += ' ' + value.value + ' ' + std::to_string(value.articles);
    out += "; " + std::to_string(facet.others) + " others\n";
  }
  return out;
}

const std::vector<Row> articles{
    {"Wire", "en", "20210319", {"china"}},
    {"Wire", "en", "20210331", {"china", "alibaba"}},
    {"Post", "id", "20210401", {}},
    {"", "id", "", {"ojk"}},
};

}  // namespace

TEST_CASE("outlets, languages, months and entities are counted, with those that have none") {
  FacetCounter counter;
  count(counter, articles);
  CHECK(counter.counted() == 4);
  CHECK(dump(counter.facets(4, true)) ==
        "outlet: Wire 2 Post 1; 1 others\n"
        "lang: en 2 id 2; 0 others\n"
        "month: 2021-03 2 2021-04 1; 1 others\n"
        "entity: china 2 alibaba 1 ojk 1; 1 others\n");
}

TEST_CASE("more than three years are shown by year") {
  FacetCounter counter;
  count(counter, {{"", "", "20180105", {}}, {"", "", "20180606", {}}, {"", "", "20210101", {}}});
  CHECK(dump(counter.facets(3, true)).ends_with("year: 2018 2 2021 1; 0 others\n"));
  FacetCounter shorter;
  count(shorter, {{"", "", "20180105", {}}, {"", "", "20201231", {}}});
  CHECK(dump(shorter.facets(2, true)).ends_with("month: 2018-01 1 2020-12 1; 0 others\n"));
}

TEST_CASE("a part of the matches is scaled up and called an estimate") {
  FacetCounter counter;
  count(counter, articles);
  CHECK(dump(counter.facets(400, true)).starts_with("outlet about: Wire 200 Post 100; 100 others"));
  CHECK(dump(counter.facets(4, false)).starts_with("outlet about: Wire 2 Post 1; 1 others"));
}

TEST_CASE("a long list of outlets is cut, and what is left out is counted") {
  FacetCounter counter;
  std::vector<std::string> names;
  for (int i = 0; i < 30; ++i) names.push_back("Outlet " + std::to_string(100 + i));
  for (const std::string& name : names) count(counter, {{name.c_str(), "en", "", {}}});
  const Facet outlets = counter.facets(30, true).front();
  CHECK(outlets.values.size() == SearchRequest{}.facet_values);
  CHECK(outlets.values.front().value == "Outlet 100");
  CHECK(outlets.others == 10);
}

TEST_CASE("nothing that matches has no facet values") {
  CHECK(dump(FacetCounter{}.facets(0, true)) ==
        "outlet:; 0 others\nlang:; 0 others\nmonth:; 0 others\n");
}

}  // namespace pantau
