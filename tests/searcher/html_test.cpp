#include "searcher/render/html.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE(
    "text is escaped for tags and quoted attributes, and cannot turn or hide its surroundings") {
  struct Case {
    std::string_view raw, escaped;
  };
  using namespace std::literals;
  const Case cases[] = {
      {"plain – text, 中文", "plain – text, 中文"},
      {"<b> & \"q\" 'a'", "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;"},
      {"&amp;", "&amp;amp;"},
      {"a\tb\nc\rd", "a b c d"},
      {"nul\0l"sv, "nul l"},
      {"bell\aend", "bell end"},
      {"turn\u202Eed\u2066\u2069\u200F", "turn ed  "},
      {"bad\xFF\xC3utf", "bad\uFFFD\uFFFDutf"},
      {"non\uFFFEcharacter\uFFFF", "noncharacter"},
      {"😀 stays", "😀 stays"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.raw);
    CHECK(escape_markup(c.raw) == c.escaped);
  }
}

TEST_CASE("markup is made of literals, pieces, numbers and escaped text") {
  Html inner;
  inner.text("a<b");
  Html html;
  html << "<p>" << inner << " " << 42 << "</p>";
  CHECK(html.str() == "<p>a&lt;b 42</p>");
}

}  // namespace pantau
