#include <sstream>

#include <doctest/doctest.h>

#include "indexer/render_explanation.h"

namespace pantau {
namespace {

constexpr std::size_t max_bytes = 1 << 20;

std::string explained(PageKind kind, std::string bytes, const std::string& url) {
  RawPage page;
  page.kind = kind;
  page.bytes = std::move(bytes);
  page.url = url;
  page.origin = {"crawl.warc", 17};
  const Origin origin = page.origin;
  std::ostringstream out;
  render_explanation(explain_page(std::move(page), max_bytes), origin, url, out);
  return out.str();
}

}  // namespace

TEST_CASE("an explanation names the source of every value and gives every block a reason") {
  const std::string page =
      "<title>Rules for AI pass | The Paper</title><meta property=og:site_name content='The Paper'>"
      "<h1>Rules for AI pass</h1><div class=byline>By Ana Diaz</div><div class=article-body>"
      "<p>Parliament passed the rules for artificial intelligence on Monday in the capital.</p>"
      "<p>Read more: <a href=/2>Sushi salmon is popular</a></p>"
      "<p>The rules apply from next year on, the minister said, after six months of transition.</p>"
      "</div>";
  CHECK(explained(PageKind::html, page, "https://a.example/2024/05/06/rules") ==
        R"(https://a.example/2024/05/06/rules  (crawl.warc:17)
  article   yes
  title     Rules for AI pass  (h1, as in title, 0.90)
  date      2024-05-06  (url, 0.95)
  author    Ana Diaz  (elements, 0.70)
  outlet    The Paper  (meta, 0.95)
  language  en
  body      2 of 5 blocks, by labels, in "article-body"
  - [outside] Rules for AI pass
  - [outside] By Ana Diaz
  + Parliament passed the rules for artificial intelligence on Monday in the capital.
  - [only a link] Read more: Sushi salmon is popular
  + The rules apply from next year on, the minister said, after six months of transition.
)");
}

TEST_CASE("what is no article is explained too") {
  struct Case {
    PageKind kind;
    std::string bytes, told;
  };
  const Case cases[] = {
      {PageKind::html, "<title>404 Not Found</title><p>The page you want is gone.</p>",
       "  rejected: error-page"},
      {PageKind::html, "<title>Nothing</title>", "  rejected: no-text"},
      {PageKind::http, "HTTP/1.1 404 Not Found\r\n\r\nGone.", "  skipped: status-404\n"},
      {PageKind::text, "Home\nNews\nSport\n", "  - [outside] Home\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const std::string told = explained(c.kind, c.bytes, "https://a.example/1");
    CAPTURE(told);
    CHECK(told.find(c.told) != std::string::npos);
  }
}

TEST_CASE("every line of a dump gets its reason") {
  const std::string told = explained(
      PageKind::text,
      "Home\n\nParliament passed the rules for artificial intelligence on Monday, and a minister "
      "said that they were the first of their kind.\n\nBaca juga: Sushi salmon\n\nThe rules apply "
      "from next year on, the minister said, after six months of transition for the small firms.\n",
      "");
  CHECK(told.find("body      2 of 4 blocks, by lines\n") != std::string::npos);
  CHECK(told.find("- [an interruption] Baca juga: Sushi salmon\n") != std::string::npos);
}

}  // namespace pantau
