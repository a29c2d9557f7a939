#include "indexer/index/child_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <string>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/error.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

constexpr const char* advice = "; it is damaged: build it anew with --rebuild";

/// What a child says: a letter for how it ended, and the message of an error after its kind.
constexpr char done = 'd', failed = 'e';

std::string result_of(const std::filesystem::path& where, const std::function<void()>& work) {
  const auto failure = [](Error::Kind kind, const std::string& message) {
    return std::string{failed, static_cast<char>('0' + static_cast<int>(kind))} + message;
  };
  try {
    work();
    return {done};
  } catch (const Error& error) {
    return failure(error.kind(), error.what());
  } catch (const std::exception& error) {
    return failure(Error::Kind::index,
                   where.string() + ": cannot be read: " + error.what() + advice);
  }
}

[[noreturn]] void be_child(const std::filesystem::path& where, std::chrono::seconds most_time,
                           const std::function<void()>& work, int out) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The program's handlers would speak of a crash of its own, and hide the signal from the parent.
  for (const int crash : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT}) std::signal(crash, SIG_DFL);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  const auto seconds = static_cast<rlim_t>(most_time.count());
  const rlimit time{seconds, seconds + 1};
  setrlimit(RLIMIT_CPU, &time);
  const std::string said = result_of(where, work);
  const bool told = write(out, said.data(), said.size()) == static_cast<ssize_t>(said.size());
  _exit(told ? 0 : 1);
}

std::string read_all(int in) {
  std::string all;
  std::array<char, 4'096> piece{};
  for (;;) {
    const ssize_t size = read(in, piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return all;
    all.append(piece.data(), static_cast<std::size_t>(size));
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

}  // namespace

void run_in_child(const std::filesystem::path& where, std::chrono::seconds most_time,
                  const std::function<void()>& work) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) fail_index(where, std::string{"no pipe: "} + std::strerror(errno));
  const pid_t child = fork();
  if (child == 0) be_child(where, most_time, work, ends[1]);
  const int reason = errno;
  close(ends[1]);
  const std::string said = read_all(ends[0]);
  close(ends[0]);
  if (child < 0) fail_index(where, std::string{"no process to read it: "} + std::strerror(reason));
  const int status = wait_for(child);
  if (said == std::string{done}) return;
  if (said.size() >= 2 && said[0] == failed)
    throw Error{static_cast<Error::Kind>(said[1] - '0'), said.substr(2)};
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
    fail_index(where, std::string{"reading it does not come to an end"} + advice);
  fail_index(where, "reading it crashed" +
                        (WIFSIGNALED(status) ? std::string{" ("} + strsignal(WTERMSIG(status)) +
                                                   ")"  // NOLINT: one thread
                                             : std::string{}) +
                        advice);
}

std::chrono::seconds longest_check(std::uint64_t bytes) {
  constexpr std::uint64_t bytes_per_second = 5'000'000;  // a tenth of the speed that was measured
  constexpr std::chrono::seconds least{10};
  return least + std::chrono::seconds{bytes / bytes_per_second};
}

}  // namespace pantau
