#include "common/stored_article.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("an article comes back from the index as it went in") {
  Article article;
  article.id = "7";
  article.url = "https://a.example/?a=b";
  article.title = "Back\\slash \\n and = signs";
  article.author = "Rani Pradipta, Dana Whitlock";
  article.outlet = "Warta Siber";
  article.language = "id";
  article.date = make_date(2021, 3, 20);
  article.text = "First.\n\nSecond\\.\n";
  article.file = "crawl/a.txt";
  article.offset = 9'000'000'000;
  article.captured = "2021-03-21T00:00:00Z";
  article.truncated = true;
  const Article back = decode_article(encode_article(article));
  CHECK(back.id == article.id);
  CHECK(back.url == article.url);
  CHECK(back.title == article.title);
  CHECK(back.author == article.author);
  CHECK(back.outlet == article.outlet);
  CHECK(back.language == article.language);
  CHECK(back.date == article.date);
  CHECK(back.text == article.text);
  CHECK(back.file == article.file);
  CHECK(back.offset == article.offset);
  CHECK(back.captured == article.captured);
  CHECK(back.truncated);
}

TEST_CASE("what is not known takes no room, and damaged data is no crash") {
  CHECK(encode_article({}).empty());
  CHECK(decode_article("title\n=x\ntext=a\\").text == "a\\");
  CHECK(decode_article("").title.empty());
}

}  // namespace pantau
