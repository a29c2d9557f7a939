#include "searcher/page/shown_names.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a host is shown as it is written unless it may pass for another one") {
  struct Case {
    std::string host, shown;
  };
  const Case cases[] = {
      {"www.bbc.co.uk", "www.bbc.co.uk"},
      {"münchen.example", "münchen.example"},
      {"日本ニュース.example", "日本ニュース.example"},
      {"новости.рф", "новости.рф"},
      {"аpple.com", "xn--pple-43d.com"},    // its first letter is Cyrillic
      {"аррӏе.com", "xn--80ak6aa92e.com"},  // all of its letters are
      {"news.αррle.com", ""},               // Greek, Cyrillic and Latin
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.host);
    if (c.shown.empty() && !c.host.empty())
      CHECK(shown_host(c.host).starts_with("news.xn--"));
    else
      CHECK(shown_host(c.host) == c.shown);
  }
}

TEST_CASE("languages have names in both languages of the page") {
  struct Case {
    std::string_view code, english, indonesian;
  };
  constexpr Case cases[] = {
      {"cs", "Czech", "Cheska"},       {"de", "German", "Jerman"},
      {"ko", "Korean", "Korea"},       {"th", "Thai", "Thai"},
      {"sw", "Swahili", "Swahili"},    {"is", "Icelandic", "Islandia"},
      {"fil", "Filipino", "Filipino"}, {"qqq", "qqq", "qqq"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.code);
    CHECK(display_language(c.code, "en") == c.english);
    CHECK(display_language(c.code, "id") == c.indonesian);
  }
}

}  // namespace pantau
