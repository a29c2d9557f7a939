#include "indexer/extract/html_json_ld.h"

#include <doctest/doctest.h>

#include <span>

namespace pantau {
namespace {

JsonLd read(std::string_view block, std::string_view url = "https://a.example/story") {
  return read_json_ld(std::span{&block, 1}, url);
}

}  // namespace

TEST_CASE("an article's description is read in the forms sites give it") {
  constexpr std::string_view blocks[] = {
      R"({"@type":"NewsArticle","headline":"A &amp; B","author":{"name":"Ana"},"datePublished":"2024-01-02"})",
      R"([{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"A & B","author":["Ana"],"datePublished":"2024-01-02"}])",
      R"({"@graph":[{"@type":"Article","headline":"A & B","author":{"@id":"#p"},"datePublished":"2024-01-02"},{"@type":"Person","@id":"#p","name":"Ana"}]})",
      "//<![CDATA[\n{\"@type\":\"http://schema.org/NewsArticle\",\"headline\":\"A\n& "
      "B\",\"author\":[{\"name\":\"Ana\"},],\"datePublished\":\"2024-01-02\"};\n//]]>",
  };
  for (const std::string_view block : blocks) {
    CAPTURE(block);
    const JsonLd found = read(block);
    CHECK(found.is_article);
    CHECK(found.headline == "A & B");
    REQUIRE(found.authors.size() == 1);
    CHECK(found.authors[0] == "Ana");
    CHECK(found.published == "2024-01-02");
  }
}

TEST_CASE("of several articles the one of this page counts") {
  const JsonLd found = read(
      R"([{"@type":"NewsArticle","headline":"Other","url":"https://a.example/other"},)"
      R"({"@type":"NewsArticle","headline":"This","mainEntityOfPage":{"@id":"https://a.example/story"}}])");
  CHECK(found.headline == "This");
}

TEST_CASE("a body keeps its paragraphs and loses its markup") {
  CHECK(read(R"({"@type":"Article","articleBody":"One.\n\nTwo."})").body == "One.\n\nTwo.");
  CHECK(read(R"({"@type":"Article","articleBody":"<p>One</p><p>T&amp;o</p>"})").body.find("T&o") !=
        std::string::npos);
}

TEST_CASE("what is no article, and what is no JSON, is passed over") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  for (const std::string& block : {std::string{}, std::string{"{"}, std::string{"}{"}, deep,
                                   std::string{R"({"@type":"Recipe","name":"Soup"})"},
                                   std::string{R"({"@type":5,"author":[[[]]]})"}}) {
    CAPTURE(block.substr(0, 40));
    CHECK_FALSE(read(block).is_article);
  }
  CHECK(read(R"({"@type":"CollectionPage"})").type == "CollectionPage");
}

TEST_CASE("a person of the graph is known before and behind the article, by both parts of a name") {
  const std::string person =
      R"({"@type":"Person","@id":"#p","givenName":"Rina","familyName":"Aldous"})";
  const std::string article = R"({"@type":"NewsArticle","headline":"Rules","author":{"@id":"#p"}})";
  for (const std::string& graph : {person + "," + article, article + "," + person}) {
    const std::string block = R"({"@graph":[)" + graph + "]}";
    const std::string_view view = block;
    CHECK(read_json_ld({&view, 1}, "").authors == std::vector<std::string>{"Rina Aldous"});
  }
}

TEST_CASE("the day of a block that no parser reads is known") {
  const std::string_view block =
      R"({"@type":"NewsArticle","headline":"They say "no"","datePublished":"2024-03-18T01:00:00Z"})";
  CHECK(read_json_ld({&block, 1}, "").published == "2024-03-18T01:00:00Z");
}

}  // namespace pantau
