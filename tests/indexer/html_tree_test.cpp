#include "indexer/extract/html_tree.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

/// "(p one (b two))": elements by their class, else a star; text as it is.
std::string dump(const HtmlTree& tree, NodeId id) {
  std::string out = "(" + std::string{tree.attribute(id, Attr::css_class)};
  for (NodeId i = id + 1; i < tree[id].end; i = tree[i].end)
    out += tree[i].tag == Tag::text ? std::string{tree.text(i)} : dump(tree, i);
  return out + ")";
}

std::string body_of(std::string_view html) {
  const HtmlTree tree = parse_html(html);
  return dump(tree, tree.find(Tag::body));
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("tag soup becomes the tree a reader sees") {
  struct Case {
    std::string_view html, tree;
  };
  constexpr Case cases[] = {
      {"<body><p class=a>one<p class=b>two", "((aone)(btwo))"},
      {"<body><div class=d><b class=x>one</div>", "((d(xone)))"},
      {"<body><p class=a>&eacute;&#8217;&amp;&lt;b&gt;</p>", "((aé’&<b>))"},
      {"<body><section class=s><custom-tag class=c>x</custom-tag></section>", "((s(cx)))"},
      {"<body></b></i><p class=a>x", "((ax))"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(body_of(c.html) == c.tree);
  }
}

TEST_CASE("the tree is UTF-8 whatever the page claims") {
  const HtmlTree tree = parse_html("<meta charset=iso-8859-1><title>监管 “é”</title>");
  CHECK(tree.text_below(tree.find(Tag::title)) == "监管 “é”");
}

TEST_CASE("attributes and texts are found again") {
  const HtmlTree tree =
      parse_html("<body><a href='/x' itemprop=url hidden>one <b>two</b></a><p>three");
  const NodeId a = tree.find(Tag::a);
  CHECK(tree.attribute(a, Attr::href) == "/x");
  CHECK(tree.attribute(a, Attr::itemprop) == "url");
  CHECK(tree.has(a, Attr::hidden));
  CHECK_FALSE(tree.has(a, Attr::rel));
  CHECK(tree.text_below(a) == "one two");
  CHECK(tree.text_below(0) == "one two three");
  CHECK(tree.find(Tag::table) == 0);
}

TEST_CASE("hostile pages give some tree, soon") {
  const std::string pages[] = {
      "",
      "<",
      repeat("<div>", 200'000) + "x",
      repeat("<b><i><span>", 60'000) + "x",
      repeat("<div>", 5'000) + repeat("</b>", 500'000),
      "<div " + repeat("class=x ", 200'000) + ">x",
      repeat("<p>x", 600'000),
      repeat("<table><tr><td>", 60'000),
      std::string(1'000'000, '&'),
  };
  for (const std::string& page : pages) {
    CAPTURE(page.substr(0, 40));
    const HtmlTree tree = parse_html(page);
    REQUIRE_FALSE(tree.nodes().empty());
    CHECK(tree[0].end == tree.nodes().size());
    for (NodeId i = 1; i < tree.nodes().size(); ++i) {
      REQUIRE(tree[i].parent < i);
      REQUIRE(tree[i].end > i);
      REQUIRE(tree[i].end <= tree[tree[i].parent].end);
    }
  }
  CHECK(parse_html(repeat("<p>x", 600'000)).cut());
}

TEST_CASE("an empty comment ends at once, and data in a template is no text") {
  const auto text = [](const char* html) {
    const HtmlTree tree = parse_html(html);
    return tree.text_below(tree.find(Tag::body));
  };
  CHECK(text("<body><p>One<!--> two<!-- not --> three<!---> four</p>") == "One two three four");
  CHECK(text("<body><p>One</p><script type=text/template> {\"a\":\"two\"}</script>") == "One");
  CHECK(text("<body><script type=text/template><p>One</p></script>") == "One");
}

}  // namespace pantau
