// HTTP responses to pages: status, transfer and content codings, media types.
#include "indexer/crawl/decode_page.h"

#include <doctest/doctest.h>

#include <vector>

#include "indexer/crawl/content_coding.h"
#include "indexer/crawl/http_message.h"
#include "tests/indexer/crawl/make_crawl.h"

namespace pantau {
namespace {

struct Case {
  std::string name, message, result;
};

std::string decode(std::string message) {
  RawPage page;
  page.kind = PageKind::http;
  page.url = "http://n.example/x";
  page.bytes = std::move(message);
  return describe(decode_page(std::move(page)));
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(decode(c.message) == c.result);
  }
}

const std::string type = "Content-Type: text/html\r\n";
const std::string x = html("x");

}  // namespace

TEST_CASE("status lines of all kinds are read") {
  check({
      {"HTTP/1.1", http(type, x), "x"},
      {"HTTP/1.0", http(type, x, "HTTP/1.0 200 OK"), "x"},
      {"HTTP/2", http(type, x, "HTTP/2 200"), "x"},
      {"HTTP/2.0 and a reason", http(type, x, "HTTP/2.0 200 OK"), "x"},
      {"HTTP/3", http(type, x, "HTTP/3 200"), "x"},
      {"no reason phrase", http(type, x, "HTTP/1.1 200"), "x"},
      {"a reason in another language", http(type, x, "HTTP/1.1 200 Semuanya baik"), "x"},
      {"two spaces", http(type, x, "HTTP/1.1  200  OK"), "x"},
      {"line feeds only", "HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + x, "x"},
      {"blank lines before", "\r\n\r\n" + http(type, x), "x"},
      {"after an interim response",
       http("", "", "HTTP/1.1 100 Continue") + http("Link: x\r\n", "", "HTTP/1.1 103 Early Hints") +
           http(type, x),
       "x"},
      {"part of a page", http(type, x, "HTTP/1.1 206 Partial Content"), "~x"},
      {"moved", http(type, x, "HTTP/1.1 302 Found"), "-status-302"},
      {"not modified", http("", "", "HTTP/1.1 304 Not Modified"), "-status-304"},
      {"not found", http(type, x, "HTTP/1.1 404 Not Found"), "-status-404"},
      {"broken", http(type, x, "HTTP/2 503"), "-status-503"},
      {"no such status", http(type, x, "HTTP/1.1 999 Denied"), "-status-999"},
      {"no status line at all", x, "x"},
      {"a head without an end", "HTTP/1.1 200 OK\r\nContent-Type: text/html", "-empty-body"},
      {"no body", http(type, ""), "-empty-body"},
      {"a body of white space", http(type, "\r\n \t\r\n"), "-empty-body"},
      {"a byte order mark alone", http(type, "\xEF\xBB\xBF"), "-empty-body"},
      {"no content", http("", "", "HTTP/1.1 204 No Content"), "-empty-body"},
  });
}

TEST_CASE("a body may be chunked, whatever its head says") {
  const std::string te = type + "Transfer-Encoding: chunked\r\n";
  check({
      {"as declared", http(te, chunked({x})), "x"},
      {"in several chunks", http(te, chunked({x.substr(0, 5), x.substr(5, 1), x.substr(6)})), "x"},
      {"extensions and a trailer",
       http(te, "15;name=\"value\"\r\n" + x + "\r\n0;last\r\nExpires: never\r\n\r\n"), "x"},
      {"leading zeros, capitals, spaces", http(te, "0015 \r\n" + x + "\r\n000\r\n\r\n"), "x"},
      {"other case", http(type + "transfer-encoding: Chunked\r\n", chunked({x})), "x"},
      {"declared, but undone by the crawler", http(te, x), "x"},
      {"not declared, yet chunked", http(type, chunked({x})), "x"},
      {"line feeds only", http(te, "15\n" + x + "\n0\n\n"), "x"},
      {"the last chunk is missing", http(te, "15\r\n" + x + "\r\n"), "~x"},
      {"cut inside a chunk", http(te, "f0\r\n" + x), "~x"},
      {"a size of 2^64 - 1", http(te, "ffffffffffffffff\r\n" + x), "~x"},
      {"a size past 2^64", http(te, "ffffffffffffffffffff\r\n" + x), "~x"},
      {"a second size that is none", http(te, "5\r\n<html\r\nzz\r\n><p>x</p></html>"),
       "~<htmlzz\r\n><p>x"},
      {"a text that starts like a size", http("Content-Type: text/plain\r\n", "add\r\nit up"),
       "add\r\nit up"},
  });
}

TEST_CASE("content codings are undone, declared or not, once or twice") {
  const std::string text = html(noise(3000));
  const auto coded = [](const std::string& coding, const std::string& body) {
    return http(type + "Content-Encoding: " + coding + "\r\n", body);
  };
  check({
      {"gzip", coded("gzip", gzip(x)), "x"},
      {"x-gzip", coded("x-gzip", gzip(x)), "x"},
      {"gzip in two members", coded("gzip", gzip(x.substr(0, 9)) + gzip(x.substr(9))), "x"},
      {"gzip and garbage", coded("gzip", gzip(x) + "garbage"), "x"},
      {"deflate as zlib", coded("deflate", zlib(x)), "x"},
      {"deflate raw", coded("deflate", raw_deflate(x)), "x"},
      {"deflate raw, in chunks",
       http(type + "Transfer-Encoding: chunked\r\nContent-Encoding: deflate\r\n",
            chunked({raw_deflate(x)})),
       "x"},
      {"deflate raw, then gzip", coded("deflate, gzip", gzip(raw_deflate(x))), "x"},
      {"br", coded("br", brotli(x)), "x"},
      {"br twice", coded("br, br", brotli(brotli(x))), "x"},
      {"zstd in gzip", coded("zstd, gzip", gzip(zstd(x))), "x"},
      {"zstd", coded("zstd", zstd(x)), "x"},
      {"in capitals", coded("GZIP", gzip(x)), "x"},
      {"gzip twice", coded("gzip, gzip", gzip(gzip(x))), "x"},
      {"gzip twice, declared once", coded("gzip", gzip(gzip(x))), "x"},
      {"two fields",
       http(type + "Content-Encoding: deflate\r\nContent-Encoding: gzip\r\n", gzip(zlib(x))), "x"},
      {"br in gzip", coded("br, gzip", gzip(brotli(x))), "x"},
      {"chunked and gzip",
       http(type + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked({gzip(x)})),
       "x"},
      {"not declared", http(type, gzip(x)), "x"},
      {"declared gzip, undone by the crawler", coded("gzip", x), "x"},
      {"declared deflate, undone", coded("deflate", x), "x"},
      {"declared br, undone", coded("br", x), "x"},
      {"declared zstd, undone", coded("zstd", x), "x"},
      {"identity", coded("identity", x), "x"},
      {"a coding nobody knows", coded("utf-8", x), "x"},
      {"declared br, is gzip", coded("br", gzip(x)), "x"},
  });
  check({
      {"gzip broken from its start", coded("gzip", "\x1f\x8b\x08" + noise(40)), "!undecodable"},
      {"a second gzip broken", coded("gzip", gzip("\x1f\x8b\x08" + noise(40))), "!undecodable"},
      {"zstd broken", coded("zstd", "\x28\xb5\x2f\xfd" + noise(40)), "!undecodable"},
      {"br that is none", coded("br", std::string(99, '\x01')), "!undecodable"},
      {"a picture called html", coded("gzip", "\x89PNG\r\n\x1a\n"), "-type-image/png"},
      {"bytes nobody calls coded", http(type, std::string(99, '\x01')), "-type-binary"},
  });
  for (const std::string& cut : {coded("gzip", gzip(text)), coded("deflate", zlib(text)),
                                 coded("deflate", raw_deflate(text))}) {
    const std::string result = decode(cut.substr(0, cut.size() - 12));
    CHECK(result.starts_with("~" + noise(2000)));
  }
  CHECK(decode(coded("gzip", gzip(text))) == noise(3000));
}

TEST_CASE("only markup and text make pages") {
  const auto typed = [](const std::string& value, const std::string& body) {
    return http("Content-Type: " + value + "\r\n", body);
  };
  check({
      {"html", typed("text/html", x), "x"},
      {"html in capitals", typed("TEXT/HTML; CHARSET=UTF-8", x), "x"},
      {"html declared twice", typed("text/html, text/html", x), "x"},
      {"xhtml", typed("application/xhtml+xml", x), "x"},
      {"text", typed("text/plain", "words"), "words"},
      {"no type", http("", x), "x"},
      {"no type, text", http("", "Just a few words of text."), "Just a few words of text."},
      {"no type, a picture", http("", "\x89PNG\r\n"), "-type-image/png"},
      {"octets that are markup", typed("application/octet-stream", x), "x"},
      {"half a type", typed("html", x), "x"},
      {"xml that is markup", typed("text/xml", "<?xml version=\"1.0\"?>" + x),
       "<?xml version=\"1.0\"?><html><p>x"},
      {"xml", typed("application/xml", "<?xml version=\"1.0\"?><rss/>"), "-type-application/xml"},
      {"a picture", typed("image/png", "\x89PNG"), "-type-image/png"},
      {"a picture called html", typed("text/html", "\x89PNG\r\n\x1a\n"), "-type-image/png"},
      {"bytes called html", typed("text/html", std::string(99, '\1')), "-type-binary"},
      {"a style sheet", typed("text/css", "p { color: red }"), "-type-text/css"},
      {"a script", typed("application/javascript", "var a;"), "-type-application/javascript"},
      {"json", typed("application/json", "{}"), "-type-application/json"},
      {"pdf", typed("application/pdf", "%PDF-1.4"), "-type-application/pdf"},
  });
  RawPage robots;
  robots.kind = PageKind::http;
  robots.url = "http://n.example/robots.txt";
  robots.bytes = http("Content-Type: text/plain\r\n", "User-agent: *\nDisallow: /\n");
  CHECK(describe(decode_page(robots)) == "-type-text/plain");
}

TEST_CASE("a decoded page is html or text in UTF-8") {
  RawPage page;
  page.kind = PageKind::http;
  page.bytes = http("Content-Type: text/html; charset=iso-8859-1\r\n", "<p>caf\xe9\x80</p>");
  const CrawlRecord record = decode_page(page);
  REQUIRE(std::holds_alternative<RawPage>(record));
  CHECK(std::get<RawPage>(record).kind == PageKind::html);
  CHECK(std::get<RawPage>(record).bytes == "<p>café€</p>");
  page.kind = PageKind::article_json;
  page.bytes = "\xEF\xBB\xBF{\"text\": \"caf\xe9\"}";
  const CrawlRecord json = decode_page(page);
  REQUIRE(std::holds_alternative<RawPage>(json));
  CHECK(std::get<RawPage>(json).kind == PageKind::article_json);
}

TEST_CASE("the cap of a decoded page is exact") {
  const std::string body(1000, 'x');
  CHECK_FALSE(undo_content_codings("gzip", gzip(body), 1000).is_too_large);
  CHECK(undo_content_codings("gzip", gzip(body), 1000).bytes == body);
  CHECK(undo_content_codings("gzip", gzip(body), 999).is_too_large);
  CHECK(undo_content_codings("gzip", gzip(body), 999).bytes.size() == 999);
}

TEST_CASE("fields are found in any case and joined when repeated") {
  const HeaderFields fields{
      "Set-Cookie: a\r\nset-cookie: b\r\nX:\r\n folded\r\n\tline\r\n\r\nY: z"};
  CHECK(fields.find("SET-COOKIE") == "a");
  CHECK(fields.join("Set-Cookie") == "a, b");
  CHECK(fields.find("x") == "folded line");
  CHECK(fields.find("Y").empty());
  struct Case {
    std::string_view content_type, media_type, charset;
  };
  constexpr Case cases[] = {
      {"text/html; charset=UTF-8", "text/html", "utf-8"},
      {"Text/HTML;charset=\"gbk\"", "text/html", "gbk"},
      {"text/html; charset='big5'; x=y", "text/html", "big5"},
      {"text/html; Charset = koi8-r ;", "text/html", "koi8-r"},
      {"text/html", "text/html", ""},
      {"text/html; charset=", "text/html", ""},
      {"text/html; charset", "text/html", ""},
      {"", "", ""},
  };
  for (const auto& c : cases) {
    CAPTURE(c.content_type);
    CHECK(media_type(c.content_type) == c.media_type);
    CHECK(charset_parameter(c.content_type) == c.charset);
  }
}

TEST_CASE("a page in UTF-16 is one, with a mark or without") {
  const auto wide = [](std::string_view text) {
    std::string out;
    for (const char c : text) (out += c) += '\0';
    return out;
  };
  check({
      {"with a mark", http(type, "\xFF\xFE" + wide(html("x"))), "x"},
      {"without a mark", http(type, wide(html("x"))), "x"},
      {"a picture that calls itself a page", http(type, std::string("\x89PNG\r\n\x1A\n\0\0", 10)),
       "-type-image/png"},
  });
}

}  // namespace pantau
