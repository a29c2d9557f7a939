// What all commands that read inputs have in common: progress, problems, the pipeline, the report
// and the exit code.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "indexer/article_sink.h"
#include "indexer/console.h"
#include "indexer/index_report.h"
#include "indexer/input_plan.h"
#include "indexer/options.h"
#include "indexer/problem_log.h"
#include "indexer/progress.h"

namespace pantau {

class ReadingRun {
 public:
  /// All but `when_stopped` outlive the run. A signal is answered at once with `when_stopped`: what
  /// ending does now.
  ReadingRun(const IndexOptions& options, const Console& console,
             const std::vector<PlannedInput>& plan, std::string when_stopped);

  [[nodiscard]] Progress& progress() { return progress_; }

  /// Reads all of the plan into `sink`, or up to where a signal stops it.
  void read_into(ArticleSink& sink);

  /// What was done; to be corrected by who knows better what became of the articles.
  [[nodiscard]] IndexReport& report() { return report_; }

  /// Whether the run fails because records were rejected or mended (--strict).
  [[nodiscard]] bool has_failed() const;

  /// Prints the report and gives the exit code. The last call, once all is done.
  [[nodiscard]] int finish();

 private:
  [[nodiscard]] bool is_stopped();

  const IndexOptions& options_;
  const Console& console_;
  const std::vector<PlannedInput>& plan_;
  Progress progress_;
  ProblemLog problems_;
  std::string when_stopped_;  ///< "" once it was said
  IndexReport report_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// Stops a run whose reader has gone, or whose disk is full, at once.
void require_output(std::ostream& out);

}  // namespace pantau
