#include "common/article.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("an article is the same one by its page, else its id, else its place") {
  struct Case {
    std::string_view url, id;
    std::uint64_t offset;
    std::string_view identity, display;
  };
  constexpr Case cases[] = {
      {"https://a.example/x#top", "7", 0, "https://a.example/x", "7"},
      {"https://a.example/x?utm_source=z", "", 0, "https://a.example/x",
       "https://a.example/x?utm_source=z"},
      {"https://a.example/", "7", 0, "7", "7"},
      {"https://a.example/", "", 0, "https://a.example/", "https://a.example/"},
      {"", "7", 0, "7", "7"},
      {"", "", 0, "/crawl/a.txt", "/crawl/./a.txt"},
      {"", "", 12, "/crawl/a.txt:12", "/crawl/./a.txt:12"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.url);
    CAPTURE(c.id);
    Article article;
    article.url = c.url;
    article.id = c.id;
    article.file = "/crawl/./a.txt";
    article.offset = c.offset;
    CHECK(identity(article) == c.identity);
    CHECK(display_id(article) == c.display);
  }
}

}  // namespace pantau
