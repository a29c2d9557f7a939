// Indexing and searching cannot disagree about what a word is.
#include <fstream>

#include <doctest/doctest.h>

#include "indexer/crawl/raw_page.h"
#include "indexer/extract/article_json.h"
#include "searcher/search/index_reader.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

/// The articles of the sample's JSON lines: English, Indonesian, Malay, Chinese, Japanese, Thai.
std::vector<Article> sample_articles() {
  std::vector<Article> articles;
  for (const char* name : {"kabardigital", "policywire", "world"}) {
    std::ifstream file{std::string{PANTAU_SAMPLE} + "/crawl/jsonl/" + name + ".jsonl"};
    for (std::string line; std::getline(file, line);) {
      Article article = std::get<JsonArticle>(parse_article_json(line)).article;
      if (article.language.empty()) article.language = name[0] == 'k' ? "id" : "en";
      articles.push_back(std::move(article));
    }
  }
  return articles;
}

}  // namespace

TEST_CASE("every text is found again by each of its own words, in every language") {
  const std::vector<Article> articles = sample_articles();
  REQUIRE(articles.size() >= 25);
  IndexReader index{index_in_memory(articles)};
  Analyzer analyzer;
  std::size_t searched = 0;
  for (const Article& article : articles) {
    const std::vector<Word> words = analyzer.words(article.text);
    REQUIRE_FALSE(words.empty());
    for (const Word& word : words) {
      SearchRequest request;
      request.query = article.text.substr(word.begin, word.end - word.begin);
      request.plain = true;
      request.snippets = false;
      request.limit = articles.size();
      bool found = false;
      for (const Hit& hit : index.search(request).hits)
        found |= display_id(hit.article) == display_id(article);
      CAPTURE(request.query);
      CAPTURE(article.title);
      CHECK(found);
      ++searched;
    }
  }
  CHECK(searched > 3000);
}

TEST_CASE(
    "a word without white space around it is found whole where a dictionary cuts it otherwise") {
  IndexReader index{index_in_memory({make_article("1", "zh", "", "北京大学生前来应聘")})};
  Analyzer analyzer;
  const std::vector<Word> words = analyzer.words("北京大学生前来应聘");
  for (const Word& word : words) {
    SearchRequest request;
    request.query = word.form;
    CAPTURE(word.form);
    CHECK(index.search(request).hits.size() == 1);
  }
}

}  // namespace pantau
