#include "searcher/page/respond.h"

#include <doctest/doctest.h>

#include "common/entities/entities.h"
#include "common/error.h"
#include "common/utf8.h"
#include "searcher/page/style.h"
#include "tests/indexed_articles.h"
#include "tests/searcher/page/page_check.h"
#include "tests/searcher/page/page_visit.h"

namespace pantau {
namespace {

Article with_address(Article article, const char* url, const char* day) {
  article.url = url;
  article.date = parse_iso_date(day);
  article.outlet = "Policy Wire";
  return article;
}

std::unique_ptr<IndexReader> news() {
  return std::make_unique<IndexReader>(index_in_memory({
      with_address(make_article("1", "en", "Deepfake rules", "China drafts deepfake rules."),
                   "https://wire.example/deepfake", "2022-12-12"),
      with_address(make_article("2", "id", "Aturan deepfake", "Aturan deepfake dari Tiongkok."),
                   "https://warta.example/deepfake", "2023-01-10"),
      make_article("3", "en", "No date", "A deepfake note without date and address."),
  }));
}

PageResponse answer_to(const HttpRequest& request) {
  RequestLog log;
  return respond(request, PageConfig{}, news, log);
}

}  // namespace

TEST_CASE("a query is answered with articles: title link, outlet, date in words, language, marks") {
  const PageResponse response = answer_to(get("q=deepfake"));
  CHECK(response.status == 200);
  CHECK(what_is_wrong_with(response.body) == "");
  CHECK(
      has(response, "<a href=\"https://wire.example/deepfake\"><bdi><mark>Deepfake</mark> rules"));
  CHECK(has(response, "Policy Wire"));
  CHECK(has(response, "<time datetime=\"2022-12-12\">12 December 2022</time>"));
  CHECK(has(response, "<h3 lang=\"id\" dir=\"auto\">"));
  CHECK(has(response, "no date"));
}

TEST_CASE("the page speaks the reader's language, and another one when asked") {
  HttpRequest request = get("q=deepfake");
  request.accept_language = "id-ID,id;q=0.9";
  CHECK(has(answer_to(request), "<html lang=\"id\">"));
  CHECK(has(answer_to(request), "12 Desember 2022"));
  request.query += "&hl=en";
  CHECK(has(answer_to(request), "<html lang=\"en\">"));
}

TEST_CASE("what the articles are about narrows the search, in the words of the reader") {
  const PageResponse english = answer_to(get("q=deepfake"));
  CHECK(has(english, "<h2>About</h2>"));
  CHECK(has(english,
            "<a rel=\"nofollow\" href=\"?q=deepfake&amp;entity=china\"><bdi>China</bdi></a>"));
  const PageResponse indonesian = answer_to(get("q=deepfake&entity=china&hl=id"));
  CHECK(what_is_wrong_with(indonesian.body) == "");
  CHECK(has(indonesian, "<h2>Tentang</h2>"));
  CHECK(has(indonesian,
            "<li><a rel=\"nofollow\" href=\"?q=deepfake&amp;hl=id\" aria-label=\"Hapus saringan: " +
                entity_name("china", "id")));
  CHECK_FALSE(has(answer_to(get("q=deepfake&entity=alibaba")), "<h2>About</h2>"));
}

TEST_CASE("a filter alone lists the newest articles, and needs no order of relevance") {
  const PageResponse response = answer_to(get("entity=china"));
  CHECK(what_is_wrong_with(response.body) == "");
  CHECK(has(response, "<title>China - Pantau</title>"));
  CHECK(response.body.find("warta.example") < response.body.find("wire.example"));
  CHECK(has(response, "aria-current=\"true\">Newest</a>"));
  CHECK_FALSE(has(response, "Most relevant"));
  CHECK(has(answer_to(get("entity=ojk")), "Nothing found for “<bdi>"));
}

TEST_CASE("a page behind the last one says so and leads back") {
  const PageResponse response = answer_to(get("q=deepfake&p=9"));
  CHECK(response.status == 200);
  CHECK(has(response, "There are no more results."));
  CHECK(has(response, "<a rel=\"nofollow\" href=\"?q=deepfake\">To the first page</a>"));
  CHECK_FALSE(has(response, "Nothing found"));
}

TEST_CASE("a filter that is set is marked where it could be added, and the link takes it away") {
  CHECK(has(answer_to(get("q=deepfake&lang=id")),
            "<a rel=\"nofollow\" href=\"?q=deepfake\" aria-current=\"true\"><bdi>Indonesian</bdi> "
            "×</a>"));
}

TEST_CASE("more like an article says what it is like") {
  CHECK(has(answer_to(get("like=1")), "<title>More like “Deepfake rules” - Pantau</title>"));
}

TEST_CASE("an article as large as may be makes no large page") {
  std::string authors = "Author 0";
  for (int i = 1; i < 5'000; ++i) authors += ", Author " + std::to_string(i);
  const std::string large(100'000, 'x');
  std::vector<Article> articles;
  for (int i = 0; i < 10; ++i) {
    Article article = make_article(std::to_string(i) + large, "en",
                                   "Deepfake " + std::to_string(i) + ' ' + large, "A deepfake.");
    article.author = i == 0 ? authors : large;
    article.outlet = std::to_string(i) + large;
    article.url = "https://wire.example/" + std::to_string(i) + large;
    articles.push_back(article);
  }
  const auto open = [&] { return std::make_unique<IndexReader>(index_in_memory(articles)); };
  for (const std::string query : {"q=deepfake", "q=deepfake&fold=0"}) {
    RequestLog log;
    const PageResponse response = respond(get(query), PageConfig{}, open, log);
    CHECK(what_is_wrong_with(response.body) == "");
    CHECK(response.body.size() < 30'000);
  }
  RequestLog log;
  CHECK(has(respond(get("q=deepfake&fold=0"), PageConfig{}, open, log),
            "Author 0, Author 1, Author 2</bdi> +4,997 more</p>"));
}

TEST_CASE("what a very long query says is not repeated in every link") {
  CHECK(has(answer_to(get("q=deepfake")), "id=\"filters\""));
  std::string query = "q=deepfake";
  for (int i = 0; i < 440; ++i) query += "+deepfake";
  const PageResponse response = answer_to(get(query));
  CHECK(response.status == 200);
  CHECK_FALSE(has(response, "id=\"filters\""));
  CHECK(response.body.size() < 80'000);
}

TEST_CASE("behind a long address fewer filters are offered, each of them repeating it") {
  std::vector<Article> articles;
  for (int i = 0; i < 12; ++i) {
    articles.push_back(make_article(std::to_string(i), "en", "Deepfake", "A deepfake."));
    articles.back().outlet = "Wire " + std::to_string(i);
  }
  const auto outlets = [&](const std::string& query) {
    RequestLog log;
    const auto open = [&] { return std::make_unique<IndexReader>(index_in_memory(articles)); };
    const std::string page = respond(get(query), PageConfig{}, open, log).body;
    std::size_t count = 0;
    for (std::size_t at = 0; (at = page.find("&amp;outlet=Wire", at)) != std::string::npos; ++at)
      ++count;
    return count;
  };
  CHECK(outlets("q=deepfake") == 8);
  CHECK(outlets("q=deepfake+" + std::string(300, 'x')) == 4);
  CHECK(outlets("q=deepfake+" + std::string(700, 'x')) == 0);
}

TEST_CASE("a page below the program leads back to it") {
  HttpRequest request = get("");
  request.path_info = "/elsewhere";
  const PageResponse response = answer_to(request);
  CHECK(what_is_wrong_with(response.body) == "");
  CHECK(has(response, "<form role=\"search\" action=\"/pantau.cgi?\">"));
  CHECK_FALSE(has(response, "<a href=\"?"));
}

TEST_CASE("a refused address keeps its query, its language and offers no feed") {
  const PageResponse response = answer_to(get("q=deepfake&p=0&hl=id"));
  CHECK(response.status == 400);
  CHECK(has(response, "value=\"deepfake\""));
  CHECK(has(response, "<html lang=\"id\">"));
  CHECK(has(response, "<p>Halaman adalah angka seperti 2, bukan “<bdi>0</bdi>”.</p>"));
  CHECK_FALSE(has(response, "f=atom"));
}

TEST_CASE("each kind of request gets its status") {
  struct Case {
    std::string method, query, path;
    int status;
  };
  const Case cases[] = {
      {"GET", "", "", 200},
      {"HEAD", "q=deepfake", "", 200},
      {"GET", "q=nothinglikethis", "", 200},
      {"GET", "f=opensearch", "", 200},
      {"GET", "q=deepfake&f=atom", "/", 200},
      {"GET", "q=deepfake&p=0", "", 400},
      {"GET", "q=a&q=b", "", 200},
      {"GET", "q=deepfake&p=&sort=&hl=en-US", "", 200},
      {"GET", "like=nowhere", "", 404},
      {"GET", "id=nowhere", "", 404},
      {"GET", "id=1", "", 200},
      {"GET", "id=1&f=bibtex", "", 200},
      {"GET", "help=1", "", 200},
      {"GET", "facet=outlet", "", 200},
      {"GET", "q=deepfake&facet=lang&by=name", "", 200},
      {"GET", "q=deepfake&f=csv", "", 200},
      {"GET", "q=deepfake&when=week", "", 200},
      {"GET", "f=json", "", 400},
      {"GET", "q=deepfake", "/etc/passwd", 404},
      {"POST", "q=deepfake", "", 405},
      {"DELETE", "", "", 405},
      {"", "", "", 405},
      {"GET", "q=" + std::string(5'000, 'a'), "", 414},
  };
  for (const Case& c : cases) {
    CAPTURE(c.method + " " + c.query.substr(0, 40) + " " + c.path);
    HttpRequest request = get(c.query);
    request.method = c.method;
    request.path_info = c.path;
    const PageResponse response = answer_to(request);
    CHECK(response.status == c.status);
    CHECK(header(response, "Allow") == (c.status == 405 ? "GET, HEAD" : ""));
  }
}

TEST_CASE("an index that cannot be read is 503, says when to come back, and tells no path") {
  RequestLog log;
  const auto broken = [] {
    return std::make_unique<IndexReader>(std::vector<std::string>{"/srv/secret.idx"});
  };
  const PageResponse response = respond(get("q=deepfake"), PageConfig{}, broken, log);
  CHECK(response.status == 503);
  CHECK(header(response, "Retry-After") == "5");
  CHECK_FALSE(has(response, "secret"));
  CHECK(log.problem.find("/srv/secret.idx") != std::string::npos);
  const auto starved = []() -> std::unique_ptr<IndexReader> { throw std::bad_alloc{}; };
  CHECK(respond(get("q=deepfake"), PageConfig{}, starved, log).status == 503);
}

TEST_CASE("what the browser has already is not sent again") {
  HttpRequest request = get("q=deepfake");
  const std::string etag = header(answer_to(request), "ETag");
  CHECK(etag.starts_with("W/\""));
  request.if_none_match = etag;
  const PageResponse again = answer_to(request);
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(serialize(again, false).find("Content-Length") == std::string::npos);
  request.query = "q=deepfake&p=2";
  CHECK(answer_to(request).status == 200);
}

TEST_CASE("HEAD has the headers of GET and no body") {
  const PageResponse response = answer_to(get("q=deepfake"));
  const std::string whole = serialize(response, false);
  const std::string head = serialize(response, true);
  CHECK(whole == head + response.body);
  CHECK(head.ends_with("Content-Length: " + std::to_string(response.body.size()) + "\r\n\r\n"));
}

TEST_CASE("every response carries the headers that keep a page safe, each on one line") {
  PageResponse response = answer_to(get("q=deepfake"));
  response.headers.push_back({"X-Test", "a\r\nSet-Cookie: b"});
  const std::string head = serialize(response, true);
  for (const std::string_view line :
       {"Status: 200 OK\r\n", "style-src 'sha256-", "default-src 'none'", "frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff\r\n", "Referrer-Policy: no-referrer\r\n",
        "X-Test: aSet-Cookie: b\r\n"}) {
    CAPTURE(line);
    CHECK(head.find(line) != std::string::npos);
  }
}

TEST_CASE("a feed has an id and a time for each entry that never change") {
  PageConfig config;
  config.origin = "https://news.example";
  RequestLog log;
  const PageResponse response = respond(get("q=deepfake&f=atom"), config, news, log);
  CHECK(response.type == "application/atom+xml; charset=utf-8");
  CHECK(has(response, "<id>https://warta.example/deepfake</id>"));
  CHECK(has(response, "<updated>2023-01-10T00:00:00Z</updated>"));
  CHECK(has(response, "<id>urn:pantau:article:3</id>"));
  CHECK(has(response, "href=\"https://news.example/pantau.cgi?q=deepfake&amp;f=atom\""));
  CHECK(response.body.find("warta.example") < response.body.find("wire.example"));
  CHECK(has(response, "href=\"https://news.example/pantau.cgi?id=3\""));
  CHECK_FALSE(has(response, "1970"));
}

TEST_CASE("a feed says of which search it is, with its filters") {
  CHECK(has(answer_to(get("q=deepfake&f=atom")), "<title>Pantau: deepfake</title>"));
  CHECK(has(answer_to(get("q=deepfake&lang=id&f=rss")),
            "<title>Pantau: deepfake (Indonesian)</title>"));
  CHECK(has(answer_to(get("lang=en&f=atom")), "<title>Pantau: English</title>"));
  CHECK(has(answer_to(get("like=1&f=atom")), "<title>Pantau: More like “Deepfake rules”</title>"));
}

TEST_CASE("without an origin in the configuration every address of the page is relative") {
  for (const std::string query : {"q=deepfake", "q=deepfake&f=atom", "q=deepfake&f=rss", "id=1",
                                  "f=opensearch", "help=1", ""}) {
    CAPTURE(query);
    CHECK_FALSE(has(answer_to(get(query)), "pantau.cgi"));
  }
}

TEST_CASE("an error has the form that was asked for") {
  const PageResponse json = answer_to(get("q=a&p=0&f=json"));
  CHECK(json.status == 400);
  CHECK(json.type == "application/json");
  CHECK(has(json, "\"error\":\"A page is a number such as 2, not “0”.\""));
  CHECK(answer_to(get("f=json")).type == "application/json");
  for (const std::string query : {"q=a&p=0&f=atom", "q=a&p=0&f=csv", "f=ris"}) {
    CAPTURE(query);
    CHECK(answer_to(get(query)).type == "text/plain; charset=utf-8");
  }
}

TEST_CASE("the log is one line of JSON a request, with the query or without") {
  RequestLog log{"deep\nfake\"", 7, ""};
  PageResponse response;
  response.body = "12345";
  CHECK(log_line(log, response, "2026-01-02T03:04:05Z", 6, true) ==
        "{\"time\":\"2026-01-02T03:04:05Z\",\"status\":200,\"ms\":6,\"bytes\":5,\"matches\":7,"
        "\"query\":\"deep\\nfake\\\"\"}\n");
  CHECK(log_line(log, response, "", 6, false).find("fake") == std::string::npos);
}

TEST_CASE("caches keep languages apart, ask again, and never keep a part or a mistake") {
  struct Case {
    std::string query, cache;
    bool tagged, indexed;
  };
  const Case cases[] = {
      {"", "max-age=300", false, true},
      {"f=opensearch", "max-age=300", false, true},
      {"q=deepfake", "no-cache", true, false},
      {"id=1", "no-cache", true, false},
      {"help=1", "no-cache", true, true},
      {"q=deepfake&f=csv", "no-cache", true, false},
      {"q=deepfake&p=0", "no-store", false, true},
      {"id=nowhere", "", false, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const PageResponse response = answer_to(get(c.query));
    CHECK(header(response, "Vary") == "Accept-Language");
    if (!c.cache.empty()) CHECK(header(response, "Cache-Control") == c.cache);
    CHECK(header(response, "ETag").empty() != c.tagged);
    CHECK(header(response, "X-Robots-Tag") == (c.indexed ? "" : "noindex, nofollow"));
  }
}

TEST_CASE("what the operator changes changes the tag") {
  const auto tag = [](std::string_view configuration) {
    RequestLog log;
    return header(respond(get("q=deepfake"), parse_config(configuration), news, log), "ETag");
  };
  CHECK(tag("title = A") == tag("title = A"));
  CHECK(tag("title = A") != tag("title = B"));
  CHECK(tag("facets = no") != tag("facets = yes"));
}

TEST_CASE("an answer that moves with the day has the day in its tag") {
  HttpRequest request = get("q=deepfake&when=week");
  const std::string today = header(answer_to(request), "ETag");
  request.today = *make_date(2026, 12, 1);
  CHECK(header(answer_to(request), "ETag") != today);
}

}  // namespace pantau
