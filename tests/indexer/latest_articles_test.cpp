#include "indexer/latest_articles.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace pantau {
namespace {

Article article(const std::string& url, const std::string& text) {
  Article out;
  out.url = url;
  out.text = text;
  return out;
}

/// The texts of the lines, in their order.
std::string texts(const std::string& lines) {
  std::string all;
  for (std::size_t at = 0; (at = lines.find("\"text\":\"", at)) != std::string::npos;)
    all += lines.substr(at += 8, 1);
  return all;
}

}  // namespace

TEST_CASE("of the captures of one article the last is printed") {
  struct Case {
    std::string name, second_url, printed;
  };
  const Case cases[] = {
      {"another article", "https://n.example/y", "abc"},
      {"the same address", "https://n.example/x", "bc"},
      {"the same, written otherwise", "HTTPS://N.example:443/x#top", "bc"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    LatestArticles latest;
    latest.take(article("https://n.example/x", "a"));
    latest.take(article(c.second_url, "b"));
    latest.take(article("https://n.example/z", "c"));
    std::ostringstream out;
    CHECK(latest.print(out) == 3 - c.printed.size());
    CHECK(texts(out.str()) == c.printed);
  }
}

TEST_CASE("pages that call one address canonical are all printed") {
  LatestArticles latest;
  for (const char* url : {"https://n.example/x", "https://n.example/x?page=1"}) {
    Article one = article(url, "a");
    one.canonical = "https://n.example/x";
    latest.take(one);
  }
  std::ostringstream out;
  CHECK(latest.print(out) == 0);
  CHECK(texts(out.str()) == "aa");
}

TEST_CASE("many captures of few articles") {
  LatestArticles latest;
  for (int i = 0; i < 1000; ++i)
    latest.take(article("https://n.example/" + std::to_string(i % 3), std::to_string(i % 10)));
  std::ostringstream out;
  CHECK(latest.print(out) == 997);
  CHECK(texts(out.str()) == "789");
  std::ostringstream again;
  CHECK(latest.print(again) == 0);
  CHECK(again.str().empty());
}

}  // namespace pantau
