#include "indexer/extract/article_json.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("every key of the JSONL contract is read") {
  const auto parsed = parse_article_json(
      R"({"url":" https://a.example/x ","id":7,"title":"A  b","text":"Body.\n\nMore.","lang":"EN-gb",)"
      R"("date":"2021-03-20T10:00:00Z","author":["Ana","Budi"],"outlet":"Policy Wire","unknown":{}})");
  REQUIRE(std::holds_alternative<JsonArticle>(parsed));
  const Article& article = std::get<JsonArticle>(parsed).article;
  CHECK(article.url == "https://a.example/x");
  CHECK(article.id == "7");
  CHECK(article.title == "A b");
  CHECK(article.text == "Body.\n\nMore.");
  CHECK(article.language == "en");
  CHECK(to_iso(*article.date) == "2021-03-20");
  CHECK(article.author == "Ana, Budi");
  CHECK(article.outlet == "Policy Wire");
}

TEST_CASE("only text is required, and a date or language that is none is told and left out") {
  struct Case {
    std::string fields, unread;
  };
  const Case cases[] = {
      {R"()", ""},
      {R"(,"date":null,"title":null,"lang":null)", ""},
      {R"(,"date":"","lang":" ")", ""},
      {R"(,"date":"soon")", "date 'soon'"},
      {R"(,"date":"2021-02-30")", "date '2021-02-30'"},
      {R"(,"date":20210320)", "date '20210320'"},
      {R"(,"lang":"Bahasa Indonesia")", "lang 'Bahasa Indonesia'"},
      {R"(,"lang":"?","date":"never")", "lang '?', date 'never'"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.fields);
    const auto parsed = parse_article_json(R"({"text":"Body.")" + c.fields + "}");
    REQUIRE(std::holds_alternative<JsonArticle>(parsed));
    const Article& article = std::get<JsonArticle>(parsed).article;
    CHECK(article.unread == c.unread);
    CHECK_FALSE(article.date);
    CHECK(article.language.empty());
  }
  const auto long_one =
      parse_article_json(R"({"text":"Body.","date":")" + std::string(999, 'x') + "\"}");
  CHECK(std::get<JsonArticle>(long_one).article.unread.size() < 80);
}

TEST_CASE("what is no article says why") {
  struct Case {
    std::string json, reason;
  };
  const Case cases[] = {
      {"", "invalid-json"},
      {"{", "invalid-json"},
      {"[1]", "invalid-json"},
      {R"({"text":"a"} trailing)", "invalid-json"},
      {R"({"text":"\ud800"})", "invalid-json"},
      {std::string(100'000, '['), "invalid-json"},
      {R"({"text":{"body":"a"}})", "invalid-field"},
      {R"({"text":"a","title":[1]})", "invalid-field"},
      {R"({})", "no-text"},
      {R"({"text":" \n ","title":"only a title"})", "no-text"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.json.substr(0, 80));
    const auto parsed = parse_article_json(c.json);
    REQUIRE(std::holds_alternative<JsonProblem>(parsed));
    CHECK(std::get<JsonProblem>(parsed).reason == c.reason);
  }
}

}  // namespace pantau
