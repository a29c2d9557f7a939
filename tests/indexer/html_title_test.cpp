#include "indexer/extract/html_title.h"

#include <doctest/doctest.h>

#include "indexer/extract/title_parts.h"

namespace pantau {
namespace {

std::string title_of(std::string_view html) {
  const HtmlTree tree = parse_html(html);
  return find_title(tree, read_metadata(tree, mark_noise(tree), "https://paper.example/s")).text;
}

}  // namespace

TEST_CASE("the headline is what the page's titles agree on") {
  struct Case {
    std::string_view html, title;
  };
  constexpr Case cases[] = {
      {"<title>Rules for AI pass | The Paper</title><h1>Rules for AI pass</h1>",
       "Rules for AI pass"},
      {"<title>Rules for AI pass – Tech – The Paper</title>", "Rules for AI pass"},
      {"<title>Rules for AI pass - Paper</title><meta property=og:site_name content=Paper>",
       "Rules for AI pass"},
      {"<meta property=og:title content='Rules for AI: “all” pass'><h1>Rules for AI: \"all\" "
       "pass</h1><h1>Paper</h1>",
       "Rules for AI: \"all\" pass"},
      {"<meta property=og:title content='New rules for AI pass'><h1>Europe: New rules for AI "
       "pass</h1>"
       "<title>Europe: New rules for AI pass</title><script type=application/ld+json>"
       R"({"@type":"NewsArticle","headline":"Europe: New rules for AI pass"}</script>)",
       "New rules for AI pass"},
      {"<meta property=og:title content='Europe: new rules for AI pass'><h1><span>Kicker</span> "
       "<span>New rules for AI pass</span></h1>",
       "New rules for AI pass"},
      {"<meta property=og:title content='Europe: new rules pass'><h1><b>Europe:</b><i>new rules "
       "pass</i></h1>",
       "Europe: new rules pass"},
      {"<meta property=og:site_name content=Paper><meta property=og:title content='Paper: Rules "
       "for "
       "AI pass'>",
       "Rules for AI pass"},
      {"<meta property=og:site_name content=Paper><h1>Papers: what they are made of</h1>",
       "Papers: what they are made of"},
      {"<h1>A heading that stands alone</h1>", "A heading that stands alone"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(title_of(c.html) == c.title);
  }
}

TEST_CASE("names of sites are cut off, parts of headlines are not") {
  CHECK(without_site_name("Rules pass in all of Europe | World | The Paper", "The Paper") ==
        "Rules pass in all of Europe");
  CHECK(without_site_name("Well - maybe", "") == "Well - maybe");
  CHECK(without_site_name("A word - and then a longer story follows it", "") ==
        "A word - and then a longer story follows it");
}

TEST_CASE("the headline is found where h1 has the site's name or a section") {
  const auto title = [](const std::string& html) {
    const HtmlTree tree = parse_html(html);
    return find_title(tree, read_metadata(tree, mark_noise(tree), "https://a.example/x")).text;
  };
  const std::string headline = "Regulator consults on labels for clips";
  CHECK(title("<title>Bits: " + headline + "</title><meta property=og:title content='" + headline +
              "'><body><h1>Bits</h1><h3>" + headline + "</h3>") == headline);
  CHECK(title("<title>Office of the North - " + headline +
              "</title><body><h1>Office of the North</h1><h2>" + headline + "</h2>") == headline);
  CHECK(title("<title>" + headline + "</title><body><h1>Information Centre</h1><h2>" + headline +
              "</h2>") == headline);
  CHECK(title("<title>" + headline + " - Paper</title><body><h1>" + headline +
              "<a href=#x>\u00B6</a></h1>") == headline);
  CHECK(title("<title>网信办就标识规定征求意见_法治_港口日报</title><body>") ==
        "网信办就标识规定征求意见");
  CHECK(title("<title>网信办就标识规定征求意见-港口日报网</title><body>") ==
        "网信办就标识规定征求意见");
  CHECK(title("<title>x</title><meta property=og:title content='規定を公表\u3000意見を募集'><body>"
              "<h1>規定を公表\u3000意見を募集</h1>") == "規定を公表\u3000意見を募集");
}

}  // namespace pantau
