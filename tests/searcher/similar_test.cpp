#include "searcher/search/similar.h"

#include <map>

#include <doctest/doctest.h>

namespace pantau {
namespace {

Article article(std::string title, std::string text) {
  Article out;
  out.language = "en";
  out.title = std::move(title);
  out.text = std::move(text);
  return out;
}

/// In an index of 1,000 articles where a term stands in as many as `frequency` says, 5 otherwise.
std::string query(const Article& source, const std::map<std::string, unsigned>& frequency) {
  Analyzer analyzer;
  const LanguagePartition partition{"Zen:", {"en"}, 1'000, 300};
  return dump(similar_query(source, partition, analyzer, [&](const std::string& term) {
    const auto known = frequency.find(term);
    return known == frequency.end() ? 5 : known->second;
  }));
}

}  // namespace

TEST_CASE("an article asks for what it says often and few others say") {
  CHECK(query(article("", "Binance and the court: Binance pleaded guilty. The court met."),
              {{"Zen:court", 400},
               {"Zen:meet", 600},
               {"Zen:binanc", 3},
               {"Zen:plead", 40},
               {"Zen:guilti", 41}}) == "(any binance binance pleaded guilty court court met)");
}

TEST_CASE("a word is asked for in one form, at most three times") {
  CHECK(query(article("Fines", "Fine, fined, fining, fines"), {}) == "(any fines fines fines)");
}

TEST_CASE("words that no other article has, stop words and fragments are not asked for") {
  CHECK(query(article("", "the of xyzzy eu pp hapax"), {{"Zen:hapax", 1}, {"Zen:xyzzi", 2}}) ==
        "xyzzy");
  CHECK(query(article("", "the"), {}) == "(nothing)");
}

TEST_CASE("a long article asks for no more than its best words") {
  std::string text;
  for (int i = 0; i < 200; ++i)
    text += "word" + std::string(1, char('a' + i % 26)) + char('a' + i / 26) + ' ';
  const std::string dumped = query(article("", text), {});
  CHECK(static_cast<std::size_t>(std::count(dumped.begin(), dumped.end(), ' ')) == like_words);
}

TEST_CASE("an article is named by its address in any spelling, its id, or its file") {
  const auto names = [](const char* name, const char* term) {
    const auto terms = terms_naming(name);
    return std::find(terms.begin(), terms.end(), term) != terms.end();
  };
  CHECK(names("http://A.example/x?utm_source=y", "Uhttp://a.example/x"));
  CHECK(names("kdn-17", "Qkdn-17"));
  CHECK(names("kdn-17", "Ukdn-17"));
  CHECK(names("/crawl/x.txt", "Q/crawl/x.txt"));
}

}  // namespace pantau
