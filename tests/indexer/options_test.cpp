#include "indexer/options.h"

#include <doctest/doctest.h>

#include "common/error.h"

namespace pantau {

TEST_CASE("an index command line becomes options") {
  const IndexOptions options =
      parse_index_options({"--db", "a.idx", "--jobs", "3", "--format", "jsonl", "--rebuild",
                           "--commit-every", "20", "x", "-"});
  CHECK(options.commit_every == 20);
  CHECK(options.index == "a.idx");
  CHECK(options.jobs == 3);
  CHECK(options.crawl.format == InputFormat::jsonl);
  CHECK(options.rebuild);
  CHECK(options.inputs == std::vector<std::string>{"x", "-"});
  CHECK(parse_index_options({"--extract-only", "x"}).jobs >= 1);
  CHECK(parse_index_options({"--dry-run", "x"}).crawl.max_record_bytes == 16U << 20U);
  CHECK(parse_index_options({"--extract-only", "--keep-all", "x"}).keep_all);
  CHECK(parse_index_options({"--help"}).answer.starts_with("Usage: pantau-index"));
}

TEST_CASE("the longest record is a size in bytes, K, M or G") {
  struct Case {
    std::string text;
    std::size_t bytes;
  };
  const Case cases[] = {
      {"1024", 1024}, {"1K", 1024}, {"512K", 512U << 10U}, {"64M", 64U << 20U}, {"1G", 1U << 30U}};
  for (const Case& c : cases)
    CHECK(parse_index_options({"--dry-run", "--max-record", c.text, "x"}).crawl.max_record_bytes ==
          c.bytes);
  for (const char* wrong : {"K", "1023", "0", "2G", "1 M", "1MB", "64m", "1.5M",
                            "99999999999999999999", "18014398509481985K"}) {
    CAPTURE(std::string_view{wrong});
    CHECK_THROWS_WITH_AS(
        static_cast<void>(parse_index_options({"--dry-run", "--max-record", wrong, "x"})),
        ("--max-record takes a size from 1K to 1G, such as 64M, not '" + std::string{wrong} + "'")
            .c_str(),
        Error);
  }
}

TEST_CASE("a file to explain is an input, a URL to explain names a page of the inputs") {
  const IndexOptions file = parse_index_options({"--extract-only", "--explain", "a.html"});
  CHECK(file.inputs == std::vector<std::string>{"a.html"});
  const IndexOptions url =
      parse_index_options({"--extract-only", "--explain", "https://a.example/1", "crawl.warc"});
  CHECK(url.inputs == std::vector<std::string>{"crawl.warc"});
  CHECK(url.explained == "https://a.example/1");
}

TEST_CASE("a wrong index option is one line that says what to do") {
  struct Case {
    std::vector<std::string> arguments;
    std::string_view message;
  };
  const Case cases[] = {
      {{"--db", "i"}, "nothing to read; name files, folders or - (see pantau-index --help)"},
      {{"x"}, "no index named; use --db DIR, or --extract-only (see pantau-index --help)"},
      {{"--db", "i", "--jobs", "0", "x"}, "--jobs takes a number from 1 to 256, not '0'"},
      {{"--db", "i", "--commit-every", "0", "x"},
       "--commit-every takes a number from 1 to 999999, not '0'"},
      {{"--db", "i", "--jobs", "many", "x"}, "--jobs takes a number from 1 to 256, not 'many'"},
      {{"--db", "i", "--format", "pdf", "x"},
       "--format takes auto, warc, arc, wet, html, text or jsonl, not 'pdf'"},
      {{"--extract-only", "--rebuild", "x"},
       "--rebuild writes an index; leave out --extract-only and --dry-run, or --rebuild"},
      {{"--db", "i", "--explain", "a.html"}, "--explain goes with --extract-only"},
      {{"--extract-only", "--explain", "https://a.example/1"},
       "nothing to read; name files, folders or - (see pantau-index --help)"},
      {{"--db", "i", "-", "-"}, "standard input (-) can be read only once"},
      {{"--db", "i", "--fast", "x"}, "unrecognised option '--fast'; see pantau-index --help"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.message);
    CHECK_THROWS_WITH_AS(static_cast<void>(parse_index_options(c.arguments)), c.message.data(),
                         Error);
  }
}

}  // namespace pantau
