// What questions cost.
//
//   query_bench DB QUERIES   pantau-search against quest (xapian-examples), whole processes on the
//                            same index; then questions a second, and the time of snippets, in
//                            this process
//   query_bench --bombs DB   pantau-search on the queries of query_bombs.h, and the worst of them
//
// QUERIES has lines `id TAB text`. Programs run in turn; CPU time is the fairer figure on a machine
// that others use. Peak memory is GNU time's: what Linux tells of a child counts its parent too.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>

#include "common/error.h"
#include "common/stored_article.h"
#include "common/utf8.h"
#include "searcher/render/render.h"
#include "searcher/search/highlight.h"
#include "searcher/search/index_reader.h"
#include "searcher/search/similar.h"
#include "tests/bench/process_cost.h"
#include "tests/searcher/query_bombs.h"
#include "tests/temporary_directory.h"

namespace pantau {
namespace {

constexpr std::size_t most_processes = 200;  // of each program

using Words = std::vector<std::string>;

std::vector<std::string> read_queries(const std::string& path) {
  std::vector<std::string> queries;
  std::ifstream file{path};
  for (std::string line; std::getline(file, line);)
    if (const auto tab = line.find('\t'); tab != std::string::npos)
      queries.push_back(to_valid_utf8(line.substr(tab + 1)));
  if (queries.empty()) throw Error{Error::Kind::input, path + ": no queries"};
  return queries;
}

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

/// What at least `share` of `values` do not exceed.
double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

struct MeasuredProcess {
  double wall_s = 0, cpu_s = 0, peak_mb = 0;
  int code = 0;  ///< 128 and more: ended by a signal, or never begun
};

/// Runs a command beneath GNU time.
MeasuredProcess measured(const Words& command, const std::string& input = "/dev/null") {
  const TemporaryDirectory folder;
  const std::string report = (folder.path() / "time").string();
  Words words{"/usr/bin/time", "-q", "-o", report, "-f", "%e %U %S %M"};
  words.insert(words.end(), command.begin(), command.end());
  MeasuredProcess process;
  const Cost cost = cost_of(words, input);
  process.code = cost.status < 0 ? 128 : WEXITSTATUS(cost.status);
  double user = 0, system = 0, kilobytes = 0;
  std::ifstream{report} >> process.wall_s >> user >> system >> kilobytes;
  process.cpu_s = user + system;
  process.peak_mb = kilobytes / 1024;
  return process;
}

/// The words of a question as terms of the English part, so that quest has as much to match.
std::string for_quest(const std::string& query, Analyzer& analyzer) {
  std::string out;
  for (const Word& word : analyzer.words(query))
    out += "x:" + std::string{analyzer.term(word.form, "en")}.substr(4) + ' ';
  return out;
}

void print_row(const char* name, const std::vector<Cost>& costs, double cpu_of_other, double peak) {
  std::vector<double> wall;
  double cpu = 0;
  for (const Cost& cost : costs) {
    wall.push_back(cost.wall_s * 1000);
    cpu += cost.cpu_s * 1000 / static_cast<double>(costs.size());
  }
  std::cout << std::left << std::setw(15) << name << std::right << std::fixed
            << std::setprecision(2) << std::setw(9) << cpu << std::setw(7) << cpu / cpu_of_other
            << 'x' << std::setw(10) << quantile(wall, 0.5) << std::setw(10) << quantile(wall, 0.99)
            << std::setprecision(1) << std::setw(9) << peak << '\n';
}

/// Whole processes, in turn.
void compare_with_quest(const std::string& index, const Words& queries) {
  Analyzer analyzer;
  std::vector<Cost> ours, theirs;
  double our_peak = 0, their_peak = 0, their_cpu = 0;
  for (std::size_t i = 0; i < std::max(queries.size(), most_processes); ++i) {
    if (i >= most_processes) break;
    const std::string& query = queries[i % queries.size()];
    const Words search{PANTAU_SEARCH, "--db", index, "--", query};
    const Words quest{"quest", "-d", index,    "-s",
                      "none",  "-p", "x:Zen:", for_quest(query, analyzer)};
    ours.push_back(cost_of(search));
    theirs.push_back(cost_of(quest));
    if (theirs.back().status != 0) throw Error{Error::Kind::input, "quest failed: " + query};
    their_cpu += theirs.back().cpu_s * 1000;
    if (i >= queries.size()) continue;
    our_peak = std::max(our_peak, measured(search).peak_mb);
    their_peak = std::max(their_peak, measured(quest).peak_mb);
  }
  std::cout << ours.size() << " processes of each, in turn\n"
            << "                CPU ms   ratio   wall p50  wall p99  peak MB\n";
  their_cpu /= static_cast<double>(theirs.size());
  print_row("pantau-search", ours, their_cpu, our_peak);
  print_row("quest", theirs, their_cpu, their_peak);
}

/// The bodies of hits, as make_snippet gets them.
std::vector<Article> bodies(const Xapian::Database& database, const SearchResults& results) {
  std::vector<Article> articles;
  for (const Hit& hit : results.hits)
    for (const std::string& term : terms_naming(display_id(hit.article))) {
      const auto id = database.postlist_begin(term);
      if (id == database.postlist_end(term)) continue;
      articles.push_back(decode_article(database.get_document(*id).get_data()));
      break;
    }
  return articles;
}

/// As a server that keeps its index open would answer: ten hits with snippets.
void answer_in_process(const std::string& index, const Words& queries) {
  IndexReader reader{Words{index}};
  const Xapian::Database database{index};
  Analyzer analyzer;
  std::vector<double> answers, snippets;
  for (const std::string& query : queries) {
    SearchRequest request;
    request.query = query;
    const auto start = std::chrono::steady_clock::now();
    const SearchResults results = reader.search(request);
    answers.push_back(milliseconds_since(start));
    const std::vector<Article> articles = bodies(database, results);
    if (articles.size() < request.limit) continue;
    std::map<std::string, MatchTerms> wanted;
    for (const char* const language : {"en", "id"})
      for (const Word& word : analyzer.words(query))
        wanted[language].terms.insert(std::string{analyzer.term(word.form, language)});
    const auto snippets_start = std::chrono::steady_clock::now();
    for (auto& [language, words] : wanted) words.sieve.emplace(words.terms, language);
    for (const Article& article : articles)
      (void)make_snippet(article.text, article.language, wanted[article.language], analyzer);
    snippets.push_back(milliseconds_since(snippets_start));
  }
  const auto row = [](const char* name, const std::vector<double>& ms) {
    double sum = 0;
    for (const double one : ms) sum += one;
    std::cout << std::left << std::setw(15) << name << std::right << std::fixed
              << std::setprecision(0) << std::setw(9) << 1000 * static_cast<double>(ms.size()) / sum
              << std::setprecision(2) << std::setw(9) << quantile(ms, 0.5) << std::setw(9)
              << quantile(ms, 0.99) << std::setw(9) << quantile(ms, 1) << '\n';
  };
  std::cout << "\none process, " << answers.size() << " questions\n"
            << "               a second   p50 ms   p99 ms   max ms\n";
  row("answers", answers);
  if (!snippets.empty()) row("ten snippets", snippets);
}

void run_bombs(const std::string& index) {
  struct Bomb {
    std::string name;
    MeasuredProcess process;
  };
  const TemporaryDirectory folder;
  const std::string line = (folder.path() / "queries.tsv").string();
  std::vector<Bomb> bombs;
  for (const QueryBomb& bomb : query_bombs()) {
    constexpr std::size_t longest_argument = 131'071;  // Linux
    if (bomb.text.size() <= longest_argument && bomb.text.find('\0') == std::string::npos)
      bombs.push_back({bomb.name, measured({PANTAU_SEARCH, "--db", index, "--", bomb.text})});
    std::ofstream{line} << "1\t" << bomb.text << '\n';
    bombs.push_back({bomb.name + ", plain", measured({PANTAU_SEARCH, "--db", index, "--batch", "-",
                                                      "--timeout", "1.5", "--limit", "10"},
                                                     line)});
  }
  const auto count = [&](int first, int last) {
    return std::count_if(bombs.begin(), bombs.end(), [&](const Bomb& bomb) {
      return bomb.process.code >= first && bomb.process.code <= last;
    });
  };
  std::cout << bombs.size() << " runs: " << count(0, 0) << " found, " << count(1, 1)
            << " found nothing, " << count(2, 2) << " refused, " << count(3, 255)
            << " failed\n  wall s   CPU s  peak MB  code\n"
            << std::fixed;
  const auto worst = [&](double MeasuredProcess::*what) {
    constexpr std::size_t shown = 8;
    std::sort(bombs.begin(), bombs.end(),
              [&](const Bomb& a, const Bomb& b) { return a.process.*what > b.process.*what; });
    for (std::size_t i = 0; i < std::min(shown, bombs.size()); ++i)
      std::cout << std::setprecision(2) << std::setw(8) << bombs[i].process.wall_s << std::setw(8)
                << bombs[i].process.cpu_s << std::setprecision(1) << std::setw(9)
                << bombs[i].process.peak_mb << std::setw(6) << bombs[i].process.code << "  "
                << bombs[i].name << '\n';
  };
  worst(&MeasuredProcess::wall_s);
  worst(&MeasuredProcess::peak_mb);
}

int run(const Words& arguments) {
  if (arguments.size() != 2)
    throw Error{Error::Kind::usage, "query_bench (DB QUERIES | --bombs DB)"};
  if (arguments[0] == "--bombs") {
    run_bombs(arguments[1]);
    return 0;
  }
  const Words queries = read_queries(arguments[1]);
  compare_with_quest(arguments[0], queries);
  answer_in_process(arguments[0], queries);
  return 0;
}

}  // namespace
}  // namespace pantau

int main(int argc, char* argv[]) try {
  return pantau::run({argv + 1, argv + argc});
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
