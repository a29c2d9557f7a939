// When a search must have ended. Xapian's own time limit does not stop a match, so there are two of
// ours: what is looked at between documents (Deadline), and a signal for a match that gets stuck
// before it finds one (AlarmScope). Tested by tests/searcher/deadline_test.cpp.
#pragma once

#include <chrono>
#include <optional>

namespace pantau {

class Deadline {
 public:
  Deadline() = default;  ///< never

  /// That long from now; zero is never.
  explicit Deadline(std::chrono::milliseconds timeout) {
    if (timeout.count() > 0) at_ = Clock::now() + timeout;
  }

  [[nodiscard]] bool passed() const { return at_ && Clock::now() >= *at_; }
  [[nodiscard]] bool is_set() const { return at_.has_value(); }

  /// Zero when passed, and when never.
  [[nodiscard]] std::chrono::milliseconds left() const;

 private:
  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> at_;
};

/// While it lives the process gets SIGALRM when `deadline` has passed by `grace`; never if the
/// deadline is not set. The program has a handler that ends it. An alarm that the program had set
/// before keeps its time.
class AlarmScope {
 public:
  AlarmScope(const Deadline& deadline, std::chrono::milliseconds grace);
  ~AlarmScope();
  AlarmScope(const AlarmScope&) = delete;
  AlarmScope& operator=(const AlarmScope&) = delete;

 private:
  using Clock = std::chrono::steady_clock;
  bool set_;                                ///< an alarm of its own
  std::optional<Clock::time_point> outer_;  ///< when the alarm set before is due
};

}  // namespace pantau
