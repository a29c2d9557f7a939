#include "indexer/extract/outlet_day.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

Date day(const char* iso) {
  return *parse_iso_date(iso);
}

std::string local(std::string_view moment, std::string_view host, const char* address = "",
                  const char* written = "") {
  return to_iso(outlet_day(moment, day(std::string{moment.substr(0, 10)}.c_str()),
                           {host, parse_iso_date(address), parse_iso_date(written)}));
}

}  // namespace

TEST_CASE("a moment in UTC is on the outlet's day, by its address, its country or its readers") {
  CHECK(local("2023-11-09T01:09:55Z", "ledger.example", "2023-11-08") == "2023-11-08");
  CHECK(local("2023-11-09T01:09:55+00:00", "ledger.example", "", "2023-11-08") == "2023-11-08");
  CHECK(local("2023-11-09T17:30:00Z", "www.kabar.id") == "2023-11-10");
  CHECK(local("2023-11-09T16:30:00Z", "www.kabar.id") == "2023-11-09");
  CHECK(local("2023-07-09T22:30:00Z", "zeitung.de") == "2023-07-10");  // summer time
  CHECK(local("2023-12-09T22:30:00Z", "zeitung.de") == "2023-12-09");
  CHECK(local("2023-11-09T20:00:00Z", "news.example") == "2023-11-09");
}

TEST_CASE("a moment with its own offset, or none, and evidence of another time change nothing") {
  CHECK(local("2023-11-09T01:09:55-07:00", "ledger.example", "2023-11-08") == "2023-11-09");
  CHECK(local("2023-11-09T01:09:55", "www.kabar.id", "2023-11-08") == "2023-11-09");
  CHECK(local("2023-11-09", "www.kabar.id", "2023-11-08") == "2023-11-09");
  CHECK(local("2023-11-09T13:00:00Z", "ledger.example", "", "2023-11-08") == "2023-11-09");
  CHECK(local("2023-11-09T05:00:00Z", "ledger.example", "", "2023-11-10") == "2023-11-09");
  CHECK(local("2023-11-09T01:00:00Z", "ledger.example", "2023-10-01") == "2023-11-09");
}

}  // namespace pantau
