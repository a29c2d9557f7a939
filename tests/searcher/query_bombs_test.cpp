// Every query of tests/searcher/query_bombs.h over an index with many words.
#include "tests/searcher/query_bombs.h"

#include <chrono>
#include <csignal>
#include <sstream>

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/utf8.h"
#include "searcher/query/query_parser.h"
#include "searcher/render/render.h"
#include "searcher/search/index_reader.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

/// A few articles with as many stop words as others, and 50,000 words that start with "a".
Xapian::WritableDatabase many_words() {
  constexpr unsigned articles = 50, in_one = 20, all = 50'000;
  std::vector<Article> some;
  for (unsigned i = 0; i < articles; ++i) {
    std::string text;
    for (unsigned word = i * in_one; word < (i + 1) * in_one; ++word)
      text += "the of a" + std::to_string(word) + ' ';
    some.push_back(make_article(std::to_string(i), "en", "A1 of the regulation", text));
  }
  some.push_back(make_article("id", "id", "Aturan deepfake", "Aturan deepfake mulai berlaku."));
  some.push_back(make_article("zh", "zh", "监管", "国家发布深度合成管理规定，监管数据保护。"));
  Xapian::WritableDatabase database = index_in_memory(some);
  Xapian::Document document = database.get_document(1);
  for (unsigned word = 0; word < all; ++word) document.add_term("a" + std::to_string(word));
  database.replace_document(1, document);
  return database;
}

/// What becomes of a query: its answer in every format, or why there is none.
std::string outcome_of(IndexReader& index, const SearchRequest& request) {
  std::ostringstream out;
  try {
    const SearchResults results = index.search(request);
    render_json(request.query, results, out);
    render_terminal(results, {}, out);
    render_trec("1", results, out);
  } catch (const Error& error) {
    if (error.kind() != Error::Kind::query && error.kind() != Error::Kind::timeout) throw;
    out << error.what();
  }
  return out.str();
}

}  // namespace

TEST_CASE("no query brings a search down, or makes its answer invalid") {
  constexpr std::size_t matched_bytes = 1'000;  // longer ones take minutes with the sanitizers
  std::signal(SIGALRM, SIG_IGN);  // the programs end; here a stuck match may take its time
  IndexReader index{many_words()};
  const std::vector<QueryBomb> bombs = query_bombs();
  CHECK(bombs.size() >= 200);
  for (std::size_t i = 0; i < bombs.size(); ++i) {
    CAPTURE(bombs[i].name);
    SearchRequest request;
    request.query = to_valid_utf8(bombs[i].text);  // as the options and the batch do
    if (request.query.size() <= max_query_bytes)
      CHECK(parse_query(request.query).notes.size() <= max_query_notes);
    const bool is_refused = request.query.size() > max_query_bytes;
    if (request.query.size() > matched_bytes && !is_refused) continue;
    request.limit = 1;
    request.timeout = std::chrono::milliseconds{100};
    request.strict = i % 3 == 0;
    request.plain = i % 3 == 1;
    request.explain = request.facets = i % 3 == 2;
    request.words = i % 3 == 2 ? WordsAsked::all : WordsAsked::enough;
    const std::string outcome = outcome_of(index, request);
    CHECK(outcome.starts_with("the query has ") == is_refused);
    CHECK(is_valid_utf8(outcome));
  }
  std::signal(SIGALRM, SIG_DFL);
}

}  // namespace pantau
