#include "indexer/extract/html_entities.h"

#include <doctest/doctest.h>

#include "common/utf8.h"

namespace pantau {
namespace {

std::string text_of(std::string_view html) {
  std::string out;
  append_html_text(html, out);
  return out;
}

}  // namespace

TEST_CASE("text is what its reader sees") {
  struct Case {
    std::string_view html, text;
  };
  constexpr Case cases[] = {
      {"", ""},
      {"two words", "two words"},
      {" a  b\n\tc ", " a b\nc "},
      {"&eacute;&Eacute;&rsquo;&Zeta;", "éÉ’Ζ"},
      {"&#233;&#xE9;&#XE9;&#233", "éééé"},
      {"&lt;p&gt; &amp;amp;", "<p> &amp;"},
      {"&#x1F600;", "\xF0\x9F\x98\x80"},
      {"AT&T & R&D; &nosuchname; &; &#; &#x;", "AT&T & R&D; &nosuchname; &; &#; &#x;"},
      {"&#146;&#150;", "’–"},                            // browsers read them as windows-1252
      {"&#0;&#27;&#8238;&#55296;&#99999999;", "     "},  // what can harm a terminal becomes a space
      {"&", "&"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(text_of(c.html) == c.text);
  }
}

TEST_CASE("a word of megabytes is no text, the words around it are") {
  const std::string word(8'000'000, 'a');
  CHECK(text_of("one two " + word + " three") == "one two  three");
  CHECK(text_of(word).empty());
  CHECK(is_valid_utf8(text_of("&#128;" + word + "&#xDFFF;")));
}

TEST_CASE("values keep their white space") {
  std::string out;
  append_html_value("a  b &quot;c&quot;", out);
  CHECK(out == "a  b \"c\"");
}

}  // namespace pantau
