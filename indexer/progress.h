// How far a run is, for whoever waits: a bar on a terminal, a line now and then elsewhere.
// Tested by tests/indexer/progress_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>

namespace pantau {

class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  /// `total_bytes` of input, 0 if unknown. `out` is kept open by the caller.
  Progress(std::ostream& out, bool is_terminal, std::uint64_t total_bytes);
  ~Progress() { finish(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Shows the numbers if it is time to.
  void update(std::uint64_t bytes_read, std::uint64_t articles,
              Clock::time_point now = Clock::now());

  /// The first `articles` of the run are safe: in the bar, or a line at once.
  void committed(std::uint64_t articles);

  /// Prints `line` so that the bar does not tear it.
  void message(const std::string& line);

  /// Takes the bar away.
  void finish();

 private:
  [[nodiscard]] std::string text(std::uint64_t bytes_read, std::uint64_t articles) const;

  std::ostream& out_;
  bool is_terminal_;
  std::uint64_t total_bytes_;
  Clock::time_point last_ = Clock::now();
  std::uint64_t committed_ = 0;
  std::string bar_;  ///< what is on the terminal's last line
};

}  // namespace pantau
