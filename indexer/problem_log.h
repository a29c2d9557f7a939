// What a run tells about single records while it reads: the first problems as lines, every rejected
// record in the report file. Tested by tests/cli/index_test.cpp.
#pragma once

#include <cstdint>
#include <fstream>
#include <string>

#include "indexer/crawl/raw_page.h"
#include "indexer/progress.h"

namespace pantau {

class ProblemLog {
 public:
  /// Appends rejected records to the file `report` as JSON lines; "" for none. Throws Error{input}
  /// if it cannot be written. `progress`, which shows the lines, outlives the log.
  ProblemLog(const std::string& report, Progress& progress);

  void add(const Rejected& rejected);
  void add(const Warning& warning);

  /// Says that `file` is read from byte `offset` on, as an earlier run read it that far. As few of
  /// these are shown as of problems.
  void add_continued(const std::string& file, std::uint64_t offset);

  /// Throws Error{input} if not all of the report could be written.
  void finish();

 private:
  void show(const Origin& origin, const char* what, const std::string& reason,
            const std::string& detail);

  Progress& progress_;
  std::ofstream file_;
  std::uint64_t shown_ = 0;
  std::uint64_t continued_ = 0;
};

}  // namespace pantau
