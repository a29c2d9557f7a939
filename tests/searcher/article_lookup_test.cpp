#include "searcher/search/article_lookup.h"

#include <doctest/doctest.h>

#include "searcher/search/index_facts.h"
#include "searcher/search/index_reader.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

Article named(const char* id, const char* url, const char* file) {
  Article article = make_article(id, "en", "Deepfake rules", "China drafts deepfake rules.");
  article.url = url;
  article.file = file;
  return article;
}

}  // namespace

TEST_CASE("an article is called by its address, else its id, and never by where it lies") {
  struct Case {
    Article article;
    std::string name;
  };
  const Case cases[] = {
      {named("", "https://WIRE.example/a?utm_source=x", ""), "https://wire.example/a"},
      {named("pw-1", "https://wire.example/a", ""), "https://wire.example/a"},
      {named("pw-1", "", "/srv/crawl/a.txt"), "pw-1"},
      {named("pw-1", "https://wire.example/", ""), "pw-1"},
      {named("", "https://wire.example/", ""), "https://wire.example/"},
      {named("/srv/crawl/a.txt", "", ""), ""},
      {named("C:\\crawl\\a.txt", "", ""), ""},
      {named("file:a", "", ""), ""},
      {named("", "", "/srv/crawl/a.txt"), ""},
      {named("", "file:///srv/crawl/a.txt", "/srv/crawl/a.txt"), ""},
      {named(std::string(300, 'x').c_str(), "", ""), ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(public_name(c.article) == c.name);
  }
}

TEST_CASE("every article is found again by its handle, which is the same in every index of it") {
  const std::vector<Article> articles{named("", "https://wire.example/a", ""),
                                      named("pw-1", "", ""), named("", "", "/srv/crawl/a.txt"),
                                      named("/srv/x/b.txt", "", ""),
                                      named(std::string(300, 'x').c_str(), "", "")};
  const Xapian::WritableDatabase one = index_in_memory(articles);
  const Xapian::WritableDatabase other = index_in_memory({articles.rbegin(), articles.rend()});
  for (Xapian::docid id = 1; id <= one.get_lastdocid(); ++id) {
    const std::string handle = handle_in(one, id, articles[id - 1]);
    CAPTURE(handle);
    CHECK(handle.find("/srv") == std::string::npos);
    REQUIRE(find_named(one, handle));
    CHECK(find_named(one, handle)->id == id);
    const auto again = find_article(other, handle);
    REQUIRE(again);
    CHECK(again->article.id == articles[id - 1].id);
    CHECK(again->article.handle == handle);
  }
}

TEST_CASE("what names no article finds none") {
  const Xapian::WritableDatabase index = index_in_memory({named("pw-1", "", "")});
  for (const std::string name : {"", "pw", "0123456789abcdef", "https://wire.example/a"}) {
    CAPTURE(name);
    CHECK_FALSE(find_article(index, name));
  }
}

TEST_CASE("an article tells what it is about") {
  const auto found = find_article(index_in_memory({named("pw-1", "", "")}), "pw-1");
  REQUIRE(found);
  CHECK(found->entities == std::vector<std::string>{"china"});
  CHECK(found->article.text == "China drafts deepfake rules.");
}

TEST_CASE("a search may be confined to one article, and show all of its text with marks") {
  IndexReader reader{index_in_memory(
      {named("pw-1", "", ""), make_article("pw-2", "en", "Other", "A long tale of deepfakes.")})};
  SearchRequest request;
  request.query = "deepfake";
  request.only = reader.article("pw-2")->term;
  request.whole_text = true;
  const SearchResults results = reader.search(request);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits[0].snippet.text == "A long tale of deepfakes.");
  CHECK(results.hits[0].snippet.marks.size() == 1);
}

TEST_CASE("an index tells its languages, most articles first, and its days") {
  Article dated = named("1", "", "");
  dated.date = make_date(2021, 3, 20);
  Article later = make_article("2", "id", "Aturan", "Aturan baru.");
  later.date = make_date(2022, 1, 2);
  const IndexFacts facts = index_facts(
      index_in_memory({dated, later, make_article("3", "id", "Lain", "Yang lain.")}), {});
  CHECK(facts.articles == 3);
  REQUIRE(facts.languages.size() == 2);
  CHECK(facts.languages[0].code == "id");
  CHECK(facts.languages[0].articles == 2);
  CHECK(to_iso(*facts.first) == "2021-03-20");
  CHECK(to_iso(*facts.last) == "2022-01-02");
  CHECK_FALSE(facts.fed);
}

}  // namespace pantau
