// pantau-index: the only file of the program that sees argv and the standard streams.
#include <csignal>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>

#include <unistd.h>

#include "common/error.h"
#include "indexer/explain.h"
#include "indexer/index/index_writer.h"
#include "indexer/latest_articles.h"
#include "indexer/options.h"
#include "indexer/pipeline.h"
#include "indexer/render_json.h"
#include "indexer/upkeep.h"

namespace pantau {
namespace {

enum ExitCode {
  exit_done = 0,
  exit_rejected = 1,
  exit_failure = 2,
  exit_locked = 75,
  exit_stopped_base = 128
};

/// The signal that asked the run to end, or 0. Touched by the handler: hence global and of this
/// type.
volatile std::sig_atomic_t stop_signal = 0;

/// The first signal ends the run in good order; the next one of its kind ends it at once.
void stop_on_signals() {
  for (const int number : {SIGINT, SIGTERM}) {
    struct sigaction action {};
    action.sa_handler = [](int caught) { stop_signal = caught; };
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigaction(number, &action, nullptr);
  }
}

/// Problems shown one by one; a crawl can have millions of them.
constexpr std::uint64_t max_shown_problems = 20;

/// Tells problems as they come, and writes the rejected records to the report file.
class Problems {
 public:
  Problems(const std::string& report, Progress& progress) : progress_{progress} {
    if (report.empty()) return;
    file_.open(report);
    if (!file_) throw Error{Error::Kind::input, report + ": cannot be written"};
  }

  void add(const Rejected& rejected) {
    if (file_.is_open()) render_rejected(rejected, file_);
    show(rejected.origin, "rejected", rejected.reason, rejected.detail);
  }

  void add(const Warning& warning) {
    show(warning.origin, "warning", warning.reason, warning.detail);
  }

  /// Good news, as few of them as problems.
  void tell(const std::string& news) {
    if (++told_ <= max_shown_problems) progress_.message("pantau-index: " + news);
  }

  void finish() {
    if (!file_.is_open()) return;
    file_.close();
    if (!file_) throw Error{Error::Kind::input, "the report cannot be written"};
  }

 private:
  void show(const Origin& origin, const char* what, const std::string& reason,
            const std::string& detail) {
    if (++shown_ > max_shown_problems) return;
    progress_.message("pantau-index: " + origin.file + ':' + std::to_string(origin.offset) + ": " +
                      what + " (" + reason + ')' + (detail.empty() ? "" : ": " + detail));
    if (shown_ == max_shown_problems)
      progress_.message(
          "pantau-index: further problems are only counted; --report FILE lists all rejected");
  }

  Progress& progress_;
  std::ofstream file_;
  std::uint64_t shown_ = 0;
  std::uint64_t told_ = 0;
};

void count(Written written, IndexReport& report) {
  switch (written) {
    case Written::added:
      ++report.added;
      break;
    case Written::replaced:
      ++report.replaced;
      break;
    case Written::unchanged:
      ++report.unchanged;
      break;
  }
}

/// Stops a run whose reader has gone, or whose disk is full, at once.
void require_output() {
  std::cout.flush();
  if (!std::cout) throw Error{Error::Kind::input, "standard output cannot be written"};
}

/// Does the run do nothing but print? A reader who has seen enough, such as `head`, then ends it
/// without a word, as it ends other programs.
bool only_prints(const IndexOptions& options) {
  using Task = IndexOptions::Task;
  return !options.answer.empty() || !options.explain.empty() || options.extract_only ||
         options.task == Task::check || options.task == Task::stats || options.task == Task::print;
}

/// What happens with an article: written to the index, kept to be printed, or only counted.
std::function<void(Article&&, IndexReport&)> article_sink(IndexWriter* writer,
                                                          LatestArticles* latest,
                                                          Progress& progress) {
  if (writer != nullptr)
    return [writer, &progress](Article&& article, IndexReport& report) {
      const std::uint64_t committed = writer->committed();
      count(writer->write(std::move(article)), report);
      if (writer->committed() > committed) progress.committed(writer->committed());
    };
  if (latest != nullptr)
    return [latest](Article&& article, IndexReport& report) {
      ++report.added;
      latest->add(std::move(article));
    };
  return [](Article&&, IndexReport& report) { ++report.added; };
}

std::unique_ptr<IndexWriter> make_writer(const IndexOptions& options) {
  if (options.extract_only || options.dry_run) return nullptr;
  CommitPolicy policy;
  policy.asked_documents = options.commit_every;
  return std::make_unique<IndexWriter>(
      options.index, options.rebuild ? IndexWriter::Mode::rebuild : IndexWriter::Mode::update,
      policy, options.wait);
}

/// Chooses the way articles are written by how much is to be read.
void choose_build(const IndexOptions& options, IndexWriter& writer) {
  using Build = IndexOptions::Build;
  if (options.build == Build::segments) writer.use_segments(options.jobs);
  if (options.build != Build::automatic) return;
  writer.expect(unread_bytes(options, [&](const std::string& path) { return writer.input(path); }),
                options.jobs);
}

/// Where the run tells what it did, and asks what was done before.
PipelineSinks make_sinks(IndexWriter* writer, LatestArticles* latest, Problems& problems,
                         Progress& progress) {
  PipelineSinks sinks;
  sinks.article = article_sink(writer, latest, progress);
  sinks.rejected = [&](const Rejected& rejected) { problems.add(rejected); };
  sinks.warning = [&](const Warning& warning) { problems.add(warning); };
  sinks.is_stopped = [] { return stop_signal != 0; };
  if (writer == nullptr) return sinks;
  sinks.known_input = [writer](const std::string& path) { return writer->input(path); };
  sinks.reached = [writer](const std::string& path, const InputRecord& record) {
    writer->reached(path, record);
  };
  sinks.continued = [&](const std::string& file, Position start) {
    problems.tell(file + ": continued at byte " + std::to_string(start.input));
  };
  return sinks;
}

/// Ends what a signal stopped: keeps what was read, unless it was to replace all that is there.
int end_stopped_run(const IndexOptions& options, IndexWriter* writer) {
  if (writer != nullptr && !options.rebuild) writer->commit();
  const std::string advice =
      writer == nullptr ? ""
      : options.rebuild ? "; the index is as it was before"
                        : "; what was read is committed: run the same command again to go on";
  std::cerr << "pantau-index: stopped by " << (stop_signal == SIGINT ? "SIGINT" : "SIGTERM")
            << advice << '\n';
  return exit_stopped_base + static_cast<int>(stop_signal);
}

void print(LatestArticles& latest, IndexReport& report) {
  report.replaced = latest.print(std::cout);
  report.added -= report.replaced;
}

int run(const IndexOptions& options) {
  if (only_prints(options)) std::signal(SIGPIPE, SIG_DFL);
  if (!options.answer.empty()) {
    std::cout << options.answer;
    return exit_done;
  }
  if (options.task != IndexOptions::Task::feed) {
    const bool done = do_upkeep(options, std::cout);
    require_output();
    return done ? exit_done : exit_rejected;
  }
  require_inputs(options.inputs);
  if (!options.explain.empty()) {
    const std::size_t explained = explain_inputs(options, std::cin, std::cout);
    require_output();
    return explained > 0 ? exit_done : exit_rejected;
  }
  stop_on_signals();
  const auto writer = make_writer(options);
  if (writer) choose_build(options, *writer);
  const auto latest = options.extract_only ? std::make_unique<LatestArticles>() : nullptr;
  Progress progress{std::cerr, isatty(STDERR_FILENO) != 0, total_bytes(options.inputs)};
  Problems problems{options.report, progress};
  const auto start = std::chrono::steady_clock::now();
  const PipelineSinks sinks = make_sinks(writer.get(), latest.get(), problems, progress);
  IndexReport report = run_pipeline(options, std::cin, sinks, progress);
  const bool failed =
      options.strict && (report.rejected_records() > 0 || report.warnings_given() > 0);
  const bool stopped = stop_signal != 0;
  if (writer && !stopped) failed ? writer->commit() : writer->finish();
  report.elapsed = std::chrono::steady_clock::now() - start;
  progress.finish();
  problems.finish();
  if (latest) print(*latest, report);
  render_report(report, std::cerr);
  require_output();
  if (stopped) return end_stopped_run(options, writer.get());
  if (failed) return exit_failure;
  return report.rejected_records() > 0 ? exit_rejected : exit_done;
}

/// Xapian undoes a failed write in destructors, which end the process if the disk fails again.
[[noreturn]] void end_at_once() {
  std::cerr << "pantau-index: a failed write could not be undone; what was committed stays: free "
               "the cause and run the same command again\n"
            << std::flush;  // which an exception in flight holds back
  std::_Exit(exit_failure);
}

/// Xapian crashes on some damaged tables. By means that a signal handler may use.
extern "C" void end_crashed(int /*signal*/) {
  constexpr std::string_view message =
      "pantau-index: crashed, as reading a damaged index can end; what was committed stays: "
      "--check says whether this one is damaged, --rebuild builds it anew\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, message.data(), message.size());
  _exit(exit_failure);
}

void report_crashes() {
#ifndef __SANITIZE_ADDRESS__  // which tells more
  for (const int crash : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT}) std::signal(crash, end_crashed);
#endif
}

int fail(const std::string& message, int code) {
  std::cerr << "pantau-index: " << message << '\n';
  return code;
}

}  // namespace
}  // namespace pantau

int main(int argc, char* argv[]) try {
  std::ios::sync_with_stdio(false);
  // A full disk or a closed pipe is then an error of the call, which says what was lost.
  std::signal(SIGXFSZ, SIG_IGN);
  std::signal(SIGPIPE, SIG_IGN);
  std::set_terminate(pantau::end_at_once);
  pantau::report_crashes();
  return pantau::run(pantau::parse_index_options({argv + 1, argv + argc}));
} catch (const pantau::Error& error) {
  const bool locked = error.kind() == pantau::Error::Kind::locked;
  return pantau::fail(error.what(), locked ? pantau::exit_locked : pantau::exit_failure);
} catch (const std::exception& error) {
  return pantau::fail(error.what(), pantau::exit_failure);
} catch (...) {
  return pantau::fail("internal error", pantau::exit_failure);
}
