#include "common/host_name.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a host has one name in ASCII and one in its own script") {
  CHECK(host_in_ascii("münchen.example") == "xn--mnchen-3ya.example");
  CHECK(host_in_own_script("xn--mnchen-3ya.example") == "münchen.example");
  CHECK(host_in_ascii("news.example") == "news.example");
  CHECK(host_in_own_script("news.example") == "news.example");
}

TEST_CASE("what is no host has no other name") {
  for (const char* host : {"[2001:db8::1]", "a b.example", "xn--a.example", "\xff.example"}) {
    CAPTURE(host);
    CHECK(host_in_ascii(host).empty());
  }
}

}  // namespace pantau
