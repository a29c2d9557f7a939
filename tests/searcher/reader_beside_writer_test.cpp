// A reader while an indexer commits: no search fails, none sees a half. Of
// searcher/search/index_reader.h.
#include <atomic>
#include <thread>

#include <doctest/doctest.h>

#include "indexer/index/index_writer.h"
#include "searcher/search/index_reader.h"
#include "tests/indexed_articles.h"
#include "tests/temporary_directory.h"

namespace pantau {
namespace {

/// Every article of a round says which round it is of, in all that a hit shows.
void write_round(IndexWriter& writer, int round) {
  const std::string name = "round" + std::to_string(round);
  for (int i = 0; i < 50; ++i) {
    std::string text = "platform " + name;  // enough of it to fill more blocks than a reader keeps
    for (int word = 0; word < 200; ++word)
      text += " w" + std::to_string(i * 7 + word * (round + 1));
    Article article = make_article(std::to_string(i), "en", name, text);
    article.author = name;
    writer.write(article);
  }
  writer.commit();
}

SearchRequest everything_about(const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.limit = 50;
  request.fold = false;  // they are much alike
  request.facets = true;
  request.explain = true;
  return request;
}

/// Do all hits come from one round, and are they all there?
bool is_whole(const SearchResults& results) {
  if (results.hits.size() != 50 || results.matches != 50) return false;
  for (const Hit& hit : results.hits)
    if (hit.article.author != results.hits.front().article.author) return false;
  return true;
}

}  // namespace

TEST_CASE("an index that changed under its reader is opened again") {
  const TemporaryDirectory directory;
  IndexWriter writer{directory.path(), IndexWriter::Mode::update};
  write_round(writer, 0);
  IndexReader reader{std::vector<std::string>{directory.path().string()}};
  const Xapian::Database other{directory.path().string()};
  for (int round = 1; round < 6; ++round) write_round(writer, round);
  const auto read_all = [&] {
    for (auto id = other.postlist_begin(""); id != other.postlist_end(""); ++id)
      static_cast<void>(other.get_document(*id).get_data());
  };
  CHECK_THROWS_AS(read_all(), Xapian::DatabaseModifiedError);  // what a reader without us meets
  const SearchResults results = reader.search(everything_about("platform"));
  CHECK(is_whole(results));
  CHECK(results.hits.front().article.author == "round5");
  for (int round = 6; round < 9; ++round) write_round(writer, round);
  CHECK(reader.search(everything_about("plattform")).suggestion == "platform");
}

TEST_CASE("searches beside a busy writer all succeed and see one state each") {
  const TemporaryDirectory directory;
  IndexWriter writer{directory.path(), IndexWriter::Mode::update};
  write_round(writer, 0);
  std::atomic<int> searches = 0;
  std::atomic<bool> done = false;
  std::thread writing{[&] {
    // Three commits a search: the second one overwrites what the reader reads, and it may happen
    // anywhere in the search.
    for (int round = 1; round <= 60; ++round) {
      write_round(writer, round);
      for (const int seen = searches; round % 3 == 0 && searches == seen;)
        std::this_thread::yield();
    }
    done = true;
  }};
  IndexReader reader{std::vector<std::string>{directory.path().string()}};
  int broken = 0;
  std::string failure, last;
  for (; !done; ++searches) try {
      const SearchResults results = reader.search(everything_about("platform"));
      broken += is_whole(results) ? 0 : 1;
      if (!results.hits.empty()) last = results.hits.front().article.author;
    } catch (const std::exception& error) {
      failure = error.what();
    }
  writing.join();
  CHECK(searches >= 20);
  CHECK(failure == "");
  CHECK(broken == 0);
  CHECK(last != "round0");  // the reader did see the writer's work
}

}  // namespace pantau
