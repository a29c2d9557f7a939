#include "indexer/extract/outlet.h"

#include <doctest/doctest.h>

#include "common/embedded.h"
#include "common/tsv.h"

namespace pantau {

TEST_CASE("an outlet is known by its host or a domain above it") {
  struct Case {
    std::string_view host, name;
  };
  constexpr Case cases[] = {
      {"solopos.com", "Solopos.com"},
      {"www.solopos.com", "Solopos.com"},
      {"bisnis.solopos.com", "Solopos.com"},
      {"notsolopos.com", "notsolopos.com"},
      {"www.unknown.example", "unknown.example"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.host);
    CHECK(outlet_of_host(c.host) == c.name);
  }
}

TEST_CASE("the outlet table is sorted, without duplicates, with a host and a name in each row") {
  std::string_view last;
  for (const auto& row : tsv_rows(embedded::outlets)) {
    CAPTURE(row[0]);
    REQUIRE(row.size() == 2);
    CHECK(last < row[0]);
    CHECK(row[0].find('.') != std::string_view::npos);
    CHECK_FALSE(row[0].starts_with("www."));
    CHECK_FALSE(row[1].empty());
    last = row[0];
  }
}

}  // namespace pantau
