#include "indexer/extract/html_outlet.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("the outlet is what the page calls its site, wherever it says so") {
  struct Case {
    std::string_view html, host, outlet, source;
  };
  constexpr Case cases[] = {
      {"<meta property=og:site_name content='The Paper'><title>A | B</title>", "a.example",
       "The Paper", "meta"},
      {"<title>Rules pass | Bisnis</title>", "bisnis.solopos.com", "Solopos.com", "table of hosts"},
      {"<title>Rules for AI pass – Old Gazette</title>", "www.oldgazette.example", "Old Gazette",
       "title"},
      {"<title>Rules for AI pass</title><body><b>Old Gazette</b><p>oldgazette",
       "oldgazette.example", "Old Gazette", "text"},
      {"<title>Plainwire</title><body><b>Rules for AI pass</b>", "", "Plainwire", "title"},
      {"<title>Rules for AI pass</title>", "unknown.example", "", ""},
      {"<title>Plainwire</title><h1>Rules for AI pass</h1>", "", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    const HtmlTree tree = parse_html(c.html);
    const FoundText found = find_outlet(tree, read_metadata(tree, mark_noise(tree), ""), c.host);
    CHECK(found.text == c.outlet);
    CHECK(found.from.source == c.source);
  }
}

}  // namespace pantau
