#include "indexer/extract/html_filter.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

std::string bare_tags(std::string_view html, HtmlParts& parts, std::size_t open_elements = 1) {
  HtmlFilter filter{html, parts};
  std::string all, chunk;
  while (filter.next(chunk, open_elements)) all += chunk;
  return all;
}

std::string bytes_of(const HtmlParts& parts, std::uint32_t begin, std::uint32_t size) {
  return parts.bytes.substr(begin, size);
}

std::string attributes_of(const HtmlParts& parts, const HtmlParts::Tag& tag) {
  std::string out;
  for (std::uint32_t i = tag.attributes; i < tag.attributes + tag.count; ++i) {
    const HtmlAttribute& a = parts.attributes[i];
    out += ' ' + std::to_string(static_cast<int>(a.attr)) + '=' + bytes_of(parts, a.begin, a.size);
  }
  return out;
}

/// The bare tags with all that was set aside put back: attributes as ` number=value`.
std::string filtered(std::string_view html, std::size_t open_elements = 1) {
  HtmlParts parts;
  const std::string tags = bare_tags(html, parts, open_elements);
  std::string out;
  std::size_t text = 0;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == 'x') {
      out += bytes_of(parts, parts.texts[text].begin, parts.texts[text].size);
      ++text;
      continue;
    }
    const auto end = tags[i] == '<' ? tags.find('>', i) : i;
    const std::string tag = tags.substr(i, end + 1 - i);
    const auto index = tag.find(" i=");
    out += tag.substr(0, index);
    if (index != std::string::npos)
      out += attributes_of(parts, parts.tags[std::stoul(tag.substr(index + 3))]) + '>';
    i = end;
  }
  return out;
}

/// Bytes handed to the parser, and bytes set aside.
std::size_t size_of(std::string_view html) {
  HtmlParts parts;
  return bare_tags(html, parts).size() + parts.bytes.size();
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
      {"a<!-- never closed\n<p>b", "a <p>b"},
      {"1 < 2 <3 <<p>x", "1 < 2 <3 <<p>x"},
      {"a </ b", "a </ b"},
      {"<p   class = 'x y'  onclick=\"f('>')\">a", "<p 1=x y>a"},
      {"<a href=/x/ data-foo=1 title='say \"hi\" &amp; go'>", "<a 6=/x/ 15=say \"hi\" & go>"},
      {"<div style='color:red'><div style='display: none'>", "<div><div 4=>"},
      {"<div data-testid=body>", "<div 5=body>"},
      {"x <b>x</b> &lt;x", "x <b>x</b> <x"},
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
  HtmlParts parts;
  CHECK(bare_tags(html, parts).empty());
  REQUIRE(parts.json_ld.size() == 1);
  CHECK(parts.json_ld[0] == R"({"a":1})");
}

TEST_CASE("hostile markup comes out bounded") {
  CHECK(size_of("<div " + repeat("class=x ", 100'000) + ">") < 1000);
  CHECK(filtered(repeat("<div>", 1000), 10'000).empty());
  CHECK(filtered("<br>" + repeat("<div>", 10), 10'000) == "<br>");
  CHECK(filtered(repeat("</b>", 1'000'000), 5'000).size() < 100'000);
  CHECK(filtered(std::string(8'000'000, 'a') + " b") == " b");
  CHECK(size_of(std::string(8'000'000, '<')) < 100);
  CHECK(size_of(repeat("<p>word ", 4'000'000)) < 5'000'000);
  CHECK(size_of("<p title=\"" + std::string(100'000, 'x') + "\">") < 5'000);
}

}  // namespace pantau
