#include "common/date.h"

#include <doctest/doctest.h>

using namespace std::string_view_literals;

namespace pantau {

TEST_CASE("an ISO date is read when the day exists, whatever time follows it") {
  struct Case {
    std::string_view text, iso;
  };
  constexpr Case cases[] = {
      {"2021-03-20", "2021-03-20"},
      {"2021-03-20T08:15:00Z", "2021-03-20"},
      {"2021-03-20 08:15", "2021-03-20"},
      {"2024-02-29", "2024-02-29"},
      {"2023-02-29", ""},
      {"2021-13-01", ""},
      {"2021-3-20", ""},
      {"2021-03-200", ""},
      {"2021/03/20", ""},
      {"0000-01-01", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto date = parse_iso_date(c.text);
    CHECK((date ? to_iso(*date) : "") == c.iso);
  }
}

TEST_CASE("a year, a month and a day each stand for a period") {
  struct Case {
    std::string_view text, first, last;
  };
  constexpr Case cases[] = {
      {"2021", "2021-01-01", "2021-12-31"},
      {"2021-02", "2021-02-01", "2021-02-28"},
      {"2024-02", "2024-02-01", "2024-02-29"},
      {"2021-03-20", "2021-03-20", "2021-03-20"},
      {"2021-00", "", ""},
      {"21", "", ""},
      {"last week", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto period = parse_period(c.text);
    CHECK((period ? to_iso(period->first) : "") == c.first);
    CHECK((period ? to_iso(period->last) : "") == c.last);
  }
}

TEST_CASE("dates are written for people, for programs and for sorting") {
  const auto date = make_date(2021, 3, 5);
  REQUIRE(date);
  CHECK(to_words(*date) == "5 March 2021");
  CHECK(to_iso(*date) == "2021-03-05");
  CHECK(to_compact(*date) == "20210305");
  CHECK(parse_compact_date("20210305") == date);
  CHECK_FALSE(parse_compact_date("20211305"));
}

}  // namespace pantau
