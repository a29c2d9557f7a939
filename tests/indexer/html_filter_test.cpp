#include "indexer/extract/html_filter.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

std::string filtered(std::string_view html, std::size_t open_elements = 1) {
  HtmlFilter filter{html};
  std::string all, chunk;
  while (filter.next(chunk, open_elements)) all += chunk;
  return all;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("what can hold no article is left out of a page before it is parsed") {
  struct Case {
    std::string_view html, left;
  };
  constexpr Case cases[] = {
      {"a<script>if (1 < 2) '</p>';</script>b", "ab"},
      {"a<SCRIPT type=x>..</SCRIPT\n>b", "ab"},
      {"a<style>p > b {}</style>b", "ab"},
      {"a<!-- <p> -->b<!DOCTYPE html><?php x ?>c", "abc"},
      {"a<svg><path d='x'/></svg>b", "ab"},
      {"a<script>never closed", "a"},
      {"a<svg>never closed <p>b", "a<svg>never closed <p>b"},
      {"a<!-- never closed\n<p>b", "a\n<p>b"},
      {"1 < 2 <3 <<p>x", "1 &lt; 2 &lt;3 &lt;<p>x"},
      {"a </ b", "a &lt;/ b"},
      {"<p   class = 'x y'  onclick=\"f('>')\">a", "<p class=\"x y\">a"},
      {"<a href=/x/ data-foo=1 title='say \"hi\"'>",
       "<a href=\"/x/\" title=\"say &quot;hi&quot;\">"},
      {"<div style='color:red'><div style='display: none'>", "<div><div hidden=\"\">"},
      {"<div data-testid=body>", "<div hint=\"body\">"},
      {"<p a <b>x", "<p><b>x"},
      {"a \n\t  b", "a b"},
      {"<script type=text/template><p>kept</p></script>", "<p>kept</p></script>"},
      {"<script type=text/template><p>{{name}}</p></script>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(filtered(c.html) == c.left);
  }
}

TEST_CASE("JSON-LD is set aside as written") {
  const std::string_view html =
      R"(<script type='application/ld+json; charset=utf-8'>{"a":1}</script>)";
  HtmlFilter filter{html};
  std::string chunk;
  while (filter.next(chunk, 1)) CHECK(chunk.empty());
  REQUIRE(filter.json_ld().size() == 1);
  CHECK(filter.json_ld()[0] == R"({"a":1})");
}

TEST_CASE("hostile markup comes out bounded") {
  CHECK(filtered("<div " + repeat("class=x ", 100'000) + ">").size() < 1000);
  CHECK(filtered(repeat("<div>", 1000), 10'000).empty());
  CHECK(filtered("<br>" + repeat("<div>", 10), 10'000) == "<br>");
  CHECK(filtered(repeat("</b>", 1'000'000), 5'000).size() < 100'000);
  CHECK(filtered(std::string(8'000'000, 'a') + " b").size() < 100'000);
  CHECK(filtered(std::string(8'000'000, '<')).size() < 100);
  CHECK(filtered(repeat("<p>word ", 4'000'000)).size() < 5'000'000);
  CHECK(filtered("<p title=\"" + std::string(100'000, 'x') + "\">").size() < 5'000);
}

}  // namespace pantau
