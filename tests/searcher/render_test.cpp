#include "searcher/render/render.h"

#include <limits>
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
      R"("others":null,"folded":0,"folded_exact":true,"offset":3,"more":false,"stopped":false,)"
      R"("suggestion":null,"notes":[],)"
      R"("hits":[{"rank":4,"score":12.500000,"answer":true,"id":"https://a.example/x","url":"https://a.example/x",)"
      R"("title":"Rules \"on\" deepfakes","date":"2021-03-19","outlet":"Policy Wire","author":null,)"
      R"("lang":"en","title_marks":[{"text":"Rules \"on\" "},{"text":"deepfakes","match":true}],)"
      R"("snippet":[{"text":"New "},{"text":"deepfake","match":true},{"text":" "},)"
      R"({"text":"rules","match":true},{"text":"."}],)"
      R"("matched":[],"copies":[],"source":{"file":"crawl/a b.txt","offset":0,"captured":null,"truncated":false}}]})"
      "\n");
}

TEST_CASE("copies are named by their outlets, each once") {
  SearchResults results = one_hit();
  for (const char* outlet : {"Warta Siber", "Ledger Post", "Warta Siber", ""}) {
    results.hits.front().copies.emplace_back();
    results.hits.front().copies.back().outlet = outlet;
    results.hits.front().copies.back().id = "copy";
  }
  results.folded = 4;
  results.folded_exact = false;
  const std::string text = rendered([&](std::ostream& out) { render_terminal(results, {}, out); });
  CHECK(text.find("\n    +4 copies: Warta Siber, Ledger Post\n") != std::string::npos);
  CHECK(text.ends_with("4-4 of 7 articles, at least 4 of them copies\n"));
  const std::string json = rendered([&](std::ostream& out) { render_json("x", results, out); });
  CHECK(json.find(R"("copies":[{"id":"copy","url":null,"title":null,"date":null,)"
                  R"("outlet":"Warta Siber"},)") != std::string::npos);
}

TEST_CASE("facets are lists of names and bars of time, estimates are called so") {
  const std::vector<Facet> facets{
      {"outlet", {{"Policy Wire", 12}, {"Warta Siber", 3}}, 4, false},
      {"lang", {{"id", 15}}, 0, true},
      {"month", {{"2021-03", 20}, {"2021-04", 5}}, 1, true},
      {"entity", {{"komdigi", 2}, {"x\x1by", 1}}, 0, true},
  };
  CHECK(rendered([&](std::ostream& out) { render_facets(facets, {}, out); }) ==
        "\noutlet, about (4 with none of these):\n    Policy Wire 12 · Warta Siber 3\n"
        "\nlang:\n    Indonesian 15\n"
        "\nmonth (1 without a date):\n"
        "    2021-03  20 ########################################\n"
        "    2021-04   5 ##########\n"
        "\nentity:\n    Ministry of Communication and Digital Affairs 2 · x y 1\n");
  SearchResults results = one_hit();
  results.facets = {facets.front(), facets.back()};
  const std::string json = rendered([&](std::ostream& out) { render_json("x", results, out); });
  CHECK(json.find(R"("facets":[{"name":"outlet","exact":false,"values":[)"
                  R"({"value":"Policy Wire","articles":12},{"value":"Warta Siber","articles":3}],)"
                  R"("others":4},{"name":"entity","exact":true,"values":[{"value":"komdigi",)"
                  R"("name":"Ministry of Communication and Digital Affairs","articles":2},)") !=
        std::string::npos);
}

TEST_CASE("scores of a run are distinct and in the printed order, in single precision, too") {
  SearchResults results = one_hit();
  results.hits.resize(4, results.hits.front());
  for (const double equal : {61.5, 0.25, 0.0}) {
    for (Hit& hit : results.hits) hit.score = equal;
    results.hits.back().score = equal + 3;  // in the order of days scores may rise
    std::istringstream run{rendered([&](std::ostream& out) { render_trec("1", results, out); })};
    float last = std::numeric_limits<float>::infinity();
    std::string word;
    for (float score = 0; run >> word >> word >> word >> word >> score >> word; last = score)
      CHECK(score < last);
    CHECK(last < static_cast<float>(equal));
  }
}

TEST_CASE("a score is shown with its signals and the terms behind them") {
  SearchResults results = one_hit();
  results.hits.front().signals = {
      {"words", 11.5}, {"forms", 1.5}, {"title", 0}, {"language", -0.5}};
  results.hits.front().parts = {
      {"Zen:deepfak", 8, 6, false}, {"Zen:rule", 3.5, 1, false}, {"rules", 1.5, 1, true}};
  const std::string text = rendered([&](std::ostream& out) { render_terminal(results, {}, out); });
  CHECK(text.find("    score 12.50 = 11.50 words (8.00 Zen:deepfak x6, 3.50 Zen:rule x1) + 1.50\n"
                  "    forms (1.50 rules x1) - 0.50 language\n") != std::string::npos);
}

TEST_CASE("nothing that an article says drives a terminal or turns a line around") {
  SearchResults results = one_hit();
  Hit& hit = results.hits.front();
  hit.title = {"a\x1b]0;x\x07\nb\u202Ec\u200Fd\u2028e\u009bf\xFF", {{0, 1}}};
  hit.snippet = {"\x1b[2J\x7f safe", {{6, 10}}};
  hit.article.outlet = "\x1b[31mWire";
  hit.article.url = "https://a.example/\x1b\u2066";
  hit.copies.emplace_back();
  hit.copies.back().outlet = "\rPost";
  results.facets = {{"outlet", {{"\x1b[31mWire", 1}}, 0, true}};
  for (const bool color : {false, true}) {
    const std::string text = rendered([&](std::ostream& out) {
      render_terminal(results, {color, 80}, out);
    });
    for (const char* bad : {"\x1b]", "\x07", "\u202E", "\u200F", "\u2028", "\u009b", "\xFF",
                            "\x1b[2J", "\x7f", "\x1b[31m", "\r", "\u2066"})
      CHECK(text.find(bad) == std::string::npos);
    CHECK(text.find("safe") != std::string::npos);
  }
}

TEST_CASE("a TREC line has six fields whatever the names hold") {
  SearchResults results = one_hit();
  results.hits.front().article.url.clear();
  CHECK(rendered([&](std::ostream& out) { render_trec("q 1", results, out); }) ==
        "q%201 Q0 crawl/a%20b.txt 4 12.500000 pantau\n");
}

}  // namespace pantau
