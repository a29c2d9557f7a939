#include "searcher/query/answer_rule.h"

#include <doctest/doctest.h>

#include "searcher/search/index_reader.h"
#include "searcher/search/search_run.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

/// Three articles on a deepfake law, two that share one of its words, in two languages.
IndexReader reader() {
  return IndexReader{index_in_memory({
      make_article("all", "en", "Deepfake rules of China",
                   "China has rules for deepfakes, and fines for who breaks the rules."),
      make_article("two", "en", "Deepfake rules", "Rules for deepfakes are discussed in Europe."),
      make_article("semua", "id", "Aturan deepfake Tiongkok",
                   "Tiongkok menerapkan aturan deepfake untuk semua layanan."),
      make_article("china", "en", "Trade", "China sells more cars abroad than a year ago."),
      make_article("china2", "en", "Weather", "Heavy rain fell in the south of China on Monday."),
      make_article("rules", "en", "Games", "The rules of the game are simple, the umpire said."),
      make_article("cina", "id", "Cuaca", "Hujan lebat turun di Tiongkok selatan pada hari Senin."),
  })};
}

SearchResults search(SearchRequest request) {
  request.fold = false;
  return reader().search(request);
}

/// "all semua | china": what comes after the bar has some of the words only.
std::string ids(const SearchResults& results) {
  std::string out;
  bool answers = true;
  for (const Hit& hit : results.hits) {
    if (answers && !hit.is_answer) out += out.empty() ? "|" : " |";
    answers = hit.is_answer;
    out += (out.empty() ? "" : " ") + hit.article.id;
  }
  return out;
}

SearchRequest asking(const char* query) {
  SearchRequest request;
  request.query = query;
  return request;
}

}  // namespace

TEST_CASE("an answer has a share of what the best article has; what shares a word comes after") {
  struct Case {
    const char* query;
    const char* ids;
    std::uint64_t answers, others;
  };
  constexpr Case cases[] = {
      {"deepfake rules China", "all semua two | china china2 rules cina", 3, 4},
      {"aturan deepfake Tiongkok", "semua all two | rules cina china china2", 3, 4},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const SearchResults results = search(asking(c.query));
    CHECK(ids(results) == c.ids);
    CHECK(results.matches == c.answers);
    CHECK(results.others == c.others);
  }
}

TEST_CASE("articles in several indexes are answers as they are in one") {
  const std::vector<Article> articles{
      make_article("all", "en", "Deepfake rules", "China has rules for deepfakes."),
      make_article("one", "en", "Trade", "China sells more cars abroad than a year ago."),
      make_article("rain", "en", "Weather", "Heavy rain fell in the south of China."),
      make_article("game", "en", "Games", "The rules of the game are simple."),
  };
  const SearchRequest request = asking("deepfake rules China");
  CHECK(ids(IndexReader{index_in_memory(articles)}.search(request)) == "all | game rain one");
  const IndexSnapshot parts =  // the second one's best article has a third of the question
      snapshot_of({index_in_memory({articles[0], articles[3]}),
                   index_in_memory({articles[1], articles[2]})});
  ReadingTools tools;
  CHECK(ids(SearchRun{request, parts, tools}.answer()) == "all | game rain one");
}

TEST_CASE("where a language has a name only, what has it answers if there is nothing better") {
  const Article chinese = make_article("zh", "zh", "天气", "中国南方星期一下了大雨。");
  const Article english = make_article("en", "en", "Deepfake rules of China",
                                       "China has rules for deepfakes, and fines.");
  const SearchRequest request = asking("deepfake rules China");
  CHECK(ids(IndexReader{index_in_memory({chinese, english})}.search(request)) == "en | zh");
  CHECK(ids(IndexReader{index_in_memory({chinese})}.search(request)) == "zh");
}

TEST_CASE("where one thing is asked all that has it is an answer") {
  const SearchResults results = search(asking("China"));
  CHECK(ids(results).find('|') == std::string::npos);
  CHECK(results.matches == 5);
  CHECK_FALSE(results.others);
}

TEST_CASE("each side of an OR is an answer by itself, and so is any word where that is asked for") {
  CHECK(search(asking("deepfake OR China")).matches == 6);
  SearchRequest any = asking("deepfake rules China");
  any.words = WordsAsked::any;
  CHECK(search(any).matches == 7);
  SearchRequest all = asking("deepfake rules China");
  all.words = WordsAsked::all;
  CHECK(search(all).matches == 2);
}

TEST_CASE("counts, facets and the newest speak of answers") {
  SearchRequest request = asking("deepfake rules China");
  request.facets = true;
  request.sort = Sort::newest;
  const SearchResults results = search(request);
  std::uint64_t counted = 0;
  for (const Facet& facet : results.facets)
    if (facet.name == "lang")
      for (const FacetValue& value : facet.values) counted += value.articles;
  CHECK(counted == 3);
  REQUIRE(results.hits.size() == 7);
  for (std::size_t i = 0; i < 7; ++i) CHECK(results.hits[i].is_answer == (i < 3));
}

TEST_CASE("pages go on from the answers to the others, each article once") {
  SearchRequest request = asking("deepfake rules China");
  std::string all;
  for (request.limit = 2; request.offset < 8; request.offset += 2)
    for (const Hit& hit : search(request).hits) all += hit.article.id + ' ';
  CHECK(all == "all semua two china china2 rules cina ");
  request.offset = 0;
  request.limit = 10;
  request.partial = false;
  CHECK(search(request).hits.size() == 3);
}

TEST_CASE("a passage asks less of each answer than a few words do") {
  CHECK(answer_share(2) > answer_share(12));
}

}  // namespace pantau
