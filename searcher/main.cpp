// pantau-search: the only file of the program that sees argv, the environment and the standard
// streams.
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/error.h"
#include "common/url.h"
#include "common/utf8.h"
#include "searcher/batch.h"
#include "searcher/evaluation.h"
#include "searcher/options.h"
#include "searcher/render/plain_line.h"
#include "searcher/render/render.h"
#include "searcher/search/index_reader.h"
#include "searcher/search/recency.h"
#include "searcher/search/why_nothing.h"

namespace pantau {
namespace {

enum ExitCode { exit_found = 0, exit_nothing_found_or_rejected = 1, exit_failure = 2 };

/// Colour on a terminal that wants it (https://no-color.org); wrapped to its width, 80 elsewhere.
TerminalStyle terminal_style() {
  TerminalStyle style;
  if (isatty(STDOUT_FILENO) == 0) return style;
  const char* const no_color = std::getenv("NO_COLOR");
  const char* const terminal = std::getenv("TERM");
  style.color = (no_color == nullptr || *no_color == '\0') &&
                !(terminal != nullptr && std::string_view{terminal} == "dumb");
  winsize size{};
  constexpr unsigned short widest = 100;  // longer lines are hard to read
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    style.width = std::min(size.ws_col, widest);
  return style;
}

/// A feed in a file: it does not know its own address.
Feed feed_of(const std::string& query) {
  Feed feed;
  feed.title = "Pantau: " + query;
  feed.site = "Pantau";
  feed.language = "en";
  feed.id = "urn:pantau:search:" + encode_parameter(query);
  feed.fallback_day = current_day();
  return feed;
}

void render(const SearchOptions& options, const std::string& id, const SearchResults& results,
            const std::string& query) {
  switch (options.format) {
    case Format::json:
      render_json(query, results, std::cout);
      break;
    case Format::trec:
      render_trec(id, results, std::cout);
      break;
    case Format::jsonl:
      render_jsonl(results, std::cout);
      break;
    case Format::csv:
      render_csv(results, std::cout);
      break;
    case Format::bibtex:
      render_bibtex(results, std::cout);
      break;
    case Format::ris:
      render_ris(results, std::cout);
      break;
    case Format::atom:
      render_atom(feed_of(query), results, std::cout);
      break;
    case Format::text:
      render_terminal(results, terminal_style(), std::cout);
      break;
  }
  for (const std::string& note : results.notes)
    std::cerr << "pantau-search: " << plain_line(note) << '\n';
}

/// The options that leave articles out, for a person who looks for the mistake: " (with --lang)".
std::string narrowed_by(const SearchRequest& request) {
  std::string names;
  const auto add = [&](bool is_given, const char* name) {
    if (is_given) names += (names.empty() ? " (with " : ", ") + std::string{name};
  };
  add(!request.languages.empty(), "--lang");
  add(!request.outlets.empty(), "--outlet");
  add(!request.entities.empty(), "--entity");
  add(request.from.has_value(), "--from");
  add(request.to.has_value(), "--to");
  add(request.words == WordsAsked::all, "--all");
  return names.empty() ? names : names + ')';
}

/// A line of a terminal tells which query it was; a pasted text need not come again.
constexpr std::size_t repeated_bytes = 300;

std::string repeated(const std::string& query) {
  const std::size_t end = utf8_floor(query, repeated_bytes);
  return plain_line(query.substr(0, end)) + (end < query.size() ? "…" : "");
}

/// What a person should know beside the hits; programs find it in the JSON.
void remark(const SearchRequest& request, const SearchResults& results) {
  if (results.matches == 0 && results.hits.empty())
    std::cerr << (request.is_filter_only() ? "nothing found" : "nothing found for: ")
              << repeated(request.like.empty() ? request.query : request.like)
              << narrowed_by(request) << '\n';
  else if (results.hits.empty() && request.limit > 0)
    std::cerr << "nothing behind --offset " << request.offset << ": " << results.matches
              << (results.matches == 1 ? " article matches\n" : " articles match\n");
  if (!results.suggestion.empty())
    std::cerr << "did you mean: " << plain_line(results.suggestion) << '\n';
}

/// Answers one query; true if anything was found.
bool answer(IndexReader& index, const SearchOptions& options, const std::string& id,
            const SearchRequest& request) {
  SearchResults results = index.search(request);
  if (results.matches == 0 && options.batch.empty())
    for (std::string& line : why_nothing(index, request)) results.notes.push_back(std::move(line));
  if (results.explanation && options.format != Format::json)
    render_explanation(*results.explanation, std::cerr);
  render(options, id, results, request.like.empty() ? request.query : request.like);
  if (options.batch.empty() && options.format == Format::text) remark(request, results);
  return results.matches > 0 || !results.hits.empty();
}

/// Prints one article; false if there is none of this name.
bool show(IndexReader& index, const SearchOptions& options) {
  const auto found = index.article(options.show);
  if (!found) {
    std::cerr << "pantau-search: no article in the index has the address or id "
              << plain_line(options.show) << '\n';
    return false;
  }
  if (options.format == Format::json)
    render_article_json(found->article, found->entities, std::cout);
  else
    render_article(found->article, terminal_style(), std::cout);
  return true;
}

std::ifstream open_file(const std::string& path) {
  std::ifstream file{path};
  if (!file || file.peek() == std::ifstream::traits_type::eof())
    throw Error{Error::Kind::input, path + ": cannot be read, or holds nothing"};
  return file;
}

/// Calls `answer` for every line of the batch; true if all could be read.
bool for_each_line(const SearchOptions& options,
                   const std::function<void(const std::string&, const SearchRequest&)>& answer) {
  std::ifstream file;
  if (options.batch != "-") file = open_file(options.batch);
  const std::size_t rejected =
      for_each_query(options.batch == "-" ? std::cin : file, options.batch, options.request, answer,
                     [](const std::string& why) { std::cerr << "pantau-search: " << why << '\n'; });
  return rejected == 0;
}

bool answer_batch(IndexReader& index, const SearchOptions& options) {
  bool found = false;
  const bool all_read =
      for_each_line(options, [&](const std::string& id, const SearchRequest& request) {
        found |= answer(index, options, id, request);
      });
  return found && all_read;
}

/// Prints how good the answers to the batch are, or how much better than another run's.
bool evaluate_batch(IndexReader& index, const SearchOptions& options) {
  std::ifstream qrels_file = open_file(options.qrels);
  const Qrels qrels = read_qrels(qrels_file, options.qrels);
  Run against;
  if (!options.against.empty()) {
    std::ifstream run_file = open_file(options.against);
    against = read_run(run_file, options.against);
  }
  Run run;
  const bool all_read =
      for_each_line(options, [&](const std::string& id, const SearchRequest& request) {
        for (const Hit& hit : index.search(request).hits)
          run[trec_id(id)].push_back(trec_id(display_id(hit.article)));
      });
  const auto scores = score_run(run, qrels);
  std::cout << (options.against.empty() ? evaluation_table(scores)
                                        : comparison_table(scores, score_run(against, qrels)));
  return all_read && !run.empty();
}

/// Ends the program by means that a signal handler may use.
[[noreturn]] void end_with(std::string_view message) {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, message.data(), message.size());
  _exit(exit_failure);
}

/// Ends a match that cannot be stopped.
extern "C" void end_overdue(int /*signal*/) {
  end_with(
      "pantau-search: nothing found in the time there is; ask for rarer words, or give it more "
      "with --timeout SECONDS\n");
}

/// Xapian crashes on some damaged tables.
extern "C" void end_crashed(int /*signal*/) {
  end_with(
      "pantau-search: crashed, as reading a damaged index can end; pantau-index --check says "
      "whether it is damaged\n");
}

void report_crashes() {
#ifndef __SANITIZE_ADDRESS__  // which tells more
  for (const int crash : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT}) std::signal(crash, end_crashed);
#endif
}

int run(const SearchOptions& options) {
  if (!options.answer.empty()) {
    std::cout << options.answer;
    return exit_found;
  }
  std::signal(SIGALRM, end_overdue);
  IndexReader index{options.indexes};
  for (const std::string& warning : index.warnings())
    std::cerr << "pantau-search: " << plain_line(warning) << '\n';
  const bool found = !options.show.empty()   ? show(index, options)
                     : options.batch.empty() ? answer(index, options, "1", options.request)
                     : options.qrels.empty() ? answer_batch(index, options)
                                             : evaluate_batch(index, options);
  std::cout.flush();
  if (!std::cout) throw Error{Error::Kind::input, "standard output cannot be written"};
  return found ? exit_found : exit_nothing_found_or_rejected;
}

}  // namespace
}  // namespace pantau

int main(int argc, char* argv[]) try {
  std::ios::sync_with_stdio(false);
  pantau::report_crashes();
  const char* const index = std::getenv("PANTAU_DB");
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return pantau::run(pantau::parse_search_options(
      {argv + 1, argv + argc}, {index != nullptr ? index : "", pantau::Date{today}}));
} catch (const std::exception& error) {
  std::cerr << "pantau-search: " << pantau::plain_line(error.what()) << '\n';
  return pantau::exit_failure;
} catch (...) {
  std::cerr << "pantau-search: internal error\n";
  return pantau::exit_failure;
}
