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

TEST_CASE(
    "what a minister said goes on below the colon, what a reader said has a day and is none") {
  const std::string story = "<div class=article-body>" + paragraphs(5);
  for (const char* line : {"The head of the office also said:", "Der Minister sagt:"}) {
    CAPTURE(std::string_view{line});
    const HtmlContent content = content_of(story + "<p>" + line +
                                           "</p><p>Rule 77 will come in May, as was promised to "
                                           "all of the platforms.</p></div>");
    CHECK(holds(content, "Rule 77"));
    CHECK(holds(content, "Rule 4"));
  }
  const HtmlContent blog =
      content_of(story +
                 "<p>Jane says:</p><p>3 May 2024 at 5:06 pm</p><p>Rule 77 will come in "
                 "May, as was promised to all of the platforms.</p></div>");
  CHECK_FALSE(holds(blog, "Rule 77"));
  CHECK(holds(blog, "Rule 4"));
}

TEST_CASE("a heading of comments ends the story only where readers write in boxes of their own") {
  const std::string more =
      "<p>Rule 77 will come in May, as was promised to all of the platforms that asked.</p>";
  CHECK(holds(content_of("<div class=article-body>" + paragraphs(5) + "<h2>Comments</h2>" + more +
                         "</div>"),
              "Rule 77"));
  CHECK_FALSE(holds(content_of("<div class=article-body>" + paragraphs(5) +
                               "<h2>5 Comments</h2><div class=x>" + more + "</div></div>"),
                    "Rule 77"));
}

TEST_CASE("a bare article or main is a name of the body") {
  for (const char* tag : {"article", "main"}) {
    CAPTURE(std::string_view{tag});
    std::string html = std::string{"<"} + tag + ">";
    for (int i = 0; i < 4; ++i) html += "<div><div><div>" + paragraphs(1) + "</div></div></div>";
    const HtmlContent content = content_of(html + "</" + tag + "><div>" + paragraphs(1) + "</div>");
    CHECK(content.strategy == "labels");
    CHECK(content.paragraphs == 4);
  }
}

TEST_CASE("pieces whose names differ in numbers alone are one body") {
  const std::string begin = "<div class='story-body story-body-";
  const HtmlContent content =
      content_of("<div>" + begin + "1'>" + paragraphs(2) + "</div>" + begin +
                 "2'><p>Rule 77 will come in May, as was promised to all.</p></div></div>");
  CHECK(holds(content, "Rule 0 "));
  CHECK(holds(content, "Rule 77"));
}

TEST_CASE("the story is the one at the headline, however long another one is") {
  const ContentHints hints{"Regulator consults on labels", {}, {}};
  const std::string headline = "<h1>Regulator consults on labels</h1>";
  std::string other;
  for (int i = 0; i < 9; ++i)
    other += "<p>Bread " + std::to_string(i) +
             " costs more again in all of the towns by the sea, as bakers said on Monday.</p>";
  const std::string pages[] = {
      "<article class=post>" + headline + "<div class=entry-content>" + paragraphs(4) +
          "</div></article><article class=post><h1>Bread</h1><div class=entry-content>" + other +
          "</div></article>",
      "<div class=w><div class=a>" + headline + "<div class=t>" + paragraphs(4) +
          "</div></div><div class=b><h2>Bread</h2><div class=m>" + other + "</div></div></div>",
      "<div class=w>" + headline + "<div class=t>" + paragraphs(4) +
          "</div></div><div class=z><div class=m>" + other + "</div></div>"};
  for (const std::string& page : pages) {
    CAPTURE(page);
    const HtmlContent content = content_of(page, hints);
    CHECK(holds(content, "Rule 3 "));
    CHECK_FALSE(holds(content, "Bread 1 "));
  }
}

TEST_CASE("the first paragraph may stand beside the picture, in a box of its own") {
  const ContentHints hints{"Regulator consults on labels", {}, {}};
  const HtmlContent content = content_of(
      "<main><h1>Regulator consults on labels</h1><div class=top-row><p>The office opened a "
      "consultation on Monday about labels for altered recordings, which platforms would have to "
      "show beside every clip.</p></div><div class=article-content>" +
          paragraphs(5) + "</div></main>",
      hints);
  CHECK(content.text.starts_with("The office opened"));
  CHECK(holds(content, "Rule 4 "));
}

TEST_CASE("paragraphs under linked headings are text where the story stands around them") {
  std::string html = "<div class=article-body>" + paragraphs(3);
  for (int i = 0; i < 4; ++i)
    html += "<h3><a href=/p" + std::to_string(i) + ">Label maker number " + std::to_string(i) +
            "</a></h3><p>Maker " + std::to_string(i) +
            " marks clips while they are cut, in the hands of all reporters.</p>";
  const HtmlContent content = content_of(html + "</div>");
  CHECK(holds(content, "Maker 0 "));
  CHECK(holds(content, "Label maker number 3"));
}

TEST_CASE("a heading of other stories ends at a paragraph, though it has links in it") {
  const HtmlContent content = content_of(
      "<div class=article-body>" + paragraphs(3) +
      "<p>Baca Juga</p><p><a href=/b>Another story of the day</a></p><p>Menurut <a href=/t>"
      "Menteri Komunikasi</a>, label harus tampil selama rekaman diputar di layar.</p></div>");
  CHECK(holds(content, "Menurut Menteri"));
  CHECK_FALSE(holds(content, "Another story"));
}

}  // namespace pantau
