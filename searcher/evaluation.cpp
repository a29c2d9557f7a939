#include "searcher/evaluation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <random>
#include <set>
#include <sstream>
#include <tuple>

#include "common/error.h"

namespace pantau {
namespace {

constexpr std::size_t ndcg_depth = 10, mrr_depth = 10, recall_depth = 100;

/// The paper's number: a p of .05 is then known to ±.001.
constexpr int randomizations = 100'000;

[[noreturn]] void fail(const std::string& name, std::size_t line, const char* expected) {
  throw Error{Error::Kind::input,
              name + ", line " + std::to_string(line) + ": expected `" + expected + "`"};
}

/// Calls `read(fields)` for every line that is not blank; what it does not read, or does not read
/// to the end, is a mistake.
void for_each_line(std::istream& in, const std::string& name, const char* expected,
                   const std::function<bool(std::istream&)>& read) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::istringstream fields{line};
    if (!read(fields) || !(fields >> std::ws).eof()) fail(name, number, expected);
  }
}

double discount(std::size_t index) {
  return 1 / std::log2(static_cast<double>(index) + 2);
}

/// The discounted gain of the best ranking there could be.
double ideal_gain(const Judgements& judgements) {
  std::vector<int> gains;
  for (const auto& [docid, gain] : judgements)
    if (gain > 0) gains.push_back(gain);
  std::sort(gains.begin(), gains.end(), std::greater<>{});
  double sum = 0;
  for (std::size_t i = 0; i < std::min(gains.size(), ndcg_depth); ++i)
    sum += gains[i] * discount(i);
  return sum;
}

std::vector<double> differences_in(std::size_t measure, const std::vector<Scores>& scores,
                                   const std::vector<Scores>& against) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < scores.size(); ++i)
    differences.push_back(scores[i].at(measure) - against[i].at(measure));
  return differences;
}

template <typename... Values>
std::string formatted(const char* format, const Values&... values) {
  std::array<char, 160> line{};
  std::snprintf(line.data(), line.size(), format, values...);
  return line.data();
}

}  // namespace

Qrels read_qrels(std::istream& in, const std::string& name) {
  Qrels qrels;
  for_each_line(in, name, "qid 0 docid gain", [&](std::istream& fields) {
    std::string query, zero, docid;
    int gain = 0;
    if (!(fields >> query >> zero >> docid >> gain)) return false;
    qrels[query][docid] = gain;
    return true;
  });
  return qrels;
}

Run read_run(std::istream& in, const std::string& name) {
  using Place = std::tuple<double, long, std::string>;  // -score, rank, docid: sorts best first
  std::map<std::string, std::vector<Place>> places;
  for_each_line(in, name, "qid Q0 docid rank score tag", [&](std::istream& fields) {
    std::string query, zero, docid, tag;
    long rank = 0;
    double score = 0;
    if (!(fields >> query >> zero >> docid >> rank >> score >> tag)) return false;
    places[query].emplace_back(-score, rank, docid);
    return true;
  });
  Run run;
  for (auto& [query, list] : places) {
    std::sort(list.begin(), list.end());
    std::set<std::string_view> seen;
    for (const auto& [score, rank, docid] : list)
      if (seen.insert(docid).second) run[query].push_back(docid);
  }
  return run;
}

Scores score_ranking(const std::vector<std::string>& ranking, const Judgements& judgements) {
  const double ideal = ideal_gain(judgements);
  if (ideal == 0) return {};
  const auto relevant = static_cast<double>(std::count_if(
      judgements.begin(), judgements.end(), [](const auto& judged) { return judged.second > 0; }));
  double gained = 0, reciprocal = 0, precisions = 0, found = 0, found_early = 0;
  std::size_t index = 0;
  for (const std::string& docid : ranking) {
    const auto judged = judgements.find(docid);
    const int gain = judged == judgements.end() ? 0 : judged->second;
    if (gain < 0) continue;
    const auto rank = static_cast<double>(index + 1);
    if (gain > 0) {
      ++found;
      precisions += found / rank;
      if (index < ndcg_depth) gained += gain * discount(index);
      if (index < mrr_depth && found == 1) reciprocal = 1 / rank;
      if (index < recall_depth) ++found_early;
    }
    ++index;
  }
  return {gained / ideal, reciprocal, precisions / relevant, found_early / relevant};
}

std::vector<Scores> score_run(const Run& run, const Qrels& qrels) {
  std::vector<Scores> scores;
  for (const auto& [query, judgements] : qrels) {
    if (ideal_gain(judgements) == 0) continue;
    const auto ranking = run.find(query);
    scores.push_back(ranking == run.end() ? Scores{} : score_ranking(ranking->second, judgements));
  }
  return scores;
}

Scores mean_of(const std::vector<Scores>& scores) {
  Scores mean{};
  for (const Scores& one : scores)
    for (std::size_t i = 0; i < mean.size(); ++i)
      mean.at(i) += one.at(i) / static_cast<double>(scores.size());
  return mean;
}

double randomization_test(const std::vector<double>& differences) {
  constexpr double rounding = 1e-9;  // the same sum in another order is the same sum
  constexpr unsigned bits_drawn = 64;
  std::vector<double> sizes;  // a query without a difference has none under either sign
  double observed = 0;
  for (const double difference : differences) {
    observed += difference;
    if (difference != 0) sizes.push_back(difference);
  }
  std::mt19937_64 draw{1};  // NOLINT(cert-msc*): the same input has to give the same answer
  int as_large = 0;
  for (int i = 0; i < randomizations; ++i) {
    double sum = 0;
    std::uint64_t bits = 0;
    for (std::size_t j = 0; j < sizes.size(); ++j, bits >>= 1U) {
      if (j % bits_drawn == 0) bits = draw();
      sum += (bits & 1U) != 0 ? sizes[j] : -sizes[j];
    }
    if (std::abs(sum) >= std::abs(observed) - rounding) ++as_large;
  }
  return static_cast<double>(as_large) / randomizations;
}

std::string evaluation_table(const std::vector<Scores>& scores) {
  std::string table = formatted("queries     %8zu\n", scores.size());
  const Scores mean = mean_of(scores);
  for (std::size_t i = 0; i < mean.size(); ++i)
    table += formatted("%-11s %8.4f\n", std::string{measure_names.at(i)}.c_str(), mean.at(i));
  return table;
}

std::string comparison_table(const std::vector<Scores>& scores,
                             const std::vector<Scores>& against) {
  std::string table = formatted("queries     %8zu   against  difference       p\n", scores.size());
  const Scores mean = mean_of(scores), other = mean_of(against);
  for (std::size_t i = 0; i < mean.size(); ++i)
    table +=
        formatted("%-11s %8.4f  %8.4f     %+7.4f  %.4f\n", std::string{measure_names.at(i)}.c_str(),
                  mean.at(i), other.at(i), mean.at(i) - other.at(i),
                  randomization_test(differences_in(i, scores, against)));
  return table;
}

}  // namespace pantau
