#include "searcher/search/recency.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

Date day(const char* text) {
  return *parse_iso_date(text);
}

}  // namespace

TEST_CASE("an article of today counts twice one without a date, and less with every day") {
  const Date today = day("2024-06-28");
  CHECK(recency_factor({}, today) == 1);
  CHECK(recency_factor(today, today) == 2);
  CHECK(recency_factor(day("2024-01-01"), today) == doctest::Approx(1.5).epsilon(0.01));
  CHECK(recency_factor(day("2014-01-01"), today) > recency_factor(day("2013-01-01"), today));
  CHECK(recency_factor(day("1700-01-01"), today) > 1);
  CHECK(recency_factor(day("2199-01-01"), today) == 2);
}

TEST_CASE("ages count from the newest article, but never from a day to come") {
  const Date clock = day("2024-06-28");
  CHECK(reference_day("20210320", clock) == day("2021-03-20"));
  CHECK(reference_day("21990101", clock) == clock);
  CHECK(reference_day("", clock) == clock);
}

}  // namespace pantau
