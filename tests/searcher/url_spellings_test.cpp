#include "searcher/query/url_spellings.h"

#include <algorithm>

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("an address is known under its other scheme, its other end and its other host") {
  struct Case {
    std::string_view typed, indexed;
  };
  constexpr Case cases[] = {
      {"https://news.example/a/", "https://news.example/a/"},
      {"https://news.example/a", "https://news.example/a/"},
      {"https://news.example/a/", "https://news.example/a"},
      {"http://NEWS.example:80/a", "https://news.example/a"},
      {"news.example/a", "https://news.example/a"},
      {"news.example/a", "http://news.example/a/"},
      {"https://news.example/a?utm_source=x", "http://news.example/a"},
      {"https://münchen.example/straße", "https://xn--mnchen-3ya.example/straße"},
      {"https://xn--mnchen-3ya.example/stra%c3%9fe", "https://münchen.example/straße"},
      {"https://münchen.example/straße", "https://münchen.example/stra%C3%9Fe"},
      {"https://news.example/%7Eana", "https://news.example/~ana"},
      {"https://news.example:8080/a", "http://news.example:8080/a/"},
      {"https://[2001:db8::1]/a", "https://[2001:db8::1]/a/"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.typed);
    CAPTURE(c.indexed);
    const auto spellings = url_spellings(c.typed);
    CHECK(std::count(spellings.begin(), spellings.end(), c.indexed) == 1);
  }
}

TEST_CASE("the address as typed comes first, and other pages never") {
  CHECK(url_spellings("https://news.example/a").front() == "https://news.example/a");
  for (const std::string_view other :
       {"https://www.news.example/a", "https://news.example/A", "https://news.example/a?id=1",
        "https://news.example/a%2Fb"}) {
    CAPTURE(other);
    for (const std::string& spelling : url_spellings("https://news.example/a"))
      CHECK(spelling != other);
  }
  CHECK(url_spellings("https://news.example/?u=a").size() == 2);  // a parameter's end is its own
}

TEST_CASE("what is no address has no spellings") {
  for (const std::string_view text : {"", "https://", "ftp://news.example/a"}) {
    CAPTURE(text);
    CHECK(url_spellings(text).empty());
  }
}

}  // namespace pantau
