#include "searcher/search/ranking_signals.h"

#include <cmath>
#include <map>

#include <doctest/doctest.h>

#include "searcher/search/search_run.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

/// Articles in both languages on a few subjects, so that questions find some of them in either.
std::vector<Article> two_languages(int count) {
  const std::string english[] = {"deepfake rules", "data protection", "the European Commission",
                                 "online gambling", "TikTok and China"};
  const std::string indonesian[] = {"aturan deepfake", "pelindungan data pribadi", "Komisi Eropa",
                                    "judi online", "TikTok dan Tiongkok"};
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    const auto& subjects = i % 2 == 0 ? english : indonesian;
    std::string text = (i % 2 == 0 ? "A regulator on " : "Regulator tentang ") + subjects[i % 5];
    for (int j = 0; j < i % 7; ++j) text += ' ' + subjects[(i + j) % 5];
    for (int j = 0; j < 10 * i; ++j) text += " filler";  // all differ in length, so none tie
    articles.push_back(make_article(std::to_string(i), i % 2 == 0 ? "en" : "id",
                                    subjects[i % 5] + ' ' + std::to_string(i), text + '.'));
  }
  return articles;
}

/// Scores rounded, which equal ones may share in any order.
std::map<std::string, long> scores_by_id(const SearchResults& results) {
  std::map<std::string, long> scores;
  for (const Hit& hit : results.hits) scores[hit.article.id] = std::lround(hit.score * 1e6);
  return scores;
}

constexpr const char* questions[] = {"deepfake regulation China",
                                     "aturan deepfake Tiongkok",
                                     "data protection",
                                     "judi online",
                                     "European Commission rules",
                                     "\"data protection\" regulator",
                                     "tik* china",
                                     "+regulator -gambling",
                                     "title:deepfake",
                                     "data NEAR/4 protection"};

SearchRequest asking(const char* query) {
  SearchRequest request;
  request.query = query;
  request.explain = true;
  request.limit = 30;
  return request;
}

}  // namespace

TEST_CASE("the signals of every hit add up to its score, in either language") {
  const IndexSnapshot index = snapshot_of({index_in_memory(two_languages(60))});
  ReadingTools tools;
  std::size_t seen = 0;
  for (const char* question : questions)
    for (const Sort sort : {Sort::relevance, Sort::recent}) {
      SearchRequest request = asking(question);
      request.sort = sort;
      for (const Hit& hit : SearchRun{request, index, tools}.answer().hits) {
        CAPTURE(question);
        CAPTURE(hit.article.id);
        double signals = 0, match = 0, terms = 0;
        for (const SignalScore& signal : hit.signals) {
          signals += signal.score;
          if (signal.name == "words" || signal.name == "forms") match += signal.score;
        }
        for (const ScorePart& part : hit.parts) terms += part.score;
        CHECK(signals == doctest::Approx(hit.score).epsilon(1e-9));
        CHECK(terms == doctest::Approx(match).epsilon(1e-9));
        ++seen;
      }
    }
  CHECK(seen > 100);
}

TEST_CASE("several indexes answer with the articles and scores of one") {
  const std::vector<Article> articles = two_languages(96);
  const IndexSnapshot whole = snapshot_of({index_in_memory(articles)});
  ReadingTools tools;
  for (const std::size_t count : {2U, 4U, 8U}) {
    std::vector<Xapian::Database> shards;
    for (std::size_t shard = 0; shard < count; ++shard) {
      std::vector<Article> part;
      for (std::size_t i = shard; i < articles.size(); i += count) part.push_back(articles[i]);
      shards.push_back(index_in_memory(part));
    }
    const IndexSnapshot parts = snapshot_of(shards);
    for (const char* question : questions) {
      CAPTURE(count);
      CAPTURE(question);
      const SearchRequest request = asking(question);
      const SearchResults one = SearchRun{request, whole, tools}.answer();
      const SearchResults many = SearchRun{request, parts, tools}.answer();
      CHECK(many.matches == one.matches);
      REQUIRE(many.hits.size() == one.hits.size());
      for (std::size_t i = 0; i < one.hits.size(); ++i)
        CHECK(many.hits[i].score == doctest::Approx(one.hits[i].score).epsilon(1e-9));
      CHECK(scores_by_id(many) == scores_by_id(one));
    }
  }
}

TEST_CASE("a page of copies reads each article once, and a page of others only what it shows") {
  std::string body;
  for (int i = 0; i < 200; ++i) body += "regulator" + std::to_string(i) + " deepfake ";
  std::vector<Article> copies;
  for (int i = 0; i < 120; ++i)
    copies.push_back(make_article(std::to_string(i), "en", "Copy " + std::to_string(i), body));
  ReadingTools tools;
  SearchRequest request = asking("deepfake");
  request.limit = 5;
  const IndexSnapshot alike = snapshot_of({index_in_memory(copies)});
  SearchRun run{request, alike, tools};
  CHECK(run.answer().hits.size() == 1);
  CHECK(run.articles_read() == copies.size());
  const IndexSnapshot different = snapshot_of({index_in_memory(two_languages(60))});
  request.fold = false;
  SearchRun other{request, different, tools};
  CHECK(other.answer().hits.size() == 5);
  CHECK(other.articles_read() == 5);
}

}  // namespace pantau
