#include "searcher/search/speller.h"

#include <doctest/doctest.h>

#include "common/schema.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

Article by(Article article, const char* author, const char* outlet) {
  article.author = author;
  article.outlet = outlet;
  return article;
}

class Index {
 public:
  Index()
      : database_{index_in_memory({
            by(make_article("1", "en", "Regulators and companies", "Privacy regulation of Gojek"),
               "Ana Lowe", "Ledger Post"),
            make_article("2", "en", "The regulation", "Companies fear for the privacy of minors"),
            make_article("3", "id", "Peraturan Kominfo", "Pelindungan data dan peraturan baru"),
            make_article("4", "id", "Kominfo", "Pelindungan konsumen, peraturan, Meutya"),
            make_article("5", "ms", "Lesen media", "Kerajaan wajib lesen"),
            make_article("6", "ms", "Lesen lagi", "Kerajaan 深度合成"),
            make_article("7", "zh", "", "深度合成"),
        })} {}

  std::string corrected(const std::string& form) {
    Speller speller{database_, analyzer_, partitions_, deadline_};
    const auto correction = speller.correct(form);
    return correction ? correction->form : "";
  }
  bool knows(const std::string& form) {
    return Speller{database_, analyzer_, partitions_, deadline_}.is_known(form);
  }

 private:
  Xapian::WritableDatabase database_;
  Analyzer analyzer_;
  std::vector<LanguagePartition> partitions_{
      {"Z:", {"ms", "zh"}, 3, 5}, {"Zen:", {"en"}, 2, 8}, {"Zid:", {"id"}, 2, 8}};
  Deadline deadline_;
};

}  // namespace

TEST_CASE("a word with a mistake is the word of the index that is nearest, in any language") {
  struct Case {
    const char *typed, *meant;
  };
  constexpr Case cases[] = {
      {"regulaton", "regulation"},    // a letter too few
      {"reggulation", "regulation"},  // too many
      {"ragulation", "regulation"},   // another one
      {"regualtion", "regulation"},   // two swapped
      {"pelindugnan", "pelindungan"}, {"peratruan", "peraturan"}, {"kominof", "kominfo"},
      {"pivacy", "privacy"},          {"kerajaaan", "kerajaan"},  {"regulattoin", "regulation"},
  };
  Index index;
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.typed});
    CHECK(index.corrected(c.typed) == c.meant);
  }
}

TEST_CASE("what is suggested is a word, never the bare stem of one") {
  Index index;
  CHECK(index.corrected("compamies") == "companies");
  CHECK(index.corrected("compani") == "");  // the stem that "companies" is found by: it has hits
  CHECK(index.corrected("cimpani") == "");  // nearest is no word, and its words are further away
}

TEST_CASE("words and names that exist are left alone, however rare") {
  Index index;
  for (const char* word : {"gojek", "meutya", "minors", "minor", "lowe", "ledger", "data"}) {
    CAPTURE(std::string_view{word});
    CHECK(index.knows(word));
    CHECK(index.corrected(word).empty());
  }
}

TEST_CASE("no guess is made for short words, numbers, rare words and other scripts") {
  Index index;
  CHECK(index.corrected("dat").empty());
  CHECK(index.corrected("dada").empty());   // data is as near as a dozen others
  CHECK(index.corrected("gojex").empty());  // one article has gojek: maybe its own mistake
  CHECK(index.corrected("2021regulation").empty());
  CHECK(index.corrected("深度合戎").empty());
  CHECK(index.corrected("sushi").empty());
  CHECK(index.corrected("qegulatoin").empty());  // two mistakes and the first letter wrong
}

TEST_CASE("an empty index knows nothing better") {
  const Xapian::WritableDatabase empty{"", Xapian::DB_BACKEND_INMEMORY};
  Analyzer analyzer;
  const std::vector<LanguagePartition> none;
  const Deadline never;
  CHECK_FALSE(Speller(empty, analyzer, none, never).correct("regulaton").has_value());
}

}  // namespace pantau
