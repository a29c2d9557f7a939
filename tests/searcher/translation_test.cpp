// Asking in one language and reading both, from request to answer, over an index in memory.
#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "searcher/query/expand.h"
#include "searcher/search/index_reader.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

IndexReader reader() {
  return IndexReader{index_in_memory({
      make_article(
          "rules-en", "en", "China drafts deepfake rules",
          "Regulators in China published rules on personal data protection and deepfakes."),
      make_article("rules-id", "id", "Tiongkok susun aturan deepfake",
                   "Regulator Tiongkok menerbitkan aturan pelindungan data pribadi."),
      make_article("fish-en", "en", "Salmon prices fall", "The price of salmon fell in Norway."),
      make_article("fish-id", "id", "Harga ikan turun", "Harga ikan di pasar turun tajam."),
      make_article("body-id", "id", "Komdigi blokir situs", "Komdigi memblokir situs judi."),
      make_article("rules-zh", "zh", "中国公布规定", "中国公布深度合成管理规定。"),
  })};
}

SearchRequest request(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  return request;
}

/// The ids found, in the order of letters: "fish-en fish-id".
std::string found(const SearchRequest& request) {
  std::vector<std::string> ids;
  for (const Hit& hit : reader().search(request).hits) ids.push_back(hit.article.id);
  std::sort(ids.begin(), ids.end());
  std::string line;
  for (const std::string& id : ids) line += (line.empty() ? "" : " ") + id;
  return line;
}

}  // namespace

TEST_CASE("a question in one language finds its answers in both") {
  struct Case {
    std::string_view query, found;
  };
  constexpr Case cases[] = {
      {"price", "fish-en fish-id"},
      {"harga", "fish-en fish-id"},
      {"China", "rules-en rules-id rules-zh"},
      {"Tiongkok", "rules-en rules-id rules-zh"},
      {"Kominfo", "body-id"},
      {"\"personal data protection\"", "rules-en rules-id"},
      {"+price -salmon", "fish-id"},
      {"title:rules", "rules-en rules-id"},
      {"title:protection", ""},
      {"price AND salmon", "fish-en"},
      {"rules lang:id", "rules-id"},
      {"\"data salmon\"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(found(request(std::string{c.query})) == c.found);
  }
}

TEST_CASE("without translation only the words of the query count") {
  SearchRequest plain = request("price China");
  plain.translate = false;
  CHECK(found(plain) == "fish-en rules-en");
}

TEST_CASE("the language of the query can be told, and else is told from its words") {
  SearchRequest told = request("data");  // said alike in both
  told.query_language = "id";
  CHECK(reader().explain(told).language == "id");
  CHECK(reader().explain(request("the price of data")).language == "en");
  CHECK(reader().explain(request("harga data yang turun")).language == "id");
}

TEST_CASE("a name is not taken for an abbreviation that is spelled like it") {
  IndexReader index{index_in_memory({make_article("court", "en", "Supreme Court rules", "A law."),
                                     make_article("jack-ma", "id", "Jack Ma", "Jack Ma.")})};
  SearchRequest asked = request("Jack Ma");
  asked.query_language = "id";
  const SearchResults results = index.search(asked);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits.front().article.id == "jack-ma");
}

TEST_CASE("an index in one language answers questions in the other") {
  IndexReader indonesian{index_in_memory(
      {make_article("1", "id", "Harga ikan turun", "Harga ikan di pasar turun tajam."),
       make_article("2", "id", "Aturan baru", "Pemerintah menyusun aturan.")})};
  const SearchResults results = indonesian.search(request("price of fish"));
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits.front().article.id == "1");
}

TEST_CASE("a passage longer than anybody finds word by word is not translated") {
  std::string passage = "\"price";
  for (int i = 0; i < 63; ++i) passage += " price";
  const auto translates = [](const std::string& query) {
    SearchRequest asked = request(query);
    asked.query_language = "en";
    for (const std::string& run : reader().explain(asked).as_run)
      if (run.starts_with("Zid:")) return run.find("harga") != std::string::npos;
    return false;
  };
  CHECK(translates(passage + '"'));
  CHECK_FALSE(translates(passage + " price\""));
}

TEST_CASE("a title of more words than a query may have is asked for by those that it may") {
  std::string query = "title:\"";
  for (std::size_t i = 0; i < max_query_words + 500; ++i) query += "price ";
  SearchRequest asked = request(query + '"');
  asked.translate = false;
  asked.languages = {"en"};
  const std::string run = reader().explain(asked).as_run.front();
  std::size_t words = 0;
  for (auto at = run.find("SZen:"); at != std::string::npos; at = run.find("SZen:", at + 1))
    ++words;
  CHECK(words == max_query_words + 1);  // the first once more, which makes the phrase safe to ask
}

TEST_CASE("of a run that has a meaning of its own the parts count together") {
  IndexReader english{index_in_memory(
      {make_article("one", "en", "Regulators and regulation", "A regulation of markets."),
       make_article("both", "en", "A vote in parliament",
                    "Members passed a regulation of artificial intelligence systems in spring.")})};
  SearchRequest asked = request("aturan ai");
  asked.query_language = "id";
  const SearchResults results = english.search(asked);
  REQUIRE(results.hits.size() == 2);
  CHECK(results.hits.front().article.id == "both");
}

TEST_CASE("of an entity's name of several words all count, though it has other names") {
  IndexReader english{index_in_memory(
      {make_article("one", "en", "Services", "Services of the post, and other services."),
       make_article("all", "en", "A long day", "The digital services act is a law of the union."),
       make_article("other", "en", "Shoes", "Shoes are sold here.")})};
  SearchRequest asked = request("digital services act");
  asked.explain = true;
  const SearchResults results = english.search(asked);
  REQUIRE(results.hits.size() == 2);
  CHECK(results.hits.front().article.id == "all");
  CHECK(results.hits.front().parts.size() >= 3);
}

TEST_CASE("a match that chooses between words keeps its root") {
  // Xapian 1.4 reads freed memory otherwise (with_fixed_root in to_xapian.cpp); it takes tens of
  // thousands of articles to see that.
  IndexReader index{index_in_memory(
      {make_article("en", "en", "Prices", "A regulation of prices."),
       make_article("id", "id", "Aturan", "Aturan dan regulasi harga, juga tarif.")})};
  SearchRequest asked = request("regulation of prices");
  asked.query_language = "en";
  const auto keeps_root = [&](std::string_view branch) {
    for (const std::string& run : index.explain(asked).as_run)
      if (run.starts_with(branch)) return run.ends_with("FILTER <alldocuments>))");
    return false;
  };
  CHECK(keeps_root("Zid:"));
  CHECK_FALSE(keeps_root("Zen:"));
}

TEST_CASE("a hit says which of its words stand for which of the query") {
  SearchRequest asked = request("China rules");
  asked.languages = {"id"};
  IndexReader index = reader();
  const SearchResults results = index.search(asked);
  REQUIRE(results.hits.size() == 1);
  std::string wordings;
  for (const Wording& wording : results.hits.front().wordings)
    wordings += wording.said + '=' + wording.asked + ' ';
  CHECK(wordings == "Tiongkok=China aturan=rules ");
  CHECK(results.hits.front().title.marks.size() == 2);
  for (const Hit& hit : index.search(request("salmon price")).hits)
    if (hit.article.id == "fish-en") CHECK(hit.wordings.empty());
}

TEST_CASE("a hit claims a name or phrase only where its words stand together, as it writes them") {
  struct Case {
    std::string_view query, asked_in, language, title, text, wordings;
  };
  constexpr Case cases[] = {
      {"judi online", "id", "en", "Ban on casinos", "Officials cite gambling.", "gambling=judi "},
      {"judi online", "id", "en", "Online Gambling", "Gambling.", "Online Gambling=judi online "},
      {"online gambling", "en", "id", "Satgas Judi Online", "Perjudian daring.",
       "Judi Online=online gambling "},
      {"data breach", "en", "id", "Kebocoran, pengendali, dan data", "Kebocoran data itu.",
       "Kebocoran data=data breach "},
      {"AI Act", "en", "en", "AI Basic Act", "An act on the intelligence that is artificial.", ""},
      {"perlindungan data pribadi", "id", "en", "Protection for fish",
       "A Personal Data Protection Act.", "Personal Data Protection=perlindungan data pribadi "},
      {"Data Breach", "en", "id", "Kebocoran data", "Kebocoran data itu.",
       "Kebocoran data=Data Breach "},
      {"China CHINA", "en", "id", "Aturan Tiongkok", "", "Tiongkok=China "},
      {"who fines", "en", "id", "Yang didenda", "Denda.", "didenda=fines "},
      {"Komdigi", "id", "id", "Kominfo dan Komdigi", "Kominfo.", ""},
      {"Komdigi", "id", "id", "Situs", "Kominfo memblokir.", "Kominfo=Komdigi "},
      {"Tiongkok deepfake", "id", "en", "China's deepfakes", "", "China's=Tiongkok "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CAPTURE(c.title);
    IndexReader index{index_in_memory(
        {make_article("1", std::string{c.language}, std::string{c.title}, std::string{c.text})})};
    SearchRequest asked = request(std::string{c.query});
    asked.query_language = c.asked_in;
    const SearchResults results = index.search(asked);
    REQUIRE(results.hits.size() == 1);
    std::string wordings;
    for (const Wording& wording : results.hits.front().wordings)
      wordings += wording.said + '=' + wording.asked + ' ';
    CHECK(wordings == c.wordings);
  }
}

TEST_CASE("a longer run does not hide a shorter one in it, unless a phrase asks for all of it") {
  IndexReader index{index_in_memory(
      {make_article("whole", "id", "Larangan media sosial", "Larangan media sosial berlaku."),
       make_article("part", "id", "Warga pakai media sosial", "Media sosial ramai di pasar."),
       make_article("other", "id", "Media cetak", "Majalah terbit.")})};
  SearchRequest asked = request("social media ban");
  asked.query_language = "en";
  const SearchResults results = index.search(asked);
  REQUIRE(results.hits.size() >= 2);
  CHECK(results.hits[0].article.id == "whole");
  CHECK(results.hits[1].article.id == "part");
  asked.query = "\"social media ban\"";
  CHECK(index.search(asked).hits.size() == 1);
}

TEST_CASE("small words and unlikely senses rank in the other language, but find nothing alone") {
  IndexReader index{
      index_in_memory({make_article("fish", "id", "Harga ikan", "Harga ikan turun Minggu lalu."),
                       make_article("small", "id", "Warga", "Warga pergi untuk desa."),
                       make_article("week", "id", "Seminggu", "Satu minggu penuh hujan.")})};
  struct Case {
    std::string_view query, found;
  };
  constexpr Case cases[] = {
      {"the price of fish for Sunday", "fish "},
      {"Sunday", "fish week "},  // "minggu" is more often a week
      {"for", "small "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    SearchRequest asked = request(std::string{c.query});
    asked.query_language = "en";
    std::set<std::string> ids;
    for (const Hit& hit : index.search(asked).hits) ids.insert(hit.article.id);
    std::string found;
    for (const std::string& id : ids) found += id + ' ';
    CHECK(found == c.found);
  }
}

TEST_CASE("words near each other are asked for in the other language too") {
  IndexReader index{index_in_memory({
      make_article("near", "id", "Pasar", "Harga eceran untuk ikan turun tajam."),
      make_article("far", "id", "Pasar",
                   "Harga turun tajam di pasar sejak awal bulan menurut warga, juga untuk ikan."),
  })};
  SearchRequest asked = request("price NEAR/3 fish");
  asked.query_language = "en";
  SearchResults results = index.search(asked);
  REQUIRE(results.hits.size() == 1);
  CHECK(results.hits.front().article.id == "near");
  asked.query = "title:price NEAR/3 title:fish";
  CHECK(index.search(asked).hits.empty());
}

TEST_CASE("what the query calls an entity ranks before its other names") {
  IndexReader index{index_in_memory({
      make_article("other", "id", "Situs",
                   "Menteri Komunikasi dan Informatika hadir dan bicara dan pulang dan makan."),
      make_article("typed", "id", "Situs", "Situs itu diblokir oleh Komdigi kemarin."),
      make_article("third", "id", "Harga", "Harga ikan turun."),
  })};
  SearchRequest asked = request("Komdigi");
  asked.query_language = "id";
  const SearchResults results = index.search(asked);
  REQUIRE(results.hits.size() == 2);
  CHECK(results.hits.front().article.id == "typed");
}

TEST_CASE("a name of several words weighs as much as its words, whatever else it is called") {
  IndexReader index{index_in_memory({
      make_article("typed", "id", "", "Otoritas Jasa Keuangan hadir di pasar."),
      make_article("other", "id", "", "OJK hadir di pasar."),
      make_article("third", "id", "", "Harga ikan turun."),
  })};
  SearchRequest asked = request("Otoritas Jasa Keuangan");
  asked.query_language = "id";
  const SearchResults named = index.search(asked);
  REQUIRE(named.hits.size() == 2);
  asked.translate = false;
  const SearchResults plain = index.search(asked);
  REQUIRE(plain.hits.size() == 1);
  CHECK(named.hits.front().article.id == "typed");
  CHECK(named.hits.front().score == doctest::Approx(plain.hits.front().score));
}

TEST_CASE("of a translation of several words no lone word is marked") {
  IndexReader index{index_in_memory(
      {make_article("1", "id", "Konten palsu AI", "Konten palsu AI beredar. Konten lain ramai.")})};
  SearchRequest asked = request("deepfake");
  asked.query_language = "en";
  const SearchResults results = index.search(asked);
  REQUIRE(results.hits.size() == 1);
  std::string marked;
  for (const Mark& mark : results.hits.front().snippet.marks)
    marked += results.hits.front().snippet.text.substr(mark.begin, mark.end - mark.begin) + ' ';
  CHECK(marked == "Konten palsu AI ");
}

TEST_CASE("pages of an answer in two languages join, whatever their size") {
  IndexReader index = reader();
  SearchRequest all = request("China rules price data");
  std::vector<std::string> whole;
  for (const Hit& hit : index.search(all).hits) whole.push_back(hit.article.id);
  REQUIRE(whole.size() == 5);
  std::vector<std::string> paged;
  for (all.offset = 0, all.limit = 1; all.offset < whole.size(); ++all.offset)
    for (const Hit& hit : index.search(all).hits) paged.push_back(hit.article.id);
  CHECK(paged == whole);
}

TEST_CASE("a question whose answer has one language is not led away by the other") {
  CHECK(reader().search(request("salmon price Norway")).hits.front().article.id == "fish-en");
  CHECK(reader().search(request("harga ikan di pasar")).hits.front().article.id == "fish-id");
}

}  // namespace pantau
