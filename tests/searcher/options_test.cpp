#include "searcher/options.h"

#include <doctest/doctest.h>

#include "common/error.h"

namespace pantau {

TEST_CASE("a search command line becomes a request") {
  const SearchOptions options =
      parse_search_options({"--db", "a.idx", "--db=b.idx", "--lang", "en,ID", "--from", "2021-02",
                            "--to", "2021-02", "--outlet", "Policy Wire", "--sort", "newest",
                            "--limit", "5", "--offset", "10", "deepfake", "rules"});
  CHECK(options.indexes == std::vector<std::string>{"a.idx", "b.idx"});
  CHECK(options.request.languages == std::vector<std::string>{"en", "id"});
  CHECK(to_iso(*options.request.from) == "2021-02-01");
  CHECK(to_iso(*options.request.to) == "2021-02-28");
  CHECK(options.request.outlets == std::vector<std::string>{"Policy Wire"});
  CHECK(options.request.sort == Sort::newest);
  CHECK(options.request.limit == 5);
  CHECK(options.request.offset == 10);
  CHECK(options.request.query == "deepfake rules");
  CHECK(options.format == Format::text);
}

TEST_CASE("a batch answers in TREC form and takes operators as words") {
  const SearchOptions options = parse_search_options({"--db", "a.idx", "--batch", "q.tsv"});
  CHECK(options.format == Format::trec);
  CHECK(options.request.plain);
  CHECK(options.request.limit == 1000);
}

TEST_CASE("--help and --version are answers, whatever else is there") {
  CHECK(parse_search_options({"--help"}).answer.starts_with("Usage: pantau-search"));
  CHECK(parse_search_options({"--help"}).answer.find("outlet:") != std::string::npos);
  CHECK(parse_search_options({"--version"}).answer.starts_with("pantau-search "));
}

TEST_CASE("a wrong option is one line that says what to do") {
  struct Case {
    std::vector<std::string> arguments;
    std::string_view message;
  };
  const Case cases[] = {
      {{"x"}, "no index named; use --db DIR (see pantau-search --help)"},
      {{"--db", "i"}, "no query; say what to search for (see pantau-search --help)"},
      {{"--db", "i", " "}, "no query; say what to search for (see pantau-search --help)"},
      {{"--db", "i", "x", "--limit", "-1"}, "--limit takes a whole number, not '-1'"},
      {{"--db", "i", "x", "--limit", "1000000"}, "--limit may be at most 10000"},
      {{"--db", "i", "x", "--from", "yesterday"},
       "--from takes a date such as 2021, 2021-03 or 2021-03-20, not 'yesterday'"},
      {{"--db", "i", "x", "--from", "2022", "--to", "2021"},
       "--from 2022-01-01 lies after --to 2021-12-31"},
      {{"--db", "i", "x", "--sort", "size"},
       "--sort takes relevance, newest or oldest, not 'size'"},
      {{"--db", "i", "x", "--format", "xml"}, "--format takes text, json or trec, not 'xml'"},
      {{"--db", "i", "x", "--lang", "english"}, "--lang takes codes such as en,id, not 'english'"},
      {{"--db", "i", "--batch", "q", "x"}, "--batch reads its queries from a file; leave 'x' out"},
      {{"--db", "i", "x", "--lim", "3"}, "unrecognised option '--lim'; see pantau-search --help"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.message);
    CHECK_THROWS_WITH_AS(static_cast<void>(parse_search_options(c.arguments)), c.message.data(),
                         Error);
  }
}

}  // namespace pantau
