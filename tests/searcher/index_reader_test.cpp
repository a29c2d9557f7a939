#include "searcher/search/index_reader.h"

#include <set>

#include <doctest/doctest.h>

#include "common/error.h"
#include "searcher/query/expand.h"
#include "searcher/search/ranking_signals.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

Article dated(Article article, const char* day, const char* outlet) {
  article.date = parse_iso_date(day);
  article.outlet = outlet;
  article.url = "https://www." + article.id + ".example/story";
  return article;
}

/// Twelve lines of news in five languages.
IndexReader reader() {
  return IndexReader{index_in_memory({
      dated(make_article("deepfake-en", "en", "China regulators talk deepfake rules",
                         "China's regulators met Alibaba about deepfake rules and audio apps."),
            "2021-03-19", "Policy Wire"),
      dated(make_article("deepfake-id", "id", "Tiongkok panggil Alibaba",
                         "Pemerintah Tiongkok memanggil Alibaba terkait teknologi deepfake."),
            "2021-03-20", "Warta Siber"),
      dated(make_article("privacy-id", "id", "Pelindungan data pribadi",
                         "DPR mengesahkan aturan pelindungan data pribadi. Media menyambutnya."),
            "2022-09-20", "Warta Siber"),
      dated(make_article("privacy-en", "en", "Data protection law passed",
                         "Indonesia passed a personal data protection law. Media welcomed it."),
            "2022-09-20", "Policy Wire"),
      dated(make_article("stable-en", "en", "Regulation of stablecoins",
                         "The European regulation covers anti-money-laundering and stablecoins."),
            "2024-06-30", "Ledger Post"),
      make_article("undated-en", "en", "A note",
                   "One more regulation came without a date, as such things do."),
      make_article("zh", "zh", "深度合成管理规定", "国家互联网信息办公室发布深度合成管理规定。"),
      make_article("th", "th", "กฎหมายคุ้มครองข้อมูล", "ประเทศไทยบังคับใช้กฎหมายคุ้มครองข้อมูลส่วนบุคคล"),
      make_article("ms", "ms", "Lesen media sosial", "Kerajaan mewajibkan lesen media sosial."),
  })};
}

/// Ids of the hits, best first.
std::string ids(IndexReader& index, SearchRequest request) {
  std::string out;
  for (const Hit& hit : index.search(request).hits)
    out += (out.empty() ? "" : " ") + hit.article.id;
  return out;
}

/// In the words of the query alone; translation_test.cpp has the other languages.
SearchRequest asking(std::string query) {
  SearchRequest request;
  request.translate = false;
  request.query = std::move(query);
  return request;
}

}  // namespace

TEST_CASE("words find their articles in any language, inflected or not") {
  struct Case {
    const char* query;
    const char* first;
  };
  constexpr Case cases[] = {
      {"deepfake regulation China", "deepfake-en"},
      {"regulators", "deepfake-en"},
      {"perlindungan data pribadi", "privacy-id"},
      {"dipanggil pemerintah", "deepfake-id"},
      {"深度合成", "zh"},
      {"深度", "zh"},
      {"กฎหมาย", "th"},
      {"lesen kerajaan", "ms"},
      {"anti-money laundering", "stable-en"},
      {"STABLECOIN", "stable-en"},
  };
  IndexReader index = reader();
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.query});
    const SearchResults results = index.search(asking(c.query));
    REQUIRE_FALSE(results.hits.empty());
    CHECK(results.hits.front().article.id == c.first);
    CHECK_FALSE(results.hits.front().snippet.text.empty());
  }
}

TEST_CASE("stems of one language do not meet the words of another") {
  IndexReader index = reader();
  // Snowball's Indonesian cuts "media" to "dia"; neither may find the other.
  CHECK(ids(index, asking("dia")).empty());
  CHECK(ids(index, asking("media")).find("privacy-id") != std::string::npos);
  CHECK(ids(index, asking("media")).find("privacy-en") != std::string::npos);
  CHECK(ids(index, asking("media")).find("ms") != std::string::npos);
}

TEST_CASE("a name with a hyphen counts more where it stands whole, and is found as one word") {
  IndexReader index{index_in_memory({
      make_article("apart", "en", "", "The g fund has laws on 20 crimes, and laws on crime again."),
      make_article("whole", "en", "",
                   "A fund of the many laws has one that the G20, at last, and G 20 had."),
      make_article("one", "en", "", "A tax on ecommerce was announced by the state on Monday."),
      make_article("other", "en", "", "Nothing of the kind was said by anybody on Monday."),
  })};
  CHECK(ids(index, asking("laws g 20")) == "apart whole");
  CHECK(ids(index, asking("laws G-20")) == "whole apart");
  CHECK(ids(index, asking("news e-commerce")) == "one");
}

TEST_CASE("truncated words are counted as many, and beyond the limit left out") {
  IndexReader index = reader();
  std::string query;
  for (int i = 0; i < 200; ++i) query += "+regul* ";
  const SearchResults results = index.search(asking(query));
  CHECK(results.matches == 3);
  CHECK(results.notes.size() == 1);
}

TEST_CASE("operators say exactly what is meant") {
  struct Case {
    const char* query;
    const char* hits;  ///< in any order
  };
  constexpr Case cases[] = {
      {"\"data protection\"", "privacy-en"},
      {"\"protection data\"", ""},
      {"\"pelindungan data pribadi\"", "privacy-id"},
      {"+alibaba -tiongkok", "deepfake-en"},
      {"alibaba NOT lang:id", "deepfake-en"},
      {"alibaba AND audio", "deepfake-en"},
      {"indonesia NEAR/3 passed", "privacy-en"},
      {"title:stablecoins", "stable-en"},
      {"title:laundering", ""},
      {"title:深度合成", "zh"},
      {"title:国家互联网", ""},
      {"outlet:(policy NEAR wire) stablecoins", ""},
      {"outlet:(ledger NEAR post) stablecoins", "stable-en"},
      {"host:WWW.Stable-EN.example", "stable-en"},
      {"+& alibaba", "deepfake-en deepfake-id"},
      {"stable*", "stable-en"},
      {"outlet:\"policy wire\" deepfake", "deepfake-en"},
      {"host:privacy-en.example law", "privacy-en"},
      {"deepfake date:2021-03-20", "deepfake-id"},
      {"lang:th,zh", "th zh"},
      {"url:https://www.stable-en.example/story", "stable-en"},
      {"id:stable-en", "stable-en"},
      {"id:undated-en", "undated-en"},
      {"id:privacy*", "privacy-en privacy-id"},
      {"title:regulat*", "deepfake-en stable-en"},
      {"title:protec*", "privacy-en"},
      {"title:launder*", ""},
      {"host:www.priv*", "privacy-en privacy-id"},
      {"host:Privacy*", "privacy-en privacy-id"},
      {"host:priv* -lang:e*", "privacy-id"},
      {"url:https://www.stable*", "stable-en"},
      {"outlet:polic*", "deepfake-en privacy-en"},
      {"\"personal data\" NEAR/3 passed", "privacy-en"},
      {"\"data personal\" NEAR/3 passed", ""},
      {"passed NEAR/3 \"protection personal\"", ""},
      {"outlet:(\"wire policy\" NEAR wire)", ""},
  };
  IndexReader index = reader();
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.query});
    const std::string found = ids(index, asking(c.query));
    std::istringstream wanted{c.hits};
    std::size_t count = 0;
    for (std::string id; wanted >> id; ++count) {
      CAPTURE(found);
      CHECK((' ' + found + ' ').find(' ' + id + ' ') != std::string::npos);
    }
    CHECK(index.search(asking(c.query)).hits.size() == count);
  }
}

TEST_CASE("filters narrow by language, outlet and day") {
  IndexReader index = reader();
  SearchRequest request = asking("deepfake regulation data");
  request.languages = {"id"};
  CHECK(index.search(request).hits.size() == 2);
  CHECK(ids(index, request).find("-en") == std::string::npos);
  request.languages = {"fr"};
  CHECK(ids(index, request).empty());
  request.languages.clear();
  request.outlets = {"warta siber"};
  CHECK(index.search(request).hits.size() == 2);
  request.outlets = {"stable-en.example"};
  CHECK(ids(index, request) == "stable-en");
  request.outlets.clear();
  request.from = parse_iso_date("2021-03-20");
  request.to = parse_iso_date("2022-09-20");
  CHECK(index.search(request).hits.size() == 3);
  request.from.reset();
  request.to = parse_iso_date("2021-03-19");
  CHECK(ids(index, request) == "deepfake-en");
}

TEST_CASE("an outlet is the one of that name; without one, those with these words in their names") {
  IndexReader index{index_in_memory(
      {dated(make_article("a", "en", "Coins", "On coins."), "2024-05-01", "CNN"),
       dated(make_article("b", "en", "Coins", "On coins."), "2024-05-02", "CNN Indonesia"),
       dated(make_article("c", "id", "Koin", "Soal coins."), "2024-05-03", "Suara Indonesia")})};
  struct Case {
    const char* outlet;
    std::string_view found;
  };
  constexpr Case cases[] = {
      {"CNN", "a"}, {"cnn", "a"}, {"Cnn indonesia", "b"}, {"Indonesia", "b c"}, {"Kompas", ""}};
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.outlet});
    SearchRequest request = asking("coins");
    request.sort = Sort::oldest;
    request.outlets = {c.outlet};
    CHECK(ids(index, request) == c.found);
    request.outlets.clear();
    request.query += std::string{" outlet:\""} + c.outlet + '"';
    CHECK(ids(index, request) == c.found);
  }
}

TEST_CASE("an address is found however it is typed") {
  Article article = make_article("a", "en", "Coins", "On coins.");
  article.url = "https://news.example/2024/05/story-two/";
  IndexReader index{index_in_memory({article, make_article("b", "en", "Coins", "On coins.")})};
  for (const char* query :
       {"url:https://news.example/2024/05/story-two",
        "url:http://NEWS.example:80/2024/05/story-two/", "url:news.example/2024/05/story-two",
        "https://news.example/2024/05/story-two"}) {
    CAPTURE(std::string_view{query});
    CHECK(ids(index, asking(query)) == "a");
  }
}

TEST_CASE("words of a phrase are marked where they stand in it, and the snippet shows it") {
  IndexReader index{index_in_memory({make_article(
      "a", "en", "Pensions",
      "Work on pensions goes on. Some work and some departments wait. The new rules of the "
      "Department of Work and Pensions took effect.")})};
  const SearchResults results = index.search(asking("\"department of work and pensions\""));
  REQUIRE(results.hits.size() == 1);
  const MarkedText& snippet = results.hits.front().snippet;
  REQUIRE(snippet.marks.size() == 5);
  CHECK(snippet.text.substr(snippet.marks.front().begin).starts_with("Department of Work and"));
}

TEST_CASE("an article is found by what it is about, under any of its names") {
  IndexReader index{index_in_memory(
      {make_article("a", "en", "China fines Alibaba", "A record fine for the company."),
       make_article("b", "id", "Tiongkok atur deepfake", "Aturan baru untuk perusahaan."),
       make_article("c", "en", "A fine day", "Nothing about a company.")})};
  struct Case {
    std::string_view query, found;
  };
  constexpr Case cases[] = {
      {"entity:china", "a b"},
      {"entity:Cina", "a b"},
      {"entity:alibaba fine", "a"},
      {"entity:alibaba entity:china", "a b"},
      {"entity:(alibaba AND china)", "a"},
      {"fine NOT entity:china", "c"},
      {"entity:ali*", "a"},
      {"entity:nobody", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    SearchRequest request = asking(std::string{c.query});
    std::set<std::string> found;
    for (const Hit& hit : index.search(request).hits) found.insert(hit.article.id);
    std::string all;
    for (const std::string& id : found) all += (all.empty() ? "" : " ") + id;
    CHECK(all == c.found);
  }
  SearchRequest request = asking("entity:alibabo fine");
  CHECK(index.search(request).notes ==
        std::vector<std::string>{R"(no entity is called "alibabo"; "alibaba" is one)"});
  request = asking("entity:Bank Indonesia");  // is entity:Bank, and a word
  const std::string note = index.search(request).notes.front();
  CHECK(
      note.starts_with("no entity is called \"Bank\"; a name of several words stands in "
                       "quotation marks: \"Bank "));
  request = asking("fine aturan");
  request.entities = {"china"};
  CHECK(index.search(request).hits.size() == 2);
  request.entities = {"Alibaba", "china"};
  CHECK(ids(index, request) == "a");
  request.entities = {"nobody"};
  const std::vector<std::string> nobody{R"(no entity is called "nobody")"};
  CHECK(index.search(request).notes == nobody);
  request.query = "entity:nobody";  // what a filter without a query is read as
  CHECK(index.search(request).notes == nobody);
}

TEST_CASE("answers sort by day, those without one last in either direction") {
  IndexReader index = reader();
  SearchRequest request = asking("deepfake regulation");
  request.words = WordsAsked::any;
  request.sort = Sort::newest;
  CHECK(ids(index, request) == "stable-en deepfake-id deepfake-en undated-en");
  request.sort = Sort::oldest;
  CHECK(ids(index, request) == "deepfake-en deepfake-id stable-en undated-en");
}

TEST_CASE("pages of an answer join without gap or repetition") {
  IndexReader index = reader();
  const std::string all = ids(index, asking("deepfake regulation data media"));
  std::string joined;
  for (std::size_t offset = 0; offset < 8; offset += 2) {
    SearchRequest request = asking("deepfake regulation data media");
    request.offset = offset;
    request.limit = 2;
    const std::string page = ids(index, request);
    if (!page.empty()) joined += (joined.empty() ? "" : " ") + page;
  }
  CHECK(joined == all);
}

TEST_CASE("the article whose title is the question comes first, and on one page only") {
  std::vector<Article> articles;
  for (unsigned i = 0; i < 2 * reranked_articles; ++i)
    articles.push_back(make_article(std::to_string(i), "en", "Watch window, pane and more windows",
                                    "Watch the window. Watch the window."));
  articles.push_back(make_article("itself", "en", "Watch window", "How to watch the pane."));
  IndexReader index{index_in_memory(articles)};
  SearchRequest request = asking("watch window");
  std::vector<std::string> seen;
  for (request.offset = 0; request.offset < articles.size(); request.offset += request.limit)
    for (const Hit& hit : index.search(request).hits) seen.push_back(hit.article.id);
  CHECK(seen.size() == articles.size());
  CHECK(seen.front() == "itself");
  CHECK(std::set<std::string>{seen.begin(), seen.end()}.size() == articles.size());
}

TEST_CASE("a limit of none counts and shows nothing") {
  IndexReader index = reader();
  SearchRequest request = asking("alibaba");
  request.limit = 0;
  const SearchResults results = index.search(request);
  CHECK(results.hits.empty());
  CHECK(results.matches == 2);
}

TEST_CASE("a strict query that is wrong is an error, an odd one is not") {
  IndexReader index = reader();
  SearchRequest request = asking("alibaba AND");
  CHECK_NOTHROW(static_cast<void>(index.search(request)));
  request.strict = true;
  CHECK_THROWS_AS(static_cast<void>(index.search(request)), Error);
}

TEST_CASE("a truncated word that stands for too many words says so") {
  std::string text = "Words:";
  for (unsigned i = 0; i < 2 * max_expansion; ++i) text += " aa" + std::to_string(i);
  IndexReader index{index_in_memory({make_article("many", "en", "Aab ab", text + " ab"),
                                     make_article("few", "id", "Aab ab", "Sedikit.")})};
  CHECK(index.search(asking("aa*")).notes ==
        std::vector<std::string>{"only the first 200 of all that start with aa are searched for"});
  CHECK(index.search(asking("ab*")).notes.empty());
  CHECK(ids(index, asking("aa*")) == "many few");
  CHECK(ids(index, asking("title:a*")).find("many") != std::string::npos);
}

TEST_CASE("an explanation shows the query as it is read and as it is run") {
  IndexReader index = reader();
  const Explanation explanation = index.explain(asking("\"data protection\" law"));
  CHECK(explanation.as_read == "(any (phrase \"data protection\") law)");
  CHECK(explanation.language == "en");
  REQUIRE(explanation.as_run.size() == 3);
  CHECK(explanation.as_run.front().find("Zen:protect") != std::string::npos);
}

TEST_CASE("a folder that holds no index says how to make one") {
  CHECK_THROWS_WITH(
      IndexReader{std::vector<std::string>{"/nowhere/at/all"}},
      "/nowhere/at/all: no such index; make one with: pantau-index --db /nowhere/at/all INPUT");
}

}  // namespace pantau
