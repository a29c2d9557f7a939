// pantau.cgi: the only file of the program that sees the environment, the standard streams, signals
// and the limits of the process. One request, one answer, written once.
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "common/error.h"
#include "searcher/page/respond.h"

namespace pantau {
namespace {

constexpr const char* index_variable = "PANTAU_DB";
constexpr const char* config_variable = "PANTAU_CONFIG";
constexpr const char* default_config = "/etc/pantau/pantau-cgi.conf";

/// What the signal handler sends when time or memory is over: made before the work starts, because
/// a handler may not allocate (signal-safety(7)).
struct LastWord {
  std::array<char, 2'048> text;
  std::size_t size;
  std::array<char, 512> log;
  std::size_t log_size;
};
LastWord last_word;  // NOLINT: the one thing a signal handler can reach

void write_all(int file, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = write(file, bytes, size);
    if (written <= 0) return;  // nobody listens any more
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
}

extern "C" void give_up(int /*signal*/) {
  write_all(STDOUT_FILENO, last_word.text.data(), last_word.size);
  write_all(STDERR_FILENO, last_word.log.data(), last_word.log_size);
  _exit(EXIT_FAILURE);
}

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

PageConfig read_config() {
  const std::string named = variable(config_variable);
  std::ifstream file{named.empty() ? default_config : named};
  if (!file && !named.empty())
    throw Error{Error::Kind::usage, named + ": this configuration cannot be read"};
  PageConfig config = parse_config(std::string{std::istreambuf_iterator<char>{file}, {}});
  if (const std::string index = variable(index_variable); !index.empty()) config.indexes = {index};
  if (config.indexes.empty())
    throw Error{Error::Kind::usage, std::string{"no index named; set "} + index_variable};
  return config;
}

std::string time_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

void prepare_last_word(const PageConfig& config) {
  const PageResponse response = unavailable_response();
  const std::string text = serialize(response, variable("REQUEST_METHOD") == "HEAD");
  last_word.size = text.copy(last_word.text.data(), last_word.text.size());
  RequestLog log;
  log.problem = "out of time or memory, or the index is damaged";
  const auto ms = static_cast<std::uint64_t>(config.deadline.count());
  const std::string line = log_line(log, response, time_now(), ms, false);
  last_word.log_size = line.copy(last_word.log.data(), last_word.log.size());
}

/// The deadline by the clock and by the processor, and the memory one request may take.
void set_limits(const PageConfig& config) {
  prepare_last_word(config);
  std::signal(SIGPIPE, SIG_IGN);  // a client that has gone is no failure
  for (const int signal : {SIGALRM, SIGXCPU, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGTERM})
    std::signal(signal, give_up);
  const auto ms = config.deadline.count();
  const itimerval timer{{0, 0}, {ms / 1'000, ms % 1'000 * 1'000}};
  setitimer(ITIMER_REAL, &timer, nullptr);
  const auto seconds = static_cast<rlim_t>(ms / 1'000 + 1);
  const rlimit processor{seconds, seconds + 1};
  setrlimit(RLIMIT_CPU, &processor);
#ifndef __SANITIZE_ADDRESS__  // which maps terabytes
  const rlimit memory{config.memory, config.memory};
  if (config.memory > 0) setrlimit(RLIMIT_AS, &memory);
#endif
}

/// A body that nobody reads makes some servers lose the answer; a longer one than this is an
/// attack.
void discard_body() {
  if (variable("CONTENT_LENGTH").empty() || variable("CONTENT_LENGTH") == "0") return;
  std::array<char, 4'096> piece{};
  constexpr int most_pieces = 16;
  for (int i = 0; i < most_pieces && read(STDIN_FILENO, piece.data(), piece.size()) > 0; ++i)
    continue;
}

PageResponse answer(const HttpRequest& request, bool& log_queries, RequestLog& log) try {
  const PageConfig config = read_config();
  log_queries = config.log_queries;
  set_limits(config);
  discard_body();
  return respond(
      request, config, [&] { return std::make_unique<IndexReader>(config.indexes); }, log);
} catch (const std::exception& error) {
  log.problem = error.what();
  return unavailable_response();
}

void run() {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start = Clock::now();
  bool log_queries = false;
  RequestLog log;
  const HttpRequest request = read_request(variable);
  const PageResponse response = answer(request, log_queries, log);
  const std::string text = serialize(response, request.method == "HEAD");
  std::signal(SIGALRM, SIG_IGN);  // the answer is ready; from here on it is the client's time
  write_all(STDOUT_FILENO, text.data(), text.size());
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
  const std::string line =
      log_line(log, response, time_now(), static_cast<std::uint64_t>(ms.count()), log_queries);
  write_all(STDERR_FILENO, line.data(), line.size());
}

}  // namespace
}  // namespace pantau

int main() {
  pantau::run();
  return EXIT_SUCCESS;
}
