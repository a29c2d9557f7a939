#include "searcher/options.h"

#include <doctest/doctest.h>

#include "common/error.h"

namespace pantau {

TEST_CASE("a search command line becomes a request") {
  const SearchOptions options = parse_search_options(
      {"--db",   "a.idx",   "--db=b.idx", "--lang",      "en,ID",    "--from",   "2021-02",
       "--to",   "2021-02", "--outlet",   "Policy Wire", "--entity", "ojk",      "--sort",
       "newest", "--limit", "5",          "--offset",    "10",       "deepfake", "rules"});
  CHECK(options.indexes == std::vector<std::string>{"a.idx", "b.idx"});
  CHECK(options.request.languages == std::vector<std::string>{"en", "id"});
  CHECK(to_iso(*options.request.from) == "2021-02-01");
  CHECK(to_iso(*options.request.to) == "2021-02-28");
  CHECK(options.request.outlets == std::vector<std::string>{"Policy Wire"});
  CHECK(options.request.entities == std::vector<std::string>{"ojk"});
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

TEST_CASE("an evaluation gets every article in its own right, however long it takes") {
  const SearchRequest batch = parse_search_options({"--db", "a.idx", "--batch", "q.tsv"}).request;
  CHECK_FALSE(batch.fold);
  CHECK(batch.timeout.count() == 0);
  CHECK_FALSE(parse_search_options({"--db", "i", "--format", "trec", "x"}).request.fold);
  CHECK_FALSE(parse_search_options({"--db", "i", "--no-fold", "x"}).request.fold);
  CHECK(parse_search_options({"--db", "i", "x"}).request.fold);
}

TEST_CASE("a search has a second and a half unless told otherwise") {
  const auto timeout = [](const char* seconds) {
    return parse_search_options({"--db", "i", "x", "--timeout", seconds}).request.timeout.count();
  };
  CHECK(parse_search_options({"--db", "i", "x"}).request.timeout.count() == 1500);
  CHECK(timeout("2.25") == 2250);
  CHECK(timeout("0") == 0);
  CHECK(timeout("0.0001") == 1);
}

TEST_CASE("filters alone ask for the newest articles they let through") {
  const auto request = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--db", "i"});
    return parse_search_options(arguments).request;
  };
  CHECK(request({"--entity", "Bank Indonesia"}).is_filter_only());
  CHECK(request({"--entity", "ojk"}).sort == Sort::newest);
  CHECK(request({"--lang", "id", "--sort", "oldest"}).sort == Sort::oldest);
  CHECK(request({"--lang", "id", "kripto"}).sort == Sort::relevance);
  CHECK(request({"--lang", "id", "--like", "x"}).query.empty());
}

TEST_CASE("the language of a query may be written in capitals") {
  CHECK(parse_search_options({"--db", "i", "x", "--query-lang", "ID"}).request.query_language ==
        "id");
}

TEST_CASE("more like an article is asked for by its address instead of a query") {
  const SearchRequest request = parse_search_options({"--db", "i", "--like", "https://a.example/x",
                                                      "--facets", "--explain", "--sort", "recent"})
                                    .request;
  CHECK(request.like == "https://a.example/x");
  CHECK(request.facets);
  CHECK(request.explain);
  CHECK(request.sort == Sort::recent);
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
      {{"x"}, "no index named; use --db DIR, or set PANTAU_DB (see pantau-search --help)"},
      {{"--db", "i"},
       "no query; say what to search for, or --sort newest (see pantau-search --help)"},
      {{"--db", "i", " "},
       "no query; say what to search for, or --sort newest (see pantau-search --help)"},
      {{"--db", "i", "x", "--limit", "-1"}, "--limit takes a whole number, not '-1'"},
      {{"--db", "i", "x", "--limit", "1000000"}, "--limit may be at most 10000"},
      {{"--db", "i", "x", "--from", "yesterday"},
       "--from takes a date such as 2021, 2021-03 or 2021-03-20, not 'yesterday'"},
      {{"--db", "i", "x", "--from", "2022", "--to", "2021"},
       "--from 2022-01-01 lies after --to 2021-12-31"},
      {{"--db", "i", "x", "--sort", "size"},
       "--sort takes relevance, recent, newest or oldest, not 'size'"},
      {{"--db", "i", "x", "--timeout", "soon"},
       "--timeout takes seconds, such as 2.5, at most 3600, not 'soon'"},
      {{"--db", "i", "x", "--timeout", "-1"},
       "--timeout takes seconds, such as 2.5, at most 3600, not '-1'"},
      {{"--db", "i", "x", "--timeout", "nan"},
       "--timeout takes seconds, such as 2.5, at most 3600, not 'nan'"},
      {{"--db", "i", "--like", "u", "x"}, "--like stands for a query; leave 'x' out"},
      {{"--db", "i", "--like", ""}, "--like takes the address or id of an article"},
      {{"--db", "i", "--like", "u", "--batch", "q"},
       "--like stands for a query; leave --batch out"},
      {{"--db", "i", "--facets", "--batch", "q"}, "--facets needs --format text or json"},
      {{"--db", "i", "x", "--format", "xml"},
       "--format takes text, json, jsonl, csv, bibtex, ris, atom or trec, not 'xml'"},
      {{"--db", "i", "x", "--lang", "klingon"},
       "--lang takes codes such as en,id, or names of languages, not 'klingon'"},
      {{"--db", "i", "--batch", "q", "x"}, "--batch reads its queries from a file; leave 'x' out"},
      {{"--db", "i", "x", "--lim", "3"}, "unrecognised option '--lim'; see pantau-search --help"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.message);
    CHECK_THROWS_WITH_AS(static_cast<void>(parse_search_options(c.arguments)), c.message.data(),
                         Error);
  }
}

TEST_CASE("the index may come from the surroundings, and a day be told by how long it is ago") {
  const Surroundings here{"news.idx", parse_iso_date("2024-03-31")};
  const auto parse = [&](std::vector<std::string> arguments) {
    return parse_search_options(arguments, here);
  };
  CHECK(parse({"x"}).indexes == std::vector<std::string>{"news.idx"});
  CHECK(parse({"--db", "a.idx", "x"}).indexes == std::vector<std::string>{"a.idx"});
  struct Case {
    const char *text, *day;
  };
  constexpr Case cases[] = {{"7d", "2024-03-24"}, {"2w", "2024-03-17"}, {"1m", "2024-02-29"},
                            {"1y", "2023-03-31"}, {"0d", "2024-03-31"}, {"2021", "2021-01-01"}};
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.text});
    CHECK(to_iso(*parse({"x", "--from", c.text}).request.from) == c.day);
  }
  for (const char* text : {"d", "7", "7x", "-7d", "99999d", "7 d"}) {
    CAPTURE(std::string_view{text});
    CHECK_THROWS_AS(static_cast<void>(parse({"x", "--from", text})), Error);
  }
}

TEST_CASE("without a query the newest are listed, if that is asked for") {
  CHECK(parse_search_options({"--db", "i", "--sort", "newest"}).request.is_filter_only());
  CHECK_THROWS_AS(static_cast<void>(parse_search_options({"--db", "i"})), Error);
}

}  // namespace pantau
