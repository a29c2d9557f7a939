#include "indexer/extract/html_content.h"

#include <doctest/doctest.h>

#include "indexer/extract/html_witness.h"

namespace pantau {
namespace {

/// Ten paragraphs are an article; the number tells them apart.
std::string paragraphs(int count) {
  std::string out;
  for (int i = 0; i < count; ++i)
    out += "<p>Rule " + std::to_string(i) +
           " will apply to large platforms, the regulator said, after talks with industry.</p>";
  return out;
}

HtmlContent content_of(const std::string& body, const ContentHints& hints = {},
                       const HtmlMethod& method = {}) {
  const HtmlTree tree = parse_html("<body>" + body);
  return find_content(tree, mark_noise(tree), hints, method, true);
}

bool holds(const HtmlContent& content, std::string_view text) {
  return content.text.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("the body is found by its label, and by its paragraphs where it has none") {
  struct Case {
    std::string html;
    std::string_view strategy;
  };
  const std::string menu = "<div><a href=a>Home</a> <a href=b>World</a></div>";
  const Case cases[] = {
      {menu + "<div class=entry-content>" + paragraphs(9) + "</div>", "labels"},
      {menu + "<div itemprop=articleBody>" + paragraphs(9) + "</div>", "labels"},
      {menu + "<div class=x1>" + paragraphs(9) + "</div>", "density"},
      {"<div class=article-body>" + paragraphs(1) + "</div><div class=x>" + paragraphs(9) +
           "</div>",
       "density"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    const HtmlContent content = content_of(c.html);
    CHECK(content.strategy == c.strategy);
    CHECK(holds(content, "Rule 0 "));
    CHECK(holds(content, "Rule 8 "));
    CHECK_FALSE(holds(content, "World"));
  }
}

TEST_CASE("a body in several pieces of one name is one body") {
  const std::string piece = "<div class=post-text>" + paragraphs(3) + "</div>";
  const HtmlContent content =
      content_of("<div>" + piece + "<p>An advertisement stood here once, they say.</p>" +
                 "<div class=post-text><p>The last piece of the story ends it all, as was "
                 "said.</p></div></div>");
  CHECK(holds(content, "Rule 2 "));
  CHECK(holds(content, "The last piece"));
}

TEST_CASE("paragraphs stay in reading order with empty lines between") {
  const HtmlContent content = content_of(
      "<article><p>The first sentence of this story is here.</p><h2>Why</h2><ul><li>One point made "
      "by all of them.</li></ul><p>The last sentence of this story is here.</p></article>");
  CHECK(content.text ==
        "The first sentence of this story is here.\n\nWhy\n\nOne point made by all of them.\n\n"
        "The last sentence of this story is here.");
}

TEST_CASE("the summary above the body is part of the text") {
  const std::string lead = "A summary that says in one sentence what the whole story says.";
  const std::string body = "<div class=entry-content>" + paragraphs(5) + "</div>";
  const ContentHints title{"The headline", "", ""};
  CHECK(content_of("<h1>The headline</h1><div class=standfirst>" + lead + "</div>" + body, title)
            .text.starts_with(lead));
  CHECK(content_of("<div>" + lead + "</div>" + body, {"", lead, ""}).text.starts_with(lead));
  CHECK_FALSE(holds(content_of("<div>" + lead + "</div>" + body), lead));
  HtmlMethod off;
  off.lead = false;
  CHECK_FALSE(holds(content_of("<div>" + lead + "</div>" + body, {"", lead, ""}, off), lead));
}

TEST_CASE("names that lead astray do not cost the article") {
  CHECK(holds(content_of("<div class=widget>" + paragraphs(2) + "</div>"), "Rule 1 "));
  CHECK(
      holds(content_of("<div class=related><p>A short piece of text, and all there is.</p></div>"),
            "all there is"));
}

TEST_CASE("a body that only JSON-LD holds is taken from there") {
  std::string body;
  for (int i = 0; i < 9; ++i)
    body += "The regulator wrote rule " + std::to_string(i) + " for all platforms.\n";
  const HtmlContent content =
      content_of("<div id=app><p>Loading the page, please wait.</p></div>", {"", "", body});
  CHECK(content.strategy == "json-ld");
  CHECK(holds(content, "rule 8 for all platforms."));
  CHECK(content.paragraphs == 9);
}

TEST_CASE("a body JSON-LD vouches for is found in a part that is called noise") {
  std::string body,
      html = "<div class=entry-content>" + paragraphs(4) + "</div><div class=comments>";
  for (int i = 0; i < 9; ++i) {
    const std::string line =
        "The minister wrote decree " + std::to_string(i) + " for all platforms.";
    body += line + "\n";
    html += "<p>" + line + "</p>";
  }
  CHECK(content_of(html + "</div>", {"", "", body}).strategy == "witness");
}

TEST_CASE("a witness holds texts whatever their signs, and gives up in bounded time") {
  Witness witness{"“One” two, three… four & five"};
  CHECK(witness.holds(letters_of("two: three")));
  CHECK(witness.holds(letters_of("one")));
  CHECK_FALSE(witness.holds(letters_of("six")));
  CHECK_FALSE(witness.holds(""));
  Witness hostile{std::string(1'000'000, 'a')};
  for (int i = 0; i < 2'000; ++i) CHECK_FALSE(hostile.holds(std::string(30, 'a') + "b"));
}

TEST_CASE("every block of an explained page has a verdict") {
  const HtmlContent content = content_of("<nav>Menu</nav><article>" + paragraphs(3) + "</article>");
  REQUIRE(content.verdicts.size() == 4);
  CHECK(content.verdicts[0].reason == "outside");
  CHECK(content.verdicts[1].kept);
}

TEST_CASE("a page without text gives an empty one") {
  CHECK(content_of("").text.empty());
  CHECK(content_of("<img><br>").text.empty());
}

}  // namespace pantau
