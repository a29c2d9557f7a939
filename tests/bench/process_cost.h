// What a whole process costs, for benchmarks that compare programs.
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace pantau {

struct Cost {
  double wall_s, cpu_s;
  int status;  ///< as wait() has it; -1: it cannot be run
};

inline double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

/// Runs a command that reads the file `input`, with its output thrown away.
inline Cost cost_of(std::vector<std::string> words, const std::string& input = "/dev/null") {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int failed =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage used{};
  if (failed != 0 || wait4(child, &status, 0, &used) != child) return {0, 0, -1};
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  return {wall.count(), seconds(used.ru_utime) + seconds(used.ru_stime), status};
}

inline double median(std::vector<Cost> costs, double Cost::*part) {
  std::sort(costs.begin(), costs.end(), [&](Cost a, Cost b) { return a.*part < b.*part; });
  return costs[costs.size() / 2].*part;
}

}  // namespace pantau
