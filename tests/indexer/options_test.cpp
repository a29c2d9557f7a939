#include "indexer/options.h"

#include <doctest/doctest.h>

#include "common/error.h"

namespace pantau {

TEST_CASE("an index command line becomes options") {
  const IndexOptions options = parse_index_options(
      {"--db", "a.idx", "--jobs", "3", "--format", "jsonl", "--rebuild", "x", "-"});
  CHECK(options.index == "a.idx");
  CHECK(options.jobs == 3);
  CHECK(options.crawl.format == InputFormat::jsonl);
  CHECK(options.rebuild);
  CHECK(options.inputs == std::vector<std::string>{"x", "-"});
  CHECK(parse_index_options({"--extract-only", "x"}).jobs >= 1);
  CHECK(parse_index_options({"--help"}).answer.starts_with("Usage: pantau-index"));
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
      {{"--db", "i", "--jobs", "many", "x"}, "--jobs takes a number from 1 to 256, not 'many'"},
      {{"--db", "i", "--format", "pdf", "x"},
       "--format takes auto, warc, arc, wet, html, text or jsonl, not 'pdf'"},
      {{"--extract-only", "--rebuild", "x"},
       "--rebuild writes an index; leave out --extract-only and --dry-run, or --rebuild"},
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
