// Inputs: what they are told to be, lone pages, JSON lines, and going on where a run stopped.
#include "indexer/crawl/open_input.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "common/error.h"
#include "tests/indexer/crawl/make_crawl.h"
#include "tests/temporary_directory.h"

namespace pantau {
namespace {

const std::string line_a = R"({"id": "a", "text": "x"})";
const std::string line_b = R"({"id": "b", "text": "y"})";

}  // namespace

TEST_CASE("an input is told from its content") {
  struct Case {
    std::string name, head;
    InputFormat format;
    std::string kind;
  };
  const Case cases[] = {
      {"WARC", warc_page("a"), InputFormat::warc, ""},
      {"WARC after blank lines", "\r\n\r\n" + warc_page("a"), InputFormat::warc, ""},
      {"WARC after something broken", "\x01\x02garbage\r\n" + warc_page("a"), InputFormat::warc,
       ""},
      {"ARC", arc_header(), InputFormat::arc, ""},
      {"ARC from the middle", arc_page("a"), InputFormat::arc, ""},
      {"HTML", html("x"), InputFormat::html, ""},
      {"HTML with a doctype", "\n<!DOCTYPE html>\n<html>", InputFormat::html, ""},
      {"HTML after a mark and a comment", "\xEF\xBB\xBF <!-- saved --> <head>", InputFormat::html,
       ""},
      {"HTML after an XML declaration", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>",
       InputFormat::html, ""},
      {"HTML that quotes WARC", "<html><pre>\nWARC/1.0\r\nX: y\r\n", InputFormat::html, ""},
      {"a piece of HTML", "<div class=x>", InputFormat::html, ""},
      {"an HTTP response", http("", html("x")), InputFormat::html, ""},
      {"JSON lines", line_a + "\n" + line_b, InputFormat::jsonl, ""},
      {"JSON lines after a mark", "\xEF\xBB\xBF" + line_a, InputFormat::jsonl, ""},
      {"JSON lines, the first one broken", "{\"id\": \n" + line_b, InputFormat::jsonl, ""},
      {"JSON lines after other words", "words\n" + line_b, InputFormat::jsonl, ""},
      {"JSON over many lines", "{\n  \"a\": 1\n}", InputFormat::automatic, "json"},
      {"JSON lines after a line of brackets", std::string(100'000, '['), InputFormat::jsonl, ""},
      {"JSON lines after a line of braces", std::string(99, '{') + "\n" + line_b,
       InputFormat::jsonl, ""},
      {"a text that starts with a brace", "{sic} he said", InputFormat::text, ""},
      {"a text that starts with a bracket", "[UPDATE] Regulator acts", InputFormat::text, ""},
      {"text", "Regulator opens inquiry\n\nBy REUTERS", InputFormat::text, ""},
      {"text about tags", "The <b> element is bold.", InputFormat::text, ""},
      {"text with a smaller sign first", "<3 hearts", InputFormat::text, ""},
      {"a picture", "\x89PNG\r\n\x1a\n", InputFormat::automatic, "image/png"},
      {"a PDF", "%PDF-1.7", InputFormat::automatic, "application/pdf"},
      {"bzip2", "BZh91AY&SY", InputFormat::automatic, "application/x-bzip2"},
      {"xz",
       std::string{"\xFD"
                   "7zXZ\0",
                   6},
       InputFormat::automatic, "application/x-xz"},
      {"zip", "PK\x03\x04", InputFormat::automatic, "application/zip"},
      {"7z", "7z\xBC\xAF\x27\x1C", InputFormat::automatic, "application/x-7z-compressed"},
      {"tar", "a.html" + std::string(251, '\0') + "ustar" + std::string(250, '\0'),
       InputFormat::automatic, "application/x-tar"},
      {"bytes", std::string(64, '\3'), InputFormat::automatic, "binary"},
      {"a feed", "<?xml version=\"1.0\"?><rss version=\"2.0\">", InputFormat::automatic, "xml"},
      {"a style sheet", "body{margin:0}\np{color:red}", InputFormat::automatic, "code"},
      {"a script", "function f(){if(a){return b}}", InputFormat::automatic, "code"},
      {"nothing", "", InputFormat::automatic, "empty"},
      {"white space", " \r\n\t", InputFormat::automatic, "empty"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(sniff_format(c.head).format == c.format);
    CHECK(sniff_format(c.head).kind == c.kind);
  }
}

TEST_CASE("lone files are pages, in any container") {
  struct Case {
    std::string name, bytes, records;
  };
  const Case cases[] = {
      {"HTML", html("x"), "x"},
      {"HTML in gzip", gzip(html("x")), "x"},
      {"HTML in zstd", zstd(html("x")), "x"},
      {"text", "words and words", "words and words"},
      {"an HTTP response", http("Content-Encoding: gzip\r\n", gzip(html("x"))), "x"},
      {"an HTTP error", http("", html("x"), "HTTP/1.1 404 Not Found"), "-status-404"},
      {"a picture", "\x89PNG", "-file-image/png"},
      {"an empty file", "", "?empty-file"},
      {"an empty file in gzip", gzip(""), "?empty-file"},
      {"half a file in gzip", gzip(html("x")).substr(0, 20), "!cut-file"},
      {"UTF-16", std::string{"\xFF\xFEh\0i\0", 6}, "hi"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read_all(c.bytes) == c.records);
  }
}

TEST_CASE("each line of JSON lines is a record") {
  struct Case {
    std::string name, bytes, records;
  };
  const std::string both = line_a + ", " + line_b;
  const Case cases[] = {
      {"lines", line_a + "\n" + line_b + "\n", both},
      {"no line end at the end", line_a + "\n" + line_b, both},
      {"CRLF and a mark", "\xEF\xBB\xBF" + line_a + "\r\n" + line_b + "\r\n", both},
      {"empty lines", "\n\n" + line_a + "\n\r\n  \n" + line_b + "\n\n", both},
      {"a broken line is for others to refuse", line_a + "\n{broken\n" + line_b,
       line_a + ", {broken, " + line_b},
      {"gzip", gzip(line_a + "\n" + line_b + "\n"), both},
      {"a member a line", gzip(line_a + "\n") + gzip(line_b + "\n"), both},
      {"members anywhere", gzip(line_a.substr(0, 9)) + gzip(line_a.substr(9) + "\n" + line_b),
       both},
      {"zstd", zstd(line_a + "\n" + line_b + "\n"), both},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(read_all(c.bytes) == c.records);
  }
  const std::string cut = gzip(line_a + "\n") + gzip(line_b + "\n").substr(0, 30);
  CHECK(read_all(cut) == line_a + ", ?cut-file");
  std::string torn = gzip(line_a + "\n");
  torn[12] = '\x7f';
  CHECK(read_all(gzip(line_b + "\n") + torn + gzip(line_b + "\n")) ==
        line_b + ", !damaged, " + line_b);
}

TEST_CASE("a format may be forced") {
  ReadOptions options;
  options.crawl.format = InputFormat::text;
  CHECK(read_all(html("x"), options) == "x");
  CHECK(read_all(line_a, options) == line_a);
  options.crawl.format = InputFormat::warc;
  CHECK(read_all("no record", options) == "!no-record");
  options.crawl.format = InputFormat::jsonl;
  CHECK(read_all("anything\nat all", options) == "anything, at all");
}

TEST_CASE("reading goes on where it stopped") {
  const std::string a = warc_page("a");
  const std::string b = warc_page("b");
  const std::string c3 = warc_page("c");
  const std::string dictionary = train_dictionary();
  struct Case {
    std::string name, bytes, rest;
    std::size_t payload_size;
  };
  const std::size_t size = (a + b + c3).size();
  const Case cases[] = {
      {"plain", a + b + c3, "b, c", size},
      {"gzip", gzip(a) + gzip(b) + gzip(c3), "b, c", size},
      {"gzip as a whole comes again", gzip(a + b + c3), "a, b, c", size},
      {"zstd", zstd(a) + zstd(b) + zstd(c3), "b, c", size},
      {"zstd with a dictionary",
       skippable_frame(13, dictionary) + zstd(a, dictionary) + zstd(b, dictionary) +
           zstd(c3, dictionary),
       "b, c", size},
      {"ARC", arc_page("a") + arc_page("b") + arc_page("c"), "b, c", 3 * arc_page("a").size()},
      {"JSON lines", "{\"a\": 1}\n{\"b\": 2}\n{\"c\": 3}\n", "{\"b\": 2}, {\"c\": 3}", 27},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::istringstream stream{c.bytes};
    const auto reader = open_input(std::make_unique<StreamSource>(stream), "test").reader;
    REQUIRE(reader->next().has_value());
    const Position stopped = reader->position();
    const TemporaryDirectory folder;
    const std::filesystem::path file = folder.path() / "crawl";
    std::ofstream{file, std::ios::binary} << c.bytes;
    ReadOptions options;
    options.start = stopped;
    CHECK(read_all(c.bytes, options) == c.rest);
    const auto again = open_input(std::make_unique<FileSource>(file), "test", {}, stopped).reader;
    std::optional<CrawlRecord> last;
    while (auto record = again->next()) last = std::move(record);
    REQUIRE(last.has_value());
    CHECK(again->position() == Position{c.bytes.size(), c.payload_size});
    CHECK(std::get<RawPage>(*last).origin.offset > c.payload_size / 2);
  }
}

TEST_CASE("an input that grew is read from where it ended") {
  const TemporaryDirectory folder;
  const std::filesystem::path file = folder.path() / "crawl";
  const auto read_from = [&](Position start) {
    const auto reader = open_input(std::make_unique<FileSource>(file), "test", {}, start).reader;
    int records = 0;
    while (reader->next()) ++records;
    return std::pair{records, reader->position()};
  };
  std::ofstream{file, std::ios::binary} << gzip(warc_page("a"))
                                        << gzip(warc_page("b")).substr(0, 50);
  const auto [first, stopped] = read_from({});
  CHECK(first == 2);  // a page and a warning
  CHECK(stopped == Position{gzip(warc_page("a")).size(), warc_page("a").size()});
  std::ofstream{file, std::ios::binary} << gzip(warc_page("a")) << gzip(warc_page("b"));
  const auto [second, end] = read_from(stopped);
  CHECK(second == 1);
  const auto [third, still] = read_from(end);
  CHECK(third == 0);
  CHECK(still == end);
}

TEST_CASE("what cannot be opened is an error") {
  const TemporaryDirectory folder;
  CHECK_THROWS_AS(FileSource{folder.path() / "none"}, Error);
  FileSource source{folder.path()};
  char byte = 0;
  CHECK_THROWS_AS(static_cast<void>(source.read(&byte, 1)), Error);
}

}  // namespace pantau
