#include "searcher/evaluation.h"

#include <sstream>

#include <doctest/doctest.h>

#include "common/error.h"

namespace pantau {
namespace {

/// "a b c" as a list.
std::vector<std::string> docids(const char* text) {
  std::istringstream in{text};
  std::vector<std::string> list;
  for (std::string docid; in >> docid;) list.push_back(docid);
  return list;
}

Qrels qrels_of(const std::string& text) {
  std::istringstream in{text};
  return read_qrels(in, "judged.txt");
}

Run run_of(const std::string& text) {
  std::istringstream in{text};
  return read_run(in, "before.run");
}

}  // namespace

TEST_CASE("a ranking is scored by where the relevant documents stand") {
  const Judgements judged = {{"a", 1}, {"b", 1}, {"best", 3}, {"wrong", 0}, {"twin", -1}};
  struct Case {
    const char* ranking;
    Scores scores;  ///< nDCG@10, MRR@10, MAP, Recall@100
  };
  // The ideal is 3 + 1/log2(3) + 1/log2(4) = 4.13093.
  const Case cases[] = {
      {"best a b", {1, 1, 1, 1}},
      {"a best b", {(1 + 3 * 0.63093 + 0.5) / 4.13093, 1, 1, 1}},
      {"wrong a", {0.63093 / 4.13093, 0.5, 0.5 / 3, 1.0 / 3}},
      {"unjudged x y best", {3 * 0.43068 / 4.13093, 0.25, 0.25 / 3, 1.0 / 3}},
      {"twin a", {1 / 4.13093, 1, 1.0 / 3, 1.0 / 3}},
      {"1 2 3 4 5 6 7 8 9 a", {0.28906 / 4.13093, 0.1, 0.1 / 3, 1.0 / 3}},
      {"1 2 3 4 5 6 7 8 9 10 a", {0, 0, 1.0 / 11 / 3, 1.0 / 3}},
      {"wrong twin", {0, 0, 0, 0}},
      {"", {0, 0, 0, 0}},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.ranking});
    const Scores scores = score_ranking(docids(c.ranking), judged);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      CAPTURE(measure_names.at(i));
      CHECK(scores.at(i) == doctest::Approx(c.scores.at(i)).epsilon(1e-5));
    }
  }
}

TEST_CASE("recall ends at rank 100, average precision does not") {
  std::vector<std::string> ranking;
  for (int i = 0; i < 100; ++i) ranking.push_back("other-" + std::to_string(i));
  ranking.emplace_back("late");
  const Scores scores = score_ranking(ranking, {{"late", 1}});
  CHECK(scores == Scores{0, 0, 1.0 / 101, 0});
}

TEST_CASE("a query without an answer scores nothing, one without a relevant document is left out") {
  const Qrels qrels = qrels_of("q1 0 a 1\nq2 0 b 1\nq3 0 c 0\n\nq4 0 d -1\n");
  const auto scores = score_run({{"q1", {"a"}}, {"q9", {"a"}}}, qrels);
  REQUIRE(scores.size() == 2);
  CHECK(scores[0] == Scores{1, 1, 1, 1});
  CHECK(scores[1] == Scores{});
  CHECK(mean_of(scores) == Scores{.5, .5, .5, .5});
}

TEST_CASE("a run file is ordered by score, then by rank, and names a document once") {
  const Run run = run_of(
      "q Q0 second 1 7.5 tag\nq Q0 first 9 8 tag\r\nq Q0 fourth 4 1.0 tag\n"
      "q Q0 third 3 1.0 tag\nq Q0 first 10 0.5 tag\n");
  REQUIRE(run.size() == 1);
  CHECK(run.at("q") == docids("first second third fourth"));
}

TEST_CASE("a line that is none of the format is an error that names it") {
  CHECK_THROWS_WITH(static_cast<void>(qrels_of("q 0 a 1\nq 0 a\n")),
                    "judged.txt, line 2: expected `qid 0 docid gain`");
  CHECK_THROWS_AS(static_cast<void>(qrels_of("q 0 a b\n")), Error);
  CHECK_THROWS_AS(static_cast<void>(qrels_of("q 0 a 1 more\n")), Error);
  CHECK_THROWS_WITH(static_cast<void>(run_of("q Q0 a 1 high tag\n")),
                    "before.run, line 1: expected `qid Q0 docid rank score tag`");
}

TEST_CASE("the randomization test tells chance from difference") {
  struct Case {
    std::vector<double> differences;
    double p;  ///< exact, by counting all assignments of signs
  };
  const Case cases[] = {
      {{}, 1},
      {{0, 0, 0}, 1},
      {{.5}, 1},
      {{.1, -.1}, 1},
      {{.2, .2, .2, 0}, 2.0 / 8},
      {{-.2, -.2, -.2}, 2.0 / 8},
      {{.3, .2, -.1}, 4.0 / 8},
      {std::vector<double>(10, .1), 2.0 / 1024},
      {std::vector<double>(80, .1), 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.p);
    CHECK(randomization_test(c.differences) == doctest::Approx(c.p).epsilon(.02));
  }
}

TEST_CASE("the tables show means, differences and their chances") {
  const std::vector<Scores> better(8, Scores{1, 1, 1, 1}), worse(8, Scores{.5, 1, .25, .125});
  CHECK(evaluation_table(worse) ==
        "queries            8\n"
        "nDCG@10       0.5000\n"
        "MRR@10        1.0000\n"
        "MAP           0.2500\n"
        "Recall@100    0.1250\n");
  const std::string table = comparison_table(better, worse);
  CHECK(
      table.starts_with("queries            8   against  difference       p\n"
                        "nDCG@10       1.0000    0.5000     +0.5000  0.00"));
  CHECK(table.find("\nMRR@10        1.0000    1.0000     +0.0000  1.0000\n") != std::string::npos);
}

}  // namespace pantau
