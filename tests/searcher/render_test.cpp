#include "searcher/render/render.h"

#include <sstream>

#include <doctest/doctest.h>

namespace pantau {
namespace {

SearchResults one_hit() {
  Hit hit;
  hit.article.url = "https://a.example/x";
  hit.article.title = "Rules \"on\" deepfakes";
  hit.article.outlet = "Policy Wire";
  hit.article.language = "en";
  hit.article.date = make_date(2021, 3, 19);
  hit.article.file = "crawl/a b.txt";
  hit.score = 12.5;
  hit.title = {hit.article.title, {{11, 20}}};
  hit.snippet = {"New deepfake rules.", {{4, 12}, {13, 18}}};
  SearchResults results;
  results.hits = {hit};
  results.matches = 7;
  results.offset = 3;
  return results;
}

template <typename Render>
std::string rendered(const Render& render) {
  std::ostringstream out;
  render(out);
  return out.str();
}

}  // namespace

TEST_CASE("a piped answer is plain text") {
  const std::string text = rendered([](std::ostream& out) { render_terminal(one_hit(), {}, out); });
  CHECK(text ==
        " 4. Rules \"on\" deepfakes\n"
        "    Policy Wire · 19 March 2021 · English\n"
        "    New deepfake rules.\n"
        "    https://a.example/x\n\n"
        "4-4 of 7 articles\n");
}

TEST_CASE("on a terminal the matching words are coloured and nothing is left coloured") {
  const TerminalStyle style{true, 80};
  const std::string text =
      rendered([&](std::ostream& out) { render_terminal(one_hit(), style, out); });
  CHECK(text.find("New \x1b[1;33mdeepfake\x1b[0m \x1b[1;33mrules\x1b[0m.") != std::string::npos);
  CHECK(text.rfind("\x1b[0m") > text.rfind("\x1b[2m"));
}

TEST_CASE("snippets wrap at spaces, and wide scripts anywhere") {
  SearchResults results = one_hit();
  results.hits.front().snippet = {"aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj",
                                  {{5, 9}, {35, 44}}};
  const std::string latin = rendered([&](std::ostream& out) {
    render_terminal(results, {false, 44}, out);
  });
  CHECK(latin.find("    aaaa bbbb cccc dddd eeee ffff gggg hhhh\n    iiii jjjj\n") !=
        std::string::npos);
  results.hits.front().snippet = {"国家规定国家规定国家规定国家规定国家规定国家规定", {}};
  const std::string wide = rendered([&](std::ostream& out) {
    render_terminal(results, {false, 44}, out);
  });
  CHECK(wide.find("    国家规定国家规定国家规定国家规定国家规定\n    国家规定\n") !=
        std::string::npos);
}

TEST_CASE("JSON gives the pieces of a snippet in order and null for what is not known") {
  SearchResults results = one_hit();
  results.hits.front().article.author.clear();
  const std::string text =
      rendered([&](std::ostream& out) { render_json("deep\"fake", results, out); });
  CHECK(
      text ==
      R"({"schema":1,"query":"deep\"fake","matches":7,"matches_exact":true,)"
      R"("folded":0,"folded_exact":true,"offset":3,"more":false,"stopped":false,)"
      R"("suggestion":null,"notes":[],)"
      R"("hits":[{"rank":4,"score":12.500000,"id":"https://a.example/x","url":"https://a.example/x",)"
      R"("title":"Rules \"on\" deepfakes","date":"2021-03-19","outlet":"Policy Wire","author":null,)"
      R"("lang":"en","title_marks":[{"text":"Rules \"on\" "},{"text":"deepfakes","match":true}],)"
      R"("snippet":[{"text":"New "},{"text":"deepfake","match":true},{"text":" "},)"
      R"({"text":"rules","match":true},{"text":"."}],)"
      R"("copies":[],"source":{"file":"crawl/a b.txt","offset":0,"captured":null,"truncated":false}}]})"
      "\n");
}

TEST_CASE("a TREC line has six fields whatever the names hold") {
  SearchResults results = one_hit();
  results.hits.front().article.url.clear();
  CHECK(rendered([&](std::ostream& out) { render_trec("q 1", results, out); }) ==
        "q%201 Q0 crawl/a%20b.txt 4 12.500000 pantau\n");
}

}  // namespace pantau
