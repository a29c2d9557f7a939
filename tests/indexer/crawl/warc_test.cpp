// WARC records, well formed in all the ways writers have found.
#include <doctest/doctest.h>

#include <sstream>

#include "tests/indexer/crawl/make_crawl.h"

namespace pantau {
namespace {

RawPage first_page(const std::string& bytes) {
  std::istringstream stream{bytes};
  const auto reader = open_input(std::make_unique<StreamSource>(stream), "test").reader;
  while (auto record = reader->next())
    if (auto* page = std::get_if<RawPage>(&*record)) return *page;
  return {};
}

}  // namespace

TEST_CASE("only responses, resources and conversions make pages") {
  const std::string page = http("Content-Type: text/html\r\n", html("x"));
  const std::string html_type = "Content-Type: text/html\r\n";
  struct Case {
    std::string name, bytes, records;
  };
  const Case cases[] = {
      {"a response", warc("response", "", page), "x"},
      {"a resource has no HTTP head", warc("resource", html_type, html("r")), "r"},
      {"nor has a conversion", warc("conversion", "Content-Type: text/plain\r\n", "words"),
       "words"},
      {"a resource that is a picture", warc("resource", "Content-Type: image/png\r\n", "\x89PNG"),
       "-type-image/png"},
      {"a resource that does not say what it is", warc("resource", "", html("r")), "r"},
      {"a revisit", warc("revisit", "", "HTTP/1.1 200 OK\r\n\r\n"), "-warc-revisit"},
      {"a revisit with nothing in it", warc("revisit", "", ""), "-warc-revisit"},
      {"a request", warc("request", "", "GET / HTTP/1.1\r\n\r\n"), "-warc-request"},
      {"metadata", warc("metadata", "", "via: x\r\n"), "-warc-metadata"},
      {"warcinfo", warc("warcinfo", "", "software: x\r\n"), "-warc-warcinfo"},
      {"the first segment", warc("response", "WARC-Segment-Number: 1\r\n", page), "-warc-segment"},
      {"a continuation", warc("continuation", "WARC-Segment-Number: 2\r\n", "x"), "-warc-segment"},
      {"an answer of a name server",
       warc("response", "WARC-Target-URI: dns:a.example\r\n", "20210320100000\na.example. 1 IN A"),
       "-scheme-dns"},
      {"wget's log",
       warc("resource",
            "WARC-Target-URI: <metadata://gnu.org/software/wget/warc/wget.log>\r\n"
            "Content-Type: text/plain\r\n",
            "--2021-03-20-- http://n.example/"),
       "-scheme-metadata"},
      {"a URL of no known scheme",
       warc("resource", "WARC-Target-URI: hard::n.example\r\nContent-Type: text/html\r\n",
            html("x")),
       "x"},
      {"a type nobody knows", warc("snapshot", "", page), "-warc-snapshot"},
      {"no type", warc("", "", page), "-warc-untyped"},
      {"a redirection", warc("response", "", http("", "", "HTTP/1.1 301 Moved")), "-status-301"},
      {"an error", warc("response", "", http("", html("x"), "HTTP/1.1 500")), "-status-500"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read_all(c.bytes) == c.records);
    CHECK(read_all(gzip(warc_page("a")) + gzip(c.bytes) + gzip(warc_page("b"))) ==
          "a, " + c.records + ", b");
  }
}

TEST_CASE("heads are read however they are written") {
  const std::string block = http("Content-Type: text/html\r\n", html("x"));
  const std::string length = std::to_string(block.size());
  struct Case {
    std::string name, head;
  };
  const Case cases[] = {
      {"WARC 0.17", "WARC/0.17\r\nWARC-Type: response\r\nContent-Length: " + length},
      {"WARC 0.18", "WARC/0.18\r\nWARC-Type: response\r\nContent-Length: " + length},
      {"WARC 1.1", "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: " + length},
      {"WARC 2.0", "WARC/2.0\r\nWARC-Type: response\r\nContent-Length: " + length},
      {"other case", "WARC/1.0\r\nwarc-type: RESPONSE\r\nCONTENT-LENGTH: " + length},
      {"no space after the colon", "WARC/1.0\r\nWARC-Type:response\r\nContent-Length:" + length},
      {"more spaces", "WARC/1.0\r\nWARC-Type :   response  \r\nContent-Length: \t" + length + " "},
      {"a folded line", "WARC/1.0\r\nWARC-Type:\r\n response\r\nContent-Length: " + length},
      {"a line without a colon",
       "WARC/1.0\r\nnonsense\r\nWARC-Type: response\r\nContent-Length: " + length},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read_all(c.head + "\r\n\r\n" + block + "\r\n\r\n" + warc_page("b")) == "x, b");
  }
  CHECK(read_all("WARC/1.0\nWARC-Type: response\nContent-Length: " + length + "\n\n" + block +
                 "\n\n" + warc_page("b")) == "x, b");
}

TEST_CASE("a page keeps what the record says about it") {
  const std::string block = http("", html("x"));
  RawPage page = first_page(
      warc("request", "", "GET") +
      warc("response",
           "WARC-Target-URI: <http://n.example/a b>\r\nWARC-Date: 2021-03-20T10:00:00Z\r\n"
           "WARC-Truncated: length\r\n",
           block));
  CHECK(page.kind == PageKind::http);
  CHECK(page.url == "http://n.example/a b");
  CHECK(page.captured == "2021-03-20T10:00:00Z");
  CHECK(page.truncated);
  CHECK(page.bytes == block);
  CHECK(page.origin.file == "test");
  CHECK(page.origin.offset == warc("request", "", "GET").size());
  page = first_page(warc("resource", "WARC-Date: not-a-date\r\nContent-Type: text/html\r\n", "x"));
  CHECK(page.kind == PageKind::undecided);
  CHECK(page.content_type == "text/html");
  CHECK(page.captured.empty());
  CHECK(page.url.empty());
  CHECK_FALSE(page.truncated);
}

TEST_CASE("a page may quote WARC") {
  const std::string quote =
      "<pre>\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nxyz</pre>";
  CHECK(read_all(warc_page("a") + warc("resource", "Content-Type: text/html\r\n", quote) +
                 warc_page("b")) == "a, " + quote + ", b");
}

TEST_CASE("the dictionary of .warc.zst is used, compressed or not") {
  const std::string dictionary = train_dictionary();
  const std::string a = zstd(warc_page("a"), dictionary);
  const std::string b = zstd(warc_page("b"), dictionary);
  REQUIRE(a.size() < zstd(warc_page("a")).size());
  CHECK(read_all(skippable_frame(13, dictionary) + a + b) == "a, b");
  CHECK(read_all(skippable_frame(13, zstd(dictionary)) + a + b) == "a, b");
  CHECK(read_all(skippable_frame(13, dictionary) + a + skippable_frame(3, "index") + b) == "a, b");
  // Two such files, one after the other.
  CHECK(read_all(skippable_frame(13, dictionary) + a + skippable_frame(13, zstd(dictionary)) + b) ==
        "a, b");
  CHECK(read_all(skippable_frame(13, "no dictionary") + zstd(warc_page("a"))) == "a");
  CHECK(read_all(skippable_frame(13, dictionary.substr(0, 99)) + a + b) == "!damaged, !damaged");
  CHECK(read_all(skippable_frame(13, zstd(dictionary).substr(0, 99)) + zstd(warc_page("a"))) ==
        "a");
}

TEST_CASE("a file of several records in one member is read") {
  const std::string all = warc_page("a") + warc_page("b") + warc_page("c");
  CHECK(read_all(gzip(all)) == "a, b, c");
  CHECK(read_all(zstd(all)) == "a, b, c");
  CHECK(read_all(gzip(warc_page("a") + warc_page("b")) + gzip(warc_page("c"))) == "a, b, c");
}

}  // namespace pantau
