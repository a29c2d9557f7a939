// pantau-index: the only file of the program that sees argv and the standard streams. Chooses the
// command of indexer/commands/ that the options ask for.
#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

#include <unistd.h>

#include "common/error.h"
#include "indexer/commands/commands.h"
#include "indexer/options.h"

namespace pantau {
namespace {

using Mode = IndexOptions::Mode;

/// Does the program do nothing but print? A reader who has seen enough, such as `head`, then ends
/// it without a word, as it ends other programs.
bool only_prints(Mode mode) {
  return mode == Mode::answer || mode == Mode::explain || mode == Mode::extract ||
         mode == Mode::check || mode == Mode::stats || mode == Mode::print;
}

int run(const IndexOptions& options, const Console& console) {
  if (only_prints(options.mode)) std::signal(SIGPIPE, SIG_DFL);
  switch (options.mode) {
    case Mode::answer:
      console.out << options.answer;
      return exit_done;
    case Mode::feed:
      return feed(options, console);
    case Mode::dry_run:
      return dry_run(options, console);
    case Mode::extract:
      return extract(options, console);
    case Mode::explain:
      return explain(options, console);
    default:
      return keep_up(options, console);
  }
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
  const char* const index = std::getenv("PANTAU_DB");
  const pantau::Console console{std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) != 0};
  return pantau::run(
      pantau::parse_index_options({argv + 1, argv + argc}, index != nullptr ? index : ""), console);
} catch (const pantau::Error& error) {
  const bool locked = error.kind() == pantau::Error::Kind::locked;
  return pantau::fail(error.what(), locked ? pantau::exit_locked : pantau::exit_failure);
} catch (const std::exception& error) {
  return pantau::fail(error.what(), pantau::exit_failure);
} catch (...) {
  return pantau::fail("internal error", pantau::exit_failure);
}
