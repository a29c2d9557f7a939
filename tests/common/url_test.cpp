#include "common/url.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("one page has one spelling of its URL") {
  struct Case {
    std::string_view url, canonical;
  };
  constexpr Case cases[] = {
      {"https://www.solopos.example/a?id=3", "https://www.solopos.example/a?id=3"},
      {"HTTPS://WWW.Solopos.EXAMPLE:443/A", "https://www.solopos.example/A"},
      {"http://a.example:80", "http://a.example/"},
      {"http://a.example:8080/x", "http://a.example:8080/x"},
      {"https://a.example/x#comments", "https://a.example/x"},
      {"https://a.example/x?utm_source=feed&id=3&fbclid=zz", "https://a.example/x?id=3"},
      {"https://a.example/x?utm_source=feed", "https://a.example/x"},
      {"https://user:secret@a.example/x", "https://a.example/x"},
      {" https://a.example./x ", "https://a.example/x"},
      {"https://[2001:db8::1]:443/x", "https://[2001:db8::1]/x"},
      {"https://a.example?q=1", "https://a.example/?q=1"},
      {"javascript:alert(1)", ""},
      {"ftp://a.example/x", ""},
      {"/relative/path", ""},
      {"https:///x", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.url);
    CHECK(canonical_url(c.url) == c.canonical);
    CHECK(canonical_url(canonical_url(c.url)) == c.canonical);
  }
}

TEST_CASE("a home page names no page, and a host is lower case without its port") {
  CHECK(names_a_page("https://a.example/x"));
  CHECK(names_a_page("https://a.example/?p=12"));
  CHECK_FALSE(names_a_page("https://a.example/"));
  CHECK_FALSE(names_a_page("not a url"));
  CHECK(host_of("https://WWW.A.example:8080/x") == "www.a.example");
  CHECK(host_of("mailto:x@a.example").empty());
}

}  // namespace pantau
