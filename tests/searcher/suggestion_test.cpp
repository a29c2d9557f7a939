#include "searcher/search/suggestion.h"

#include <map>

#include <doctest/doctest.h>

#include "searcher/query/query_parser.h"

namespace pantau {
namespace {

std::string suggested(std::string_view query) {
  const std::map<std::string, std::string> meant{
      {"deepfke", "deepfake"}, {"regulaton", "regulation"}, {"chna", "china"}, {"ruls", "rules"}};
  Analyzer analyzer;
  return suggested_query(query, parse_query(query).root, analyzer,
                         [&](const std::string& form) -> std::optional<std::string> {
                           const auto word = meant.find(form);
                           return word == meant.end() ? std::nullopt : std::optional{word->second};
                         });
}

}  // namespace

TEST_CASE("the unknown words of a query are replaced and the rest stays") {
  struct Case {
    const char *query, *suggestion;
  };
  constexpr Case cases[] = {
      {"deepfake rules", ""},
      {"Deepfke China", "deepfake China"},
      {"\"deepfke ruls\" +chna", "\"deepfake rules\" +china"},
      {"title:regulaton lang:en", "title:regulation lang:en"},
      {"anti-regulaton", "anti-regulation"},
      {"deepfke -ruls", "deepfake -ruls"},
      {"outlet:chna deepfke", "outlet:chna deepfake"},
      {"ruls*", ""},
      {"é (chna   OR deepfke)", "é (china   OR deepfake)"},
      {"title:(chna AND x) „ruls“", "title:(china AND x) „rules“"},
      {"\\chna deepfke", "\\chna deepfake"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.query});
    CHECK(suggested(c.query) == c.suggestion);
  }
}

TEST_CASE("a query in another language is not rewritten word by word") {
  CHECK(suggested("deepfke regulaton chna ruls") == "deepfake regulation china ruls");
}

TEST_CASE("a pasted text is not repeated for a word of it") {
  const std::string long_query(max_suggested_query - 8, 'x');
  CHECK(suggested(long_query + " deepfke") == long_query + " deepfake");
  CHECK(suggested(long_query + "x deepfke") == "");
}

}  // namespace pantau
