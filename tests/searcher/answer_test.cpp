// What an answer holds beside its hits: copies, facets, suggestions, reasons, and what it does when
// its time is over. Of searcher/search/index_reader.h.
#include <map>
#include <thread>

#include <doctest/doctest.h>

#include "common/error.h"
#include "searcher/search/index_reader.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

/// A body of `count` words of its own, which starts with `start`.
std::string body(const std::string& start, int number, int count = 80) {
  std::string text = start;
  for (int i = 0; i < count; ++i)
    text += " w" + std::string(1, static_cast<char>('a' + number)) +
            std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26));
  return text + '.';
}

Article story(const std::string& id, const std::string& outlet, const char* day,
              const std::string& text) {
  Article article = make_article(id, "en", "", text);
  article.outlet = outlet;
  article.date = parse_iso_date(day);
  return article;
}

/// Twelve stories on fines, each printed by three outlets, in an order without a pattern.
std::vector<Article> printed_stories() {
  std::vector<Article> articles;
  for (int i = 0; i < 36; ++i) {
    const int number = i * 7 % 12, outlet = i / 12;
    std::string text = body("A fine on platform", number);
    for (int j = 0; j < number; ++j) text += " fine";
    if (outlet == 2) text += " Follow our channel for more stories like this one.";
    articles.push_back(story("s" + std::to_string(number) + "-" + std::to_string(outlet),
                             "Outlet " + std::to_string(outlet), "2021-03-19", text));
  }
  return articles;
}

SearchRequest asking(const std::string& query) {
  SearchRequest request;
  request.query = query;
  return request;
}

std::vector<std::string> ids(const SearchResults& results) {
  std::vector<std::string> out;
  for (const Hit& hit : results.hits) out.push_back(hit.article.id);
  return out;
}

}  // namespace

TEST_CASE("copies of a story lie under its best hit and are counted") {
  IndexReader index{index_in_memory(printed_stories())};
  SearchRequest request = asking("fine platform");
  request.limit = 20;
  const SearchResults folded = index.search(request);
  CHECK(folded.hits.size() == 12);
  CHECK(folded.matches == 36);
  CHECK(folded.folded == 24);
  CHECK(folded.folded_exact);
  CHECK_FALSE(folded.more);
  for (const Hit& hit : folded.hits) {
    REQUIRE(hit.copies.size() == 2);
    for (const Article& copy : hit.copies) {
      CHECK(copy.id.substr(0, copy.id.find('-')) ==
            hit.article.id.substr(0, hit.article.id.find('-')));
      CHECK_FALSE(copy.outlet.empty());
      CHECK(copy.text.empty());
    }
  }
  request.fold = false;
  request.limit = 40;
  const SearchResults all = index.search(request);
  CHECK(all.hits.size() == 36);
  CHECK(all.folded == 0);
  CHECK(all.hits.front().copies.empty());
}

TEST_CASE("pages of a folded answer join, whatever their size and order") {
  IndexReader index{index_in_memory(printed_stories())};
  for (const Sort sort : {Sort::relevance, Sort::recent, Sort::newest}) {
    SearchRequest request = asking("fine platform");
    request.sort = sort;
    request.limit = 12;
    const std::vector<std::string> whole = ids(index.search(request));
    REQUIRE(whole.size() == 12);
    for (const std::size_t size : {1U, 5U, 7U}) {
      std::vector<std::string> joined;
      request.limit = size;
      for (request.offset = 0; request.offset < 12; request.offset += size) {
        const SearchResults page = index.search(request);
        CHECK(page.more == (request.offset + size < 12));
        for (const std::string& id : ids(page)) joined.push_back(id);
      }
      CHECK(joined == whole);
    }
    request.offset = 0;
  }
}

TEST_CASE("a page behind many copies is still full") {
  std::vector<Article> articles;
  for (int i = 0; i < 400; ++i)
    articles.push_back(
        story("same" + std::to_string(i), "A", "2021-03-19", body("fine fine fine platform", 1)));
  for (int i = 0; i < 3; ++i)
    articles.push_back(story("own" + std::to_string(i), "B", "2021-03-19", body("fine", 5 + i)));
  IndexReader index{index_in_memory(articles)};
  SearchRequest request = asking("fine platform");
  request.limit = 3;
  const SearchResults results = index.search(request);
  CHECK(results.hits.size() == 3);
  CHECK(results.hits[0].copies.size() == 399);
  CHECK(results.more);
}

TEST_CASE("facets count all that matches in every language, copies included") {
  std::vector<Article> articles = printed_stories();
  articles.push_back(make_article("id", "id", "", "platform tanpa tanggal"));
  IndexReader index{index_in_memory(articles)};
  SearchRequest request = asking("platform");
  request.facets = true;
  request.limit = 1;
  const SearchResults results = index.search(request);
  std::map<std::string, std::map<std::string, std::uint64_t>> counts;
  for (const Facet& facet : results.facets) {
    CHECK(facet.exact);
    for (const FacetValue& value : facet.values) counts[facet.name][value.value] = value.articles;
    counts[facet.name]["others"] = facet.others;
  }
  CHECK(results.matches == 37);
  CHECK(results.matches_exact);
  CHECK(counts["outlet"] ==
        std::map<std::string, std::uint64_t>{
            {"Outlet 0", 12}, {"Outlet 1", 12}, {"Outlet 2", 12}, {"others", 1}});
  CHECK(counts["lang"] ==
        std::map<std::string, std::uint64_t>{{"en", 36}, {"id", 1}, {"others", 0}});
  CHECK(counts["month"] == std::map<std::string, std::uint64_t>{{"2021-03", 36}, {"others", 1}});
  CHECK(index.search(asking("platform")).facets.empty());
}

TEST_CASE("a word that no article has is corrected, in a query as typed only") {
  IndexReader index{index_in_memory(printed_stories())};
  SearchRequest request = asking("fine platfrom");
  CHECK(index.search(request).suggestion == "fine platform");
  CHECK(index.search(asking("fine platform")).suggestion.empty());
  CHECK(index.search(asking("fullow")).suggestion == "follow");
  CHECK(index.search(asking("fellow")).suggestion.empty());  // a word, of which nobody wrote
  request.plain = true;
  CHECK(index.search(request).suggestion.empty());
}

TEST_CASE("more like an article is what shares its words, without itself and its copies") {
  std::vector<Article> articles = printed_stories();
  articles.push_back(
      story("late", "B", "2022-01-01", body("A fine on platform", 3) + body("", 20, 200)));
  articles.back().url = "https://b.example/late?utm_source=x";
  IndexReader index{index_in_memory(articles)};
  SearchRequest request;
  request.like = "s3-0";
  request.limit = 50;
  const SearchResults results = index.search(request);
  REQUIRE_FALSE(results.hits.empty());
  CHECK(results.hits.front().article.id == "late");
  for (const Hit& hit : results.hits) {
    CHECK_FALSE(hit.article.id.starts_with("s3-"));
    for (const Article& copy : hit.copies) CHECK_FALSE(copy.id.starts_with("s3-"));
  }
  request.fold = false;
  for (const std::string& id : ids(index.search(request))) CHECK_FALSE(id.starts_with("s3-"));
  for (const char* name : {"late", "https://b.example/late"}) {
    request.like = name;
    CHECK(index.search(request).hits.front().article.id.starts_with("s3-"));
  }
  request.like = "nowhere";
  CHECK_THROWS_WITH_AS(static_cast<void>(index.search(request)),
                       "no article in the index has the address or id nowhere", Error);
}

TEST_CASE("recent puts a fresh article before an old one that answers a little better") {
  IndexReader index{index_in_memory({
      story("old", "A", "2015-01-01", body("platform platform fine", 1)),
      story("fresh", "A", "2021-03-19", body("platform fine", 2)),
      story("undated", "A", "", body("platform platform platform fine", 3)),
      story("beside", "A", "2021-03-19", body("another subject", 4)),
  })};
  SearchRequest request = asking("platform");
  CHECK(ids(index.search(request)) == std::vector<std::string>{"undated", "old", "fresh"});
  request.sort = Sort::recent;
  CHECK(ids(index.search(request)) == std::vector<std::string>{"fresh", "undated", "old"});
  request.today = parse_iso_date("2015-01-01");  // then both are of today
  CHECK(ids(index.search(request)).front() == "old");
}

namespace {

/// The signals make the score, the terms the first two signals, to the last digits.
void check_sums(const Hit& hit) {
  double signals = 0, match = 0, terms = 0;
  for (const SignalScore& signal : hit.signals) {
    signals += signal.score;
    if (signal.name == "words" || signal.name == "forms") match += signal.score;
  }
  for (const ScorePart& part : hit.parts) terms += part.score;
  CAPTURE(hit.article.id);
  CHECK(signals == doctest::Approx(hit.score).epsilon(1e-9));
  CHECK(terms == doctest::Approx(match).epsilon(1e-9));
}

}  // namespace

TEST_CASE("the parts of a score add up, whatever it was blended with") {
  IndexReader index{index_in_memory(printed_stories())};
  SearchRequest request = asking("fine platform");
  request.explain = true;
  for (const Sort sort : {Sort::relevance, Sort::recent}) {
    request.sort = sort;
    const SearchResults results = index.search(request);
    REQUIRE(results.explanation.has_value());
    CHECK(results.explanation->as_read == "(any fine platform)");
    for (const Hit& hit : results.hits) {
      check_sums(hit);
    }
  }
  request.explain = false;
  CHECK_FALSE(index.search(request).explanation.has_value());
  CHECK(index.search(request).hits.front().parts.empty());
}

TEST_CASE("an answer that was stopped says so and shows what it has") {
  // A clock that has run out before the first article: what there is then is one article.
  IndexReader index{index_in_memory(printed_stories())};
  SearchRequest request = asking("fine platform");
  request.timeout = std::chrono::hours{1};
  CHECK_FALSE(index.search(request).stopped);
  std::vector<Article> many;
  for (int i = 0; i < 3000; ++i)
    many.push_back(
        story(std::to_string(i), "A", "2021-03-19", "platform fine " + std::to_string(i)));
  IndexReader large{index_in_memory(many)};
  request.timeout = std::chrono::milliseconds{1};
  std::string words;  // enough of them to take longer than a millisecond
  for (int i = 0; i < 900; ++i) words += " " + std::to_string(i);
  request.query = "platform fine" + words;
  try {
    const SearchResults results = large.search(request);
    CHECK(results.stopped);
    CHECK_FALSE(results.matches_exact);
    CHECK(results.notes.back().starts_with("stopped when the time was over"));
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::timeout);
  }
}

}  // namespace pantau
