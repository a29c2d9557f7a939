#include "searcher/query/filter_query.h"

#include <doctest/doctest.h>

#include "searcher/query/query_node.h"
#include "searcher/query/query_parser.h"

namespace pantau {

TEST_CASE("filters alone become a query that finds what they let through") {
  struct Case {
    std::vector<std::string> entities, outlets, languages;
    const char *from, *to;
    std::string_view tree;
  };
  const Case cases[] = {
      {{}, {}, {}, "", "", "(nothing)"},
      {{"Bank Indonesia", "ojk"}, {}, {}, "", "", R"((label entity "Bank Indonesia"))"},
      {{"a\"b"}, {}, {}, "", "", R"((label entity "a\"b"))"},
      {{}, {}, {"en", "id"}, "", "", "(any (label lang en) (label lang id))"},
      {{},
       {"Policy Wire"},
       {},
       "",
       "",
       R"((any (phrase outlet "Policy Wire") (label host "Policy Wire")))"},
      {{}, {}, {}, "2021-03-01", "", "(date_range date 2021-03-01 ..)"},
      {{}, {}, {}, "", "2021-03-01", "(date_range date .. 2021-03-01)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.tree);
    SearchRequest request;
    request.entities = c.entities;
    request.outlets = c.outlets;
    request.languages = c.languages;
    request.from = parse_iso_date(c.from);
    request.to = parse_iso_date(c.to);
    CHECK(dump(parse_query(filter_query(request), {}).root) == c.tree);
  }
}

}  // namespace pantau
