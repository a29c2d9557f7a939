#include "indexer/extract/html_page_kind.h"

#include <doctest/doctest.h>

#include "indexer/extract/html_article.h"

namespace pantau {

TEST_CASE("pages that are no articles say what they are") {
  std::string story, teasers;
  for (int i = 0; i < 8; ++i) {
    story +=
        "<p>The regulator said on Monday that the rule would apply to all of the platforms.</p>";
    teasers +=
        "<div><h3><a href=x>A headline that leads to another story of the day</a></h3>"
        "<p>The first words of the story, and not many more of them.</p></div>";
  }
  const std::string story_data = R"({"@type":"NewsArticle","headline":"Rules pass"})";
  struct Case {
    std::string_view url;
    std::string html;
    std::string_view reason;
  };
  const Case cases[] = {
      {"https://a.example/story", story, ""},
      {"https://a.example/", story, ""},
      {"https://a.example/", teasers, "section-front"},
      {"https://a.example/tag/ai", teasers, "tag-page"},
      {"https://a.example/x", "<body class='archive category'>" + teasers, "tag-page"},
      {"https://a.example/tag/ai", story, ""},
      {"", "<link rel=canonical href=https://a.example/><body>" + teasers, "section-front"},
      {"", "<meta property=og:url content=https://a.example/topic/ai><body>" + teasers, "tag-page"},
      {"https://a.example/world", teasers, "section-front"},
      {"https://a.example/",
       "<script type=application/ld+json>" + story_data + "</script>" + teasers, "section-front"},
      {"https://a.example/1",
       "<script type=application/ld+json>" + story_data + "</script>" + teasers, ""},
      {"https://a.example/1", story + teasers, ""},
      {"https://a.example/foto/1", "<p>A picture of the minister, taken in Jakarta.</p>",
       "gallery"},
      {"https://a.example/video/1", "<p>A film about the minister, taken in Jakarta.</p>", "video"},
      {"https://a.example/video/1", story, ""},
      {"https://a.example/x", "<title>404 Not Found</title><p>The page you want is gone.</p>",
       "error-page"},
      {"https://a.example/x", "", "no-text"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.url);
    CAPTURE(c.html);
    const HtmlArticle article = extract_html(c.html, c.url, "");
    CHECK(article.reject_reason == c.reason);
    CHECK(article.is_article == c.reason.empty());
  }
}

}  // namespace pantau
