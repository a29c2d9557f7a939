#include "searcher/search/why_nothing.h"

#include <doctest/doctest.h>

#include "tests/indexed_articles.h"

namespace pantau {

TEST_CASE("a question that finds nothing names what is to blame, and what finds something") {
  IndexReader index{index_in_memory(
      {make_article("a", "en", "Crypto rules", "The regulator wrote rules for crypto exchanges."),
       make_article("b", "en", "Exchanges fined", "Two exchanges were fined.")})};
  struct Case {
    std::string_view query, language, says;
  };
  constexpr Case cases[] = {
      {"crypto lang:id", "", "nothing has all that is asked; without lang:id 1 article does"},
      {"crypto", "id", "nothing has all that is asked; without --lang 1 article does"},
      {"exchanges AND tulips", "", "nothing has all that is asked; without tulips 2 articles do"},
      {"\"fined exchanges\"", "",
       "nothing has all that is asked; without the quotation marks 1 article does"},
      {"tulips", "",
       "no article has any of this; try other words, or a word's beginning with a star: regul*"},
      {"tulips AND roses", "", "no part of this alone is to blame; ask for less of it"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    SearchRequest request;
    request.query = c.query;
    if (!c.language.empty()) request.languages = {std::string{c.language}};
    REQUIRE(index.search(request).matches == 0);
    const std::vector<std::string> lines = why_nothing(index, request);
    REQUIRE(!lines.empty());
    CHECK(lines.front() == c.says);
  }
}

}  // namespace pantau
