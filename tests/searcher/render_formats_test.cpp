// The formats in which an answer leaves for other programs.
#include <sstream>

#include <doctest/doctest.h>

#include "searcher/render/render.h"

namespace pantau {
namespace {

SearchResults answer_with(const Article& article) {
  SearchResults results;
  Hit& hit = results.hits.emplace_back();
  hit.article = article;
  hit.title = {article.title, {}};
  hit.snippet = {"New rules & more.", {}};
  results.matches = 1;
  return results;
}

Article article_about_rules() {
  Article article;
  article.url = "https://a.example/x?b=1&c=2";
  article.title = "Rules, \"on\" 100% of {deepfakes}_#1";
  article.author = "Ana Bo, Che Dai";
  article.outlet = "Policy & Wire";
  article.language = "en";
  article.date = make_date(2021, 3, 19);
  article.captured = "2021-04-02T10:00:00Z";
  article.file = "/srv/crawl/a.txt";
  article.handle = article.url;
  return article;
}

template <typename Render>
std::string rendered(const Render& render) {
  std::ostringstream out;
  render(out);
  return out.str();
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("CSV has a header and one row a hit, every value quoted") {
  const std::string csv =
      rendered([](std::ostream& out) { render_csv(answer_with(article_about_rules()), out); });
  CHECK(csv ==
        "\"rank\",\"date\",\"title\",\"outlet\",\"author\",\"lang\",\"url\",\"id\",\"excerpt\","
        "\"copies\"\r\n"
        "\"1\",\"2021-03-19\",\"Rules, \"\"on\"\" 100% of {deepfakes}_#1\",\"Policy & Wire\","
        "\"Ana Bo, Che Dai\",\"en\",\"https://a.example/x?b=1&c=2\","
        "\"https://a.example/x?b=1&c=2\",\"New rules & more.\",\"0\"\r\n");
}

TEST_CASE("no value of a CSV file is run as a formula, and none breaks its line") {
  for (const std::string title : {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", " =1",
                                  "\r=1", "＝1", "\n=HYPERLINK(\"x\")"}) {
    CAPTURE(title);
    Article article = article_about_rules();
    article.title = title;
    const std::string csv =
        rendered([&](std::ostream& out) { render_csv(answer_with(article), out); });
    CHECK(csv.find("\"2021-03-19\",\"'") != std::string::npos);
    CHECK(count(csv, "\r\n") == 2);
    CHECK(count(csv, "\n") == 2);
  }
}

TEST_CASE("BibTeX has one entry a hit, with balanced braces and a key of its own") {
  SearchResults results = answer_with(article_about_rules());
  results.hits.push_back(results.hits.front());
  const std::string bib = rendered([&](std::ostream& out) { render_bibtex(results, out); });
  CHECK(bib.find("title = {{Rules, \"on\" 100\\% of "
                 "\\textbraceleft{}deepfakes\\textbraceright{}\\_\\#1}}") != std::string::npos);
  CHECK(bib.find("author = {{Ana Bo} and {Che Dai}}") != std::string::npos);
  CHECK(bib.find("howpublished = {Policy \\& Wire}") != std::string::npos);
  CHECK(bib.find("month = mar") != std::string::npos);
  CHECK(bib.find("url = {https://a.example/x?b=1&c=2}") != std::string::npos);
  CHECK(bib.find("urldate = {2021-04-02}") != std::string::npos);
  CHECK(count(bib, "{") == count(bib, "}"));
  const auto key_at = [&](std::size_t from) {
    const std::size_t at = bib.find("@misc{", from) + 6;
    return bib.substr(at, bib.find(',', at) - at);
  };
  CHECK(key_at(0).starts_with("policywire2021-"));
  CHECK(key_at(0) != key_at(bib.find("@misc{") + 1));
}

TEST_CASE("RIS has one record a hit, a tag and a value a line") {
  const std::string ris =
      rendered([](std::ostream& out) { render_ris(answer_with(article_about_rules()), out); });
  CHECK(ris.starts_with("TY  - NEWS\r\nTI  - Rules"));
  for (const std::string line :
       {"AU  - Ana Bo\r\n", "AU  - Che Dai\r\n", "T2  - Policy & Wire\r\n", "PY  - 2021\r\n",
        "DA  - 2021/03/19\r\n", "Y2  - 2021/04/02\r\n"}) {
    CAPTURE(line);
    CHECK(ris.find(line) != std::string::npos);
  }
  CHECK(ris.ends_with("ER  - \r\n\r\n"));
}

TEST_CASE("a line of JSON Lines is a hit; what leaves a server does not say where it lies") {
  const SearchResults results = answer_with(article_about_rules());
  const std::string owner = rendered([&](std::ostream& out) { render_jsonl(results, out); });
  CHECK(owner.find("/srv/crawl/a.txt") != std::string::npos);
  CHECK(count(owner, "\n") == 1);
  const std::string world =
      rendered([&](std::ostream& out) { render_jsonl(results, out, Audience::world); });
  CHECK(world.find("/srv") == std::string::npos);
  CHECK(world.find("\"id\":\"https://a.example/x?b=1&c=2\"") != std::string::npos);
}

TEST_CASE("feeds name somebody, and a day, of every article; an undated one has the feed's day") {
  Article article;
  article.outlet = "Warta";
  article.handle = "0123456789abcdef";
  article.language = "id";
  Feed feed;
  feed.title = "Pantau: aturan";
  feed.site = "Pantau";
  feed.language = "id";
  feed.id = "urn:pantau:search:x";
  feed.page = "https://news.example/?q=aturan";
  feed.reader = "https://news.example/?id=";
  feed.fallback_day = *make_date(2026, 11, 30);
  const std::string atom =
      rendered([&](std::ostream& out) { render_atom(feed, answer_with(article), out); });
  CHECK(atom.find("<author><name>Warta</name>") != std::string::npos);
  CHECK(atom.find("<title>Warta, 2026-11-30</title>") != std::string::npos);
  CHECK(atom.find("1970") == std::string::npos);
  CHECK(atom.find("href=\"https://news.example/?id=0123456789abcdef\"") != std::string::npos);
  const std::string rss =
      rendered([&](std::ostream& out) { render_rss(feed, answer_with(article), out); });
  CHECK(rss.find("<pubDate>Mon, 30 Nov 2026 00:00:00 GMT</pubDate>") != std::string::npos);
  CHECK(rss.find("<guid isPermaLink=\"false\">urn:pantau:article:0123456789abcdef</guid>") !=
        std::string::npos);
  CHECK(rss.find("<description>New rules &amp;amp; more.</description>") != std::string::npos);
}

TEST_CASE("a link is one that every browser and checker takes, or none") {
  struct Case {
    std::string url, address;
  };
  const Case cases[] = {
      {"https://a.example/x", "https://a.example/x"},
      {"http://a.example:8080/x?q=ä", "http://a.example:8080/x?q=ä"},
      {"https://a.example/{raw}|\"<b>", "https://a.example/%7Braw%7D%7C%22%3Cb%3E"},
      {"https://a.example/100%", "https://a.example/100%25"},
      {"https://a.example/%C3%A4", "https://a.example/%C3%A4"},
      {"https://[2001:db8::1]/x", "https://[2001:db8::1]/x"},
      {"https://a.example:99999/", ""},
      {"https://a.example:port/", ""},
      {"https://a b.example/", "https://ab.example/"},
      {"https://<script>/", ""},
      {"javascript:alert(1)", ""},
      {"file:///etc/passwd", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.url);
    Article article;
    article.url = c.url;
    CHECK(web_address(article) == c.address);
  }
}

TEST_CASE("an article is printed in paragraphs for people and as one object for programs") {
  Article article = article_about_rules();
  article.text = "First paragraph.\n\nSecond one.";
  const std::string text = rendered([&](std::ostream& out) {
    render_article(article, {false, 80}, out);
  });
  CHECK(text.find("    First paragraph.\n\n    Second one.\n") != std::string::npos);
  const std::string json = rendered(
      [&](std::ostream& out) { render_article_json(article, {"china"}, out, Audience::world); });
  CHECK(json.find("\"entities\":[{\"id\":\"china\",\"name\":\"China\"}]") != std::string::npos);
  CHECK(json.find("\"text\":\"First paragraph.\\n\\nSecond one.\"") != std::string::npos);
  CHECK(json.find("/srv") == std::string::npos);
}

}  // namespace pantau
