#include "indexer/extract/html_blocks.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

std::string dump(std::string_view html) {
  static constexpr std::string_view kinds[] = {"p", "h", "li", "q", "td", "pre"};
  const HtmlTree tree = parse_html(html);
  std::string out;
  for (const HtmlBlock& block : read_blocks(tree, mark_noise(tree)))
    out += std::string{kinds[static_cast<std::size_t>(block.kind)]} + ":" + block.text + "|";
  return out;
}

}  // namespace

TEST_CASE("a page is cut into the blocks a person sees") {
  struct Case {
    std::string_view html, blocks;
  };
  constexpr Case cases[] = {
      {"<p>One <b>two</b> <a>three</a>.<p>Four", "p:One two three.|p:Four|"},
      {"<div>a<p>b</p>c</div>", "p:a|p:b|p:c|"},
      {"one<br>line<br><br>two", "p:one line|p:two|"},
      {"<h2>Head</h2><ul><li>x<li><p>y</p></ul>", "h:Head|li:x|li:y|"},
      {"<blockquote><p>said</p></blockquote><pre>a  b</pre>", "q:said|pre:a b|"},
      {"<table><tr><td>1<td>2</table>", "td:1|td:2|"},
      {"<p>text <span class=share>Share</span> goes on", "p:text goes on|"},
      {"<p> &nbsp; </p>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(dump(c.html) == c.blocks);
  }
}

TEST_CASE("the share of links of a block is known") {
  const HtmlTree tree = parse_html("<body><p><a href=x>12345</a>12345");
  const auto blocks = read_blocks(tree, mark_noise(tree));
  REQUIRE(blocks.size() == 1);
  CHECK(link_density(blocks[0]) == doctest::Approx(0.5));
}

TEST_CASE("sentences end in any of the big scripts, behind quotes and brackets too") {
  for (const std::string_view text :
       {"Yes.", "Yes!\"", "“Yes?”", "是。", "「是。」", "है।", "(Yes.)"}) {
    CAPTURE(text);
    CHECK(ends_sentence(text));
  }
  for (const std::string_view text : {"", "Yes", "By Ana", "是", "\""}) {
    CAPTURE(text);
    CHECK_FALSE(ends_sentence(text));
  }
  CHECK(reading_width("abcd") == 4);
  CHECK(reading_width("é") == 1);
  CHECK(reading_width("监管") == 5);
}

TEST_CASE("an anchor without an address is no link") {
  const HtmlTree tree = parse_html(
      "<body><p><a name=x>A whole paragraph of text.</a></p>"
      "<p><a href=/x>A link.</a></p>");
  const auto blocks = read_blocks(tree, mark_noise(tree));
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].link_bytes == 0);
  CHECK(blocks[1].link_bytes > 0);
}

TEST_CASE("marks of foot-notes are no text, raised numbers are") {
  const HtmlTree tree = parse_html(
      "<body><p>It has drifted far.<sup>1</sup></p><p>Facts are apart<sup><a href=#n>[2]</a></sup>"
      "</p><p>A room of 10 m<sup>2</sup>.</p>");
  const auto blocks = read_blocks(tree, mark_noise(tree));
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[0].text == "It has drifted far.");
  CHECK(blocks[1].text == "Facts are apart");
  CHECK(blocks[2].text == "A room of 10 m2.");
}

}  // namespace pantau
