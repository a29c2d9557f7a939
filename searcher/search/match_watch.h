// Sees every document of a match pass by, keeps the best of them, and stops the match when its time
// is over: what Xapian itself has found by then is lost. Tested by
// tests/searcher/deadline_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

#include "searcher/search/deadline.h"

namespace pantau {

/// Thrown out of a match by MatchWatch.
struct TimedOut {};

class MatchWatch : public Xapian::MatchSpy {
 public:
  struct Seen {
    Xapian::docid id;
    double weight;
  };

  /// Keeps the `depth` heaviest documents. Keeps a reference to `deadline`.
  MatchWatch(const Deadline& deadline, std::size_t depth) : deadline_{deadline}, depth_{depth} {}

  /// Throws TimedOut.
  void operator()(const Xapian::Document& document, double weight) override;

  [[nodiscard]] std::uint64_t count() const { return count_; }

  /// The heaviest documents, heaviest first.
  [[nodiscard]] std::vector<Seen> best() const;

 private:
  const Deadline& deadline_;
  std::size_t depth_;
  std::uint64_t count_ = 0;
  std::vector<Seen> heap_;  ///< the lightest one in front
};

}  // namespace pantau
