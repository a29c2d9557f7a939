// What a run did, counted: the numbers of the final report and of the exit code.
// Tested by tests/indexer/index_report_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>

#include "indexer/index/written.h"

namespace pantau {

struct IndexReport {
  std::uint64_t read = 0;  ///< records that were to become articles
  std::uint64_t added = 0, replaced = 0, unchanged = 0;
  std::uint64_t deleted = 0;           ///< left out, as somebody deleted them from the index
  std::uint64_t sound_pages = 0;       ///< of the rejected: pages that are no articles
  std::uint64_t inputs_unchanged = 0;  ///< read by an earlier run, and not read again
  std::uint64_t inputs_continued = 0;  ///< read from where an earlier run ended
  std::uint64_t text_bytes = 0;        ///< of the articles' bodies
  std::map<std::string, std::uint64_t> rejected, skipped, warnings;  ///< by reason
  std::chrono::duration<double> elapsed{};

  void count(Written written);

  /// None of the articles is kept: what was written is thrown away.
  void forget_articles() { added = replaced = unchanged = deleted = 0; }
  [[nodiscard]] std::uint64_t rejected_records() const;
  [[nodiscard]] std::uint64_t damaged_records() const;  ///< rejected, and no sound pages
  [[nodiscard]] std::uint64_t warnings_given() const;
};

/// A few lines for a person: read, indexed, replaced, unchanged, rejected by reason, MB/s.
void render_report(const IndexReport& report, std::ostream& out);

}  // namespace pantau
