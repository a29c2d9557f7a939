#include "indexer/index/article_entities.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

std::string about(const std::string& title, const std::string& text) {
  Analyzer analyzer;
  ArticleEntities entities;
  entities.add_title(title, analyzer.words(title));
  entities.add_body(text, analyzer.words(text));
  std::string ids;
  for (const std::string_view id : entities.ids())
    ids += (ids.empty() ? "" : " ") + std::string{id};
  return ids;
}

}  // namespace

TEST_CASE("an article is about what its title or lead names, or what it names more than once") {
  std::string far;
  for (int i = 0; i < 60; ++i) far += "word ";
  CHECK(about("China fines Alibaba", far) == "alibaba china");
  CHECK(about("", "OJK said so. " + far) == "ojk");
  CHECK(about("", far + "OJK said so.") == "");
  CHECK(about("", far + "OJK said so. The Otoritas Jasa Keuangan did.") == "ojk");
  CHECK(about("", far + "OJK said so, and OJK did.") == "ojk");
  CHECK(about("", "") == "");
}

TEST_CASE("a capital that any word would have names nothing that the article writes small") {
  struct Case {
    const char *title, *text, *ids;
  };
  constexpr Case cases[] = {
      {"Signal strength", "A signal of strength; signals were sent.", ""},
      {"Signal leaves the market", "Signal said it would leave.", "signal"},
      {"Signal leaves the market", "It was a signal to others, and Signal did it.", "signal"},
      {"Meta-analysis of screen time", "A meta-analysis: these meta studies say little.", ""},
      {"Meta-owned app is fined", "The app, which Meta bought, collects meta data.", "meta"},
      {"Land Grab in Papua", "They grab land. Grab it back, they say.", ""},
      {"china fines", "In china they said so.", "china"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.title});
    CHECK(about(c.title, c.text) == c.ids);
  }
}

}  // namespace pantau
