// What a visitor reads beside a list of hits: an article, the list of a facet, the help, and why
// nothing was found.
#include <doctest/doctest.h>

#include "tests/searcher/page/page_check.h"
#include "tests/searcher/page/page_visit.h"

namespace pantau {
namespace {

constexpr const char* long_story =
    "China drafts deepfake rules for every platform that makes or spreads synthetic video, audio "
    "or pictures, and wants a label on each of them from January on. Studios, news rooms and "
    "schools are named as users who must say what was made by a "
    "machine, and shops that sell voices or faces of other people must ask for leave in writing. "
    "Fines grow with the number of people who saw a false picture before it was taken down.\n\nThe "
    "regulator asks for "
    "comments until the end of the month, and lawyers expect the deepfake rules to be final by "
    "spring, when platforms must have found a way to mark what their users upload.";

Article article(const char* id, const char* language, const char* title, const char* text,
                const char* outlet, const char* url, const char* day) {
  Article one = make_article(id, language, title, text);
  one.outlet = outlet;
  one.url = url;
  one.date = parse_iso_date(day);
  return one;
}

const Xapian::Database& news() {
  static const Xapian::WritableDatabase index = [] {
    Article dump =
        article("", "en", "Deepfake rules drafted", long_story, "Policy Wire", "", "2022-12-12");
    dump.file = "/srv/crawl/policywire/0001.txt";
    dump.captured = "2023-02-01T10:00:00Z";
    return index_in_memory(
        {dump,
         article("2", "id", "Aturan deepfake", "Aturan deepfake dari Tiongkok.", "Warta Siber",
                 "https://warta.example/deepfake", "2023-01-10"),
         article("3", "en", "Deepfake rules, again", long_story, "Another Wire",
                 "https://another.example/deepfake", "2022-12-13"),
         article("4", "de", "Deepfake-Regeln", "Neue Regeln.", "Tagespost", "https://tag.example/x",
                 "2021-05-05"),
         article("5", "en", "Deepfake lawyers", "Lawyers read rules of synthetic video and audio.",
                 "Policy Wire", "https://аpple.com/deepfake", "2023-03-03")});
  }();
  return index;
}

PageResponse at(const std::string& query) {
  const PageResponse response = visit(news(), get(query));
  CHECK(what_is_wrong_with(response.body) == "");
  return response;
}

std::string handle_of_dump() {
  const IndexReader reader{news()};
  return handle_of(label_term(field("id").prefix, "/srv/crawl/policywire/0001.txt"));
}

}  // namespace

TEST_CASE("a hit without an address opens its stored text, and tells no path") {
  const PageResponse response = at("q=deepfake+rules&fold=0");
  CHECK(has(response, "id=" + handle_of_dump() + "&amp;n="));
  CHECK_FALSE(has(response, "/srv"));
  CHECK_FALSE(has(at("q=deepfake&f=json"), "/srv"));
}

TEST_CASE("an article is read in paragraphs with the words of the question marked") {
  const PageResponse response = at("q=deepfake&id=" + handle_of_dump());
  CHECK(has(response, "<p>China drafts <mark>deepfake</mark> rules for every platform"));
  CHECK(has(response, "<p>The regulator asks for comments"));
  CHECK(has(response, "<title>Deepfake rules drafted - Pantau</title>"));
  CHECK(has(response, "captured on 1 February 2023"));
  CHECK(has(response, "entity=china"));
  CHECK(has(response, "noindex"));
  CHECK(has(response, "<link rel=\"canonical\" href=\"?id=" + handle_of_dump() + "\">"));
  CHECK_FALSE(has(response, "/srv"));
  CHECK_FALSE(has(at("id=" + handle_of_dump()), "<mark>"));
}

TEST_CASE("an article has its copies, what is like it, and the hits around it") {
  CHECK(has(at("id=" + handle_of_dump()), "The same story elsewhere</h3><ul><li"));
  const PageResponse second = at("q=deepfake&fold=0&id=2&sort=newest&n=2");
  const PageResponse list = at("q=deepfake&fold=0&sort=newest");
  CHECK(has(list, "id=https://warta.example/deepfake&amp;n=2"));
  const PageResponse by_address =
      at("q=deepfake&fold=0&sort=newest&id=https://warta.example/deepfake&n=2");
  CHECK(has(by_address, "Previous result"));
  CHECK(has(by_address, "Next result"));
  CHECK(has(by_address, "Back to the results"));
  CHECK_FALSE(has(at("q=deepfake&fold=0&sort=newest&id=https://warta.example/deepfake&n=4"),
                  "Previous result"));
}

TEST_CASE("an operator may show an excerpt only, or nothing of the text") {
  for (const std::string format : {"", "&f=json", "&f=jsonl", "&f=ris", "&f=atom"}) {
    CAPTURE(format);
    PageConfig config;
    config.text = TextShown::none;
    CHECK_FALSE(has(visit(news(), get("id=3" + format), config), "platform"));
    config.text = TextShown::excerpt;
    CHECK_FALSE(has(visit(news(), get("id=3" + format), config),
                    "comments until the end of the "
                    "month, and lawyers expect the "
                    "deepfake rules to be final by "
                    "spring, when platforms must "
                    "have found a way to mark what "
                    "their users upload"));
  }
  PageConfig config;
  config.text = TextShown::none;
  CHECK(has(visit(news(), get("id=3"), config), "The text of articles is not shown here."));
}

TEST_CASE("an article that is gone is 404 in the words of the page") {
  const PageResponse response = at("id=0123456789abcdef&hl=id");
  CHECK(response.status == 404);
  CHECK(has(response, "Artikel ini tidak ada"));
}

TEST_CASE("a chosen filter still lists the others with their counts") {
  const PageResponse language = at("q=deepfake&lang=en");
  CHECK(has(language, "?q=deepfake&amp;lang=en,id\"><bdi>Indonesian</bdi></a>"));
  CHECK(has(language, "aria-current=\"true\"><bdi>English</bdi> ×</a>"));
  const PageResponse outlet = at("q=deepfake&outlet=Warta+Siber");
  CHECK(has(outlet, "outlet=Policy+Wire&amp;outlet=Warta+Siber\"><bdi>Policy Wire</bdi></a>"));
  const PageResponse day = at("q=deepfake&from=2022-12&to=2022-12");
  CHECK(has(day, "from=2023-01&amp;to=2023-01\"><span>January 2023"));
  CHECK(has(day, "?q=deepfake\" aria-current=\"true\"><span>December 2022"));
  CHECK(has(at("lang=de"), "<bdi>Indonesian</bdi></a>"));
}

TEST_CASE("time is chosen by a click or by two dates, without a script") {
  const PageResponse response = at("q=deepfake&from=2022&to=2023-01&outlet=x&outlet=y&sort=newest");
  CHECK(has(response, "<input type=\"date\" name=\"from\" value=\"2022-01-01\">"));
  CHECK(has(response, "<input type=\"date\" name=\"to\" value=\"2023-01-31\">"));
  CHECK(has(response, "<input type=\"hidden\" name=\"outlet\" value=\"x\">"));
  CHECK(has(response, "when=week&amp;sort=newest\">Last week</a>"));
  CHECK(has(at("q=deepfake&when=year"), "aria-current=\"true\">Last year ×</a>"));
}

TEST_CASE("an empty answer names the filter or the word that is to blame, and does without it") {
  const PageResponse filter = at("q=tiongkok&lang=de&translate=0");
  CHECK(has(filter, "?q=tiongkok&amp;translate=0\">Without “<bdi>German</bdi>”</a>: 1 article"));
  const PageResponse word = at("q=deepfake+xyzzyqwert&words=all");
  CHECK(has(word, "No article found here says “<bdi>xyzzyqwert</bdi>”"));
  CHECK(has(word, "?q=deepfake&amp;words=all\">Without"));
  CHECK(has(at("q=xyzzyqwert"), "Check the spelling"));
}

TEST_CASE("under a title stand outlet and host, which nobody can forge") {
  CHECK(has(at("q=deepfake"), "<bdi>Warta Siber</bdi> · <bdi>warta.example</bdi> · <time"));
  CHECK(has(at("q=lawyers"), "<bdi>xn--pple-43d.com</bdi>"));
}

TEST_CASE("an author is named where it is not the outlet") {
  Article one = article("1", "en", "Deepfake", "A deepfake.", "BBC News", "", "2022-01-01");
  one.author = "BBC news";
  const PageResponse response = visit(index_in_memory({one}), get("q=deepfake"));
  CHECK(has(response, "<bdi>BBC News</bdi>"));
  CHECK_FALSE(has(response, "<bdi>BBC news</bdi>"));
}

TEST_CASE("hits are counted, and pages have numbers") {
  std::vector<Article> many;
  for (int i = 0; i < 75; ++i)
    many.push_back(make_article(std::to_string(i), "en", "Deepfake " + std::to_string(i),
                                "A deepfake number " + std::to_string(i * 7919) + "."));
  const Xapian::WritableDatabase index = index_in_memory(many);
  CHECK(has(visit(index, get("q=deepfake&fold=0")), "1–10 of 75 articles"));
  const PageResponse fourth = visit(index, get("q=deepfake&fold=0&p=4"));
  CHECK(has(fourth, "31–40 of 75 articles"));
  CHECK(has(fourth, "aria-current=\"page\">4</a>"));
  CHECK(has(fourth, "p=6&amp;fold=0\" rel=\"nofollow\">6</a>"));
  CHECK(has(fourth, "p=5&amp;fold=0\" rel=\"nofollow next\">Next</a>"));
  CHECK_FALSE(has(visit(index, get("q=deepfake&fold=0&p=8")), ">Next</a>"));
}

TEST_CASE("the order of one question is not that of the next, and filters are") {
  const PageResponse response = at("q=deepfake&lang=en&sort=newest&words=all");
  CHECK(has(response, "<input type=\"hidden\" name=\"lang\" value=\"en\"><button"));
  CHECK(has(response, "?q=deepfake&amp;lang=en&amp;sort=newest\" aria-current=\"true\">All words"));
  CHECK(has(response, "words=all&amp;translate=0&amp;sort=newest\">As typed"));
}

TEST_CASE("the list of a facet is complete, by number and by name") {
  const PageResponse response = at("facet=outlet&by=name");
  CHECK(has(response, "Another Wire"));
  CHECK(response.body.find("Another Wire") < response.body.find("Warta Siber"));
  CHECK(has(at("q=tiongkok&translate=0&facet=outlet"), "<bdi>Warta Siber</bdi>"));
  CHECK_FALSE(has(at("q=tiongkok&translate=0&facet=outlet"), "Tagespost"));
}

TEST_CASE("the first link of every page leads to what is there") {
  for (const std::string query : {"", "help=1", "q=deepfake", "q=xyzzyqwert", "facet=outlet",
                                  "id=3", "id=nowhere", "q=x&p=0"}) {
    CAPTURE(query);
    const PageResponse response = at(query);
    const std::size_t link = response.body.find("<a class=\"skip\" href=\"#") + 23;
    const std::string id = response.body.substr(link, response.body.find('"', link) - link);
    CHECK(has(response, "id=\"" + id + "\""));
  }
}

TEST_CASE("the help says what is in the index and how to ask") {
  const PageResponse response = at("help=1");
  CHECK(has(response, "5 articles, published from 5 May 2021 to 3 March 2023."));
  CHECK(has(response, "<a rel=\"nofollow\" href=\"?lang=de\">German</a>"));
  CHECK(has(response, "regul*"));
}

TEST_CASE("a mistake in a query is told in the words of the page, in both languages") {
  struct Case {
    std::string query, english, indonesian;
  };
  const Case cases[] = {
      {"%22deepfake", "A quotation mark is not closed", "Sebuah tanda kutip tidak ditutup"},
      {"deepfake+%22%22", "nothing between two quotation marks", "di antara dua tanda kutip"},
      {"(deepfake", "A bracket is not closed", "Sebuah tanda kurung tidak ditutup"},
      {"deepfake)", "A closing bracket has no opening one", "tidak punya kurung buka"},
      {"deepfake+()", "nothing between two brackets", "di antara dua tanda kurung"},
      {"deepfake+AND", "stand between words", "berdiri di antara kata"},
      {"deepfake+NEAR/999+rules", "a number is expected", "harus ada angka"},
      {"titel:deepfake", "“<bdi>titel:</bdi>” is no field here", "“<bdi>titel:</bdi>” bukan ruas"},
      {"title:+deepfake", "A field has no value", "Sebuah ruas tidak berisi"},
      {"deepfake+date:soon", "“<bdi>soon</bdi>” is no date", "“<bdi>soon</bdi>” bukan tanggal"},
      {"deepfake+entity:nobodyknows", "is known here as “<bdi>nobodyknows</bdi>”",
       "dikenal di sini sebagai “<bdi>nobodyknows</bdi>”"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(has(at("q=" + c.query), c.english));
    CHECK(has(at("hl=id&q=" + c.query), c.indonesian));
  }
}

TEST_CASE("languages of articles have names in the language of the page") {
  CHECK(has(at("lang=is&q=deepfake&hl=id"), "Islandia"));
  CHECK(has(at("lang=sw&q=deepfake"), "Swahili"));
}

TEST_CASE("an answer is taken along whole, up to the limit of the configuration") {
  PageConfig config;
  config.download_limit = 2;
  const PageResponse csv = visit(news(), get("q=deepfake&fold=0&p=3&f=csv"), config);
  CHECK(header(csv, "Content-Disposition") == "attachment; filename=\"pantau.csv\"");
  CHECK(has(csv, "\"1\",\""));
  CHECK(has(csv, "\"2\",\""));
  CHECK_FALSE(has(csv, "\"3\",\""));
  CHECK(has(visit(news(), get("id=3&f=bibtex")), "title = {{Deepfake rules, again}}"));
}

}  // namespace pantau
