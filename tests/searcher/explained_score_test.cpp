// --explain is true: what it says each signal and each term gave adds up to the score of the hit.
#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <sstream>

#include "common/text.h"
#include "searcher/search/index_reader.h"
#include "tests/program.h"

namespace pantau {
namespace {

/// The words of `title` from `first` to before `last`, as many as there are.
std::string words_of(const std::string& title, std::size_t first, std::size_t last) {
  std::istringstream words{title};
  std::string out, word;
  for (std::size_t i = 0; words >> word; ++i)
    if (i >= first && i < last) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// Questions of two kinds, like those people judged: whole headlines, and a few words of them.
std::vector<std::string> questions() {
  std::vector<std::string> out;
  for (const char* const language : {"en", "id", "world"}) {
    std::istringstream lines{
        read_file(std::string{PANTAU_SAMPLE} + "/truth." + language + ".jsonl")};
    for (std::string line; std::getline(lines, line);) {
      const boost::json::value truth = boost::json::parse(line);
      const boost::json::value* const title = truth.as_object().if_contains("title");
      if (title == nullptr || !title->is_string()) continue;
      const std::string text{title->as_string()};
      for (const std::string& question :
           {text, words_of(text, 0, 3), words_of(text, 2, 4), words_of(text, 3, 7)})
        if (!question.empty()) out.push_back(question);
    }
  }
  return out;
}

double sum_of(const auto& parts) {
  double sum = 0;
  for (const auto& part : parts) sum += part.score;
  return sum;
}

/// What the words and forms of the question gave, which the terms are the parts of.
double score_of_terms(const Hit& hit) {
  double score = 0;
  for (const SignalScore& signal : hit.signals)
    if (signal.name == "words" || signal.name == "forms") score += signal.score;
  return score;
}

}  // namespace

TEST_CASE("the signals of a hit add up to its score, and its terms to the first two of them") {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "sample.idx").string();
  REQUIRE(run_index({"--db", path, "text", "jsonl"}).code == 0);
  IndexReader index{std::vector<std::string>{path}};
  const std::vector<std::string> asked = questions();
  REQUIRE(asked.size() >= 200);
  std::size_t hits = 0;
  SearchRequest request;
  request.explain = true;
  request.snippets = false;
  for (const Sort sort : {Sort::relevance, Sort::recent}) {
    request.sort = sort;
    for (const std::string& question : asked) {
      CAPTURE(question);
      request.query = question;
      for (const Hit& hit : index.search(request).hits) {
        CAPTURE(hit.article.id);
        REQUIRE(sum_of(hit.signals) == doctest::Approx(hit.score).epsilon(1e-9));
        REQUIRE(sum_of(hit.parts) == doctest::Approx(score_of_terms(hit)).epsilon(1e-9));
        ++hits;
      }
    }
  }
  CHECK(hits > asked.size());
}

}  // namespace pantau
