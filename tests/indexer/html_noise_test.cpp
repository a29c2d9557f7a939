#include "indexer/extract/html_noise.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("the words of class names say what a part of a page is") {
  struct Case {
    std::string_view names;
    Noise noise;
    int body;
    bool lead;
  };
  constexpr Case cases[] = {
      {"", Noise::none, 0, false},
      {"news-list text", Noise::none, 0, false},
      {"article__related-links", Noise::related, 1, false},
      {"readMore", Noise::related, 0, false},
      {"baca-juga", Noise::related, 0, false},
      {"sidebar", Noise::aside, 0, false},
      {"entry-content clearfix", Noise::none, 2, false},
      {"articleBody", Noise::none, 2, false},
      {"td-post-content", Noise::none, 2, false},
      {"HTMLContent", Noise::none, 0, false},
      {"img-caption", Noise::caption, 0, false},
      {"story-comments", Noise::comments, 1, false},
      {"cookie-consent", Noise::consent, 0, false},
      {"article-lead", Noise::none, 1, true},
      {"loader download", Noise::none, 0, false},
      {"hidden", Noise::hidden, 0, false},
      {"hidden-xs", Noise::none, 0, false},
      {"field-label-hidden", Noise::none, 0, false},
      {"visually-hidden", Noise::hidden, 0, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.names);
    const NameEvidence evidence = name_evidence(c.names);
    CHECK(to_string(evidence.noise) == to_string(c.noise));
    CHECK(evidence.body == c.body);
    CHECK(evidence.lead == c.lead);
  }
}

namespace {

constexpr std::string_view prose =
    "The regulator said on Monday that platforms must label such content within ninety days.";

/// What stands against the first text node that holds `text`.
Noise noise_around(const std::string& html, std::string_view text) {
  const HtmlTree tree = parse_html(html);
  const auto marks = mark_noise(tree);
  for (NodeId i = 1; i < marks.size(); ++i)
    if (tree.text(i).find(text) != std::string_view::npos) return marks[i].noise;
  FAIL("no such text");
  return Noise::none;
}

}  // namespace

TEST_CASE("noise is inherited, and the article is not noise whatever its wrappers are called") {
  const std::string p = "<p>" + std::string{prose} + "</p>";
  const std::string article = p + p + p + "<p>LOOK " + std::string{prose} + "</p>";
  struct Case {
    std::string html;
    Noise noise;
  };
  const Case cases[] = {
      {article, Noise::none},
      {"<nav><div><p>LOOK</p></div></nav>" + p + p, Noise::navigation},
      {"<div role=complementary><p>LOOK</p></div>" + p, Noise::aside},
      {"<div role=dialog><p>LOOK</p></div>" + p, Noise::promotion},
      {"<div class=with-sidebar>" + article + "</div>", Noise::none},
      {"<form>" + article + "</form>", Noise::none},
      {"<div style='display:none'><p>LOOK</p></div>" + p + p, Noise::hidden},
      {"<div class=comments>" + article + "</div>" + p, Noise::comments},
      {"<div class=cookie-wall>" + article + "</div>" + p, Noise::consent},
      {"<div class=widget>" + p + "</div><div class=widget><p>LOOK</p>" + p + "</div>",
       Noise::none},
      {"<div class=share-head><h1>LOOK at this long headline</h1></div>" + p, Noise::none},
      {"<aside class=byline>LOOK</aside>" + p, Noise::byline},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(to_string(noise_around("<body>" + c.html, "LOOK")) == to_string(c.noise));
  }
}

TEST_CASE("an id that is made of a heading says nothing of its section") {
  const HtmlTree tree = parse_html(
      "<body><section id=sharing-with-third-parties><h2>Sharing with third parties</h2><p>Text."
      "</p></section><section id=share-box><h2>Tell your friends</h2><p>Text.</p></section>");
  const auto marks = mark_noise(tree);
  std::vector<Noise> sections;
  for (NodeId i = 1; i < marks.size(); ++i)
    if (tree[i].tag == Tag::section) sections.push_back(marks[i].noise);
  REQUIRE(sections.size() == 2);
  CHECK(sections[0] == Noise::none);
  CHECK(sections[1] == Noise::share);
}

TEST_CASE("a name for one case of display says nothing") {
  CHECK(name_evidence("text-lg print:hidden").noise == Noise::none);
  CHECK(name_evidence("md:share share").noise == Noise::share);
  CHECK(name_evidence("lg:article-body").body == 0);
}

}  // namespace pantau
