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

}  // namespace pantau
