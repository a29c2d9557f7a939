// ARC records, version 1 and 2.
#include <doctest/doctest.h>

#include <sstream>

#include "tests/indexer/crawl/make_crawl.h"

namespace pantau {
namespace {

std::string record(std::string_view line_before_length, std::string_view block,
                   std::string_view length = {}) {
  const std::string right = std::to_string(block.size());
  return std::string{line_before_length} + " " + (length.empty() ? right : std::string{length}) +
         "\n" + std::string{block} + "\n";
}

}  // namespace

TEST_CASE("ARC files are read") {
  const std::string block = http("Content-Type: text/html\r\n", html("x"));
  const std::string v1 = arc_header();
  const std::string v2 = arc_header("2");
  struct Case {
    std::string name, bytes, records;
  };
  const Case cases[] = {
      {"version 1", v1 + arc_page("a") + arc_page("b"), "-arc-filedesc, a, b"},
      {"version 2",
       v2 + record("http://n.example/ 1.2.3.4 20210320100000 text/html 200 abc - 0 t.arc", block) +
           arc_page("b"),
       "-arc-filedesc, x, b"},
      {"a URL with spaces",
       v1 + record("http://n.example/a b c 1.2.3.4 20210320100000 text/html", block) +
           arc_page("b"),
       "-arc-filedesc, x, b"},
      {"a type with a parameter",
       v1 + record("http://n.example/ 1.2.3.4 20210320100000 text/html; charset=utf-8", block),
       "-arc-filedesc, x"},
      {"a body without an HTTP head",
       v1 + record("http://n.example/ 1.2.3.4 20210320100000 text/html", html("x")),
       "-arc-filedesc, x"},
      {"a name server's answer",
       v1 + record("dns:n.example 1.2.3.4 20210320100000 text/dns", "n.example. IN A 1.2.3.4"),
       "-arc-filedesc, -scheme-dns"},
      {"an error page",
       v1 + record("http://n.example/ 1.2.3.4 20210320100000 text/html",
                   http("", html("x"), "HTTP/1.0 404 Not Found")),
       "-arc-filedesc, -status-404"},
      {"gzip by record", gzip(v1) + gzip(arc_page("a")) + gzip(arc_page("b")),
       "-arc-filedesc, a, b"},
      {"gzip as a whole", gzip(v1 + arc_page("a") + arc_page("b")), "-arc-filedesc, a, b"},
      {"zstd", zstd(v1 + arc_page("a")), "-arc-filedesc, a"},
      {"without its first record", arc_page("a") + arc_page("b"), "a, b"},
      {"a length too small",
       v1 + record("http://n.example/ 1.2.3.4 20210320100000 text/html", block, "7") +
           arc_page("b"),
       "-arc-filedesc, x\n, ?wrong-length, b"},
      {"a length too large",
       v1 + record("http://n.example/ 1.2.3.4 20210320100000 text/html", block, "150") +
           arc_page("b"),
       "-arc-filedesc, x\n, ?wrong-length, b"},
      {"a broken member",
       gzip(v1) + gzip(arc_page("a")).replace(30, 9, "012345678") + gzip(arc_page("b")),
       "-arc-filedesc, !damaged, b"},
      {"cut", v1 + arc_page("a") + arc_page("b").substr(0, 90), "-arc-filedesc, a, ?cut-file"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::string records = read_all(c.bytes);
    if (const auto at = records.find("</p></html>\n"); at != std::string::npos)
      records.erase(at, 11);  // a mended block keeps the line end behind it
    CHECK(records == c.records);
  }
}

TEST_CASE("an ARC record says where its page is from and when it was taken") {
  std::istringstream stream{arc_page("a")};
  const auto record = open_input(std::make_unique<StreamSource>(stream), "t").reader->next();
  REQUIRE(record.has_value());
  const auto& page = std::get<RawPage>(*record);
  CHECK(page.url == "http://n.example/a");
  CHECK(page.captured == "2021-03-20T10:00:00Z");
  CHECK(page.content_type == "text/html");
}

}  // namespace pantau
