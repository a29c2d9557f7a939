// pantau.cgi: the only file of the program that sees the environment, the standard streams, signals
// and the limits of the process. One request, one answer, written once.
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "common/error.h"
#include "searcher/page/respond.h"
#include "searcher/search/recency.h"

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

/// Bytes of a configuration file: a page of comments for every setting would not fill it.
constexpr std::size_t max_config = 65'536;

/// "" where there is no file and none was named.
std::string config_text() {
  const std::string named = variable(config_variable);
  const std::string path = named.empty() ? default_config : named;
  std::error_code none;
  if (named.empty() && !std::filesystem::exists(path, none)) return {};
  std::ifstream file{path};
  std::string text(max_config + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || !file.is_open() || file.gcount() < 0 || std::filesystem::is_directory(path))
    throw Error{Error::Kind::usage, path + ": this configuration cannot be read"};
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > max_config) throw Error{Error::Kind::usage, path + ": is no configuration"};
  return text;
}

PageConfig read_config() {
  PageConfig config = parse_config(config_text());
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
  log.problem = "out of time or memory, stopped by the server, or the index is damaged";
  const auto ms = static_cast<std::uint64_t>(config.deadline.count());
  const std::string line = log_line(log, response, time_now(), ms, false);
  last_word.log_size = line.copy(last_word.log.data(), last_word.log.size());
}

/// What ends a request from outside, and what it does to itself.
constexpr std::array stops{SIGALRM, SIGXCPU, SIGTERM};
constexpr std::array crashes{SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL};

void set_deadline(const PageConfig& config) {
  prepare_last_word(config);
  for (const int signal : stops) std::signal(signal, give_up);
  for (const int signal : crashes) std::signal(signal, give_up);
  const auto ms = config.deadline.count();
  const itimerval timer{{0, 0}, {ms / 1'000, ms % 1'000 * 1'000}};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

/// The deadline by the clock and by the processor, and the memory one request may take.
void set_limits(const PageConfig& config) {
  set_deadline(config);
  const auto ms = config.deadline.count();
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
  set_deadline(PageConfig{});  // reading the operator's own may hang too
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
  HttpRequest request = read_request(variable);
  request.today = current_day();
  std::signal(SIGPIPE, SIG_IGN);  // a client that has gone is no failure
  const PageResponse response = answer(request, log_queries, log);
  const std::string text = serialize(response, request.method == "HEAD");
  // The answer is ready; from here on it is the client's time. Some servers stop a program as soon
  // as they have all of its answer, before it has written its line of the log.
  for (const int signal : stops) std::signal(signal, SIG_IGN);
  for (const int signal : crashes) std::signal(signal, SIG_DFL);
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
