#include "indexer/index/document_builder.h"

#include <doctest/doctest.h>

#include "common/schema.h"
#include "common/stored_article.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

/// Every term of a document as "term:wdf@positions", in order.
std::string dump(const Xapian::Document& document) {
  std::string out;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    out += (out.empty() ? "" : " ") + *term + ':' + std::to_string(term.get_wdf());
    for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position)
      out += '@' + std::to_string(*position);
  }
  return out;
}

}  // namespace

TEST_CASE("a word becomes its stem with positions, and its form where that differs") {
  Article article = make_article("7", "en", "New rules", "Rules rule data");
  article.outlet = "Policy Wire";
  article.author = "Ana Low";
  Analyzer analyzer;
  CHECK(dump(make_document(article, analyzer)) ==
        "Aana:0@1 Alow:0@2 Len:0 Q7:0 SZen:new:0@1 SZen:rule:0@2 XOVpolicy wire:0 XOpolicy:0@1 "
        "XOwire:0@2 "
        "Zen:data:1@1003 Zen:new:5@1 Zen:rule:7@2@1001@1002 rules:6");
}

TEST_CASE("a language without a stemmer is found as written") {
  Analyzer analyzer;
  CHECK(dump(make_document(make_article("7", "zh", "", "深度合成"), analyzer)) ==
        "Lzh:0 Q7:0 Z:合成:1@1002 Z:深度:1@1001");
}

TEST_CASE("an address is found by its host, by the domains above, exactly, and by its id") {
  Article article = make_article("7", "en", "", "x");
  article.url = "https://www.News.example/a?utm_source=z";
  Analyzer analyzer;
  CHECK(dump(make_document(article, analyzer)) ==
        "Hnews.example:0 Hwww.news.example:0 Len:0 Qhttps://www.news.example/a:0 "
        "U7:0 Uhttps://www.news.example/a:0 Zen:x:1@1001");
}

TEST_CASE("values sort and filter, and the data shows the whole hit") {
  Article article = make_article("7", "en", "Title", "Body.");
  article.date = parse_iso_date("2021-03-20");
  article.outlet = "Policy Wire";
  Analyzer analyzer;
  const Xapian::Document document = make_document(article, analyzer);
  CHECK(document.get_value(field("date").slot) == "20210320");
  CHECK(document.get_value(field("outlet").slot) == "Policy Wire");
  CHECK(document.get_value(field("lang").slot) == "en");
  CHECK(document.get_value(digest_slot) == article_digest(article));
  CHECK(decode_article(document.get_data()).text == "Body.");
}

TEST_CASE("the digest changes with what a hit shows and not with where it was read") {
  const Article article = make_article("7", "en", "Title", "Body.");
  Article moved = article;
  moved.file = "elsewhere.txt";
  moved.captured = "2021-03-20T00:00:00Z";
  CHECK(article_digest(moved) == article_digest(article));
  Article retitled = article;
  retitled.title = "Other";
  CHECK(article_digest(retitled) != article_digest(article));
  Article shifted = article;  // the same letters in other fields
  shifted.title = "Titl";
  shifted.author = "e";
  CHECK(article_digest(shifted) != article_digest(article));
}

TEST_CASE("words, labels and articles of any length fit") {
  Analyzer analyzer;
  Article article = make_article("7", "en", std::string(3000, 't'), std::string(5000, 'w'));
  article.url = "https://a.example/" + std::string(9000, 'p');
  article.outlet = std::string(4000, 'o') + " short";
  Xapian::WritableDatabase database{"", Xapian::DB_BACKEND_INMEMORY};
  CHECK_NOTHROW(database.add_document(make_document(article, analyzer)));
}

}  // namespace pantau
