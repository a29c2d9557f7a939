#include "indexer/extract/html_metadata.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

HtmlMetadata metadata_of(std::string_view html, std::string_view url = "https://a.example/story") {
  const HtmlTree tree = parse_html(html);
  return read_metadata(tree, mark_noise(tree), url);
}

}  // namespace

TEST_CASE("meta elements are found by any of their names, in the order asked for") {
  const HtmlMetadata metadata = metadata_of(
      "<html lang=id-ID><title> A \n b </title><meta property=OG:Title content='x  y'>"
      "<meta name=author itemprop=creator content=Ana>");
  CHECK(metadata.html_title == "A b");
  CHECK(metadata.language == "id-ID");
  CHECK(metadata.meta({"og:title"}) == "x y");
  CHECK(metadata.meta({"nothing", "creator", "og:title"}) == "Ana");
  CHECK(metadata.meta({"nothing"}).empty());
}

TEST_CASE("a canonical URL is believed when it names a page of the same site") {
  struct Case {
    std::string_view canonical, url;
  };
  constexpr Case cases[] = {
      {"https://www.a.example/story-1", "https://www.a.example/story-1"},
      {"https://www.a.example/", "https://a.example/story"},
      {"https://b.example/story", "https://a.example/story"},
      {"/story-1", "https://a.example/story"},
      {"", "https://a.example/story"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.canonical);
    const std::string html = "<link rel=canonical href='" + std::string{c.canonical} + "'>";
    CHECK(plausible_canonical(metadata_of(html)) == c.url);
  }
}

TEST_CASE("the site's name comes from the page") {
  CHECK(site_name_of(metadata_of("<meta property=og:site_name content='The Paper'>")).text ==
        "The Paper");
  CHECK(site_name_of(metadata_of(R"(<script type=application/ld+json>
      {"@type":"NewsArticle","publisher":{"name":"The Paper"}}</script>)"))
            .text == "The Paper");
  CHECK(site_name_of(metadata_of("")).text.empty());
}

}  // namespace pantau
