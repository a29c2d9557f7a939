// The loop that joins the stages of a run: planned inputs -> readers -> workers -> a sink, with the
// report beside it. Entrance: run_pipeline. Tested by tests/cli/index_test.cpp and, for runs that
// follow other runs, tests/cli/resume_test.cpp.
#pragma once

#include <functional>
#include <istream>
#include <vector>

#include "indexer/article_sink.h"
#include "indexer/index_report.h"
#include "indexer/input_plan.h"
#include "indexer/options.h"
#include "indexer/problem_log.h"
#include "indexer/progress.h"

namespace pantau {

/// What a run is joined to. All are used from the thread that runs the pipeline, in the order of
/// the inputs, and outlive it.
struct PipelineEnds {
  std::istream& standard_input;
  ArticleSink& sink;
  ProblemLog& problems;
  Progress& progress;
  std::function<bool()> is_stopped;  ///< ends the run before the next record
};

/// Reads every input of `plan` and hands every article to the sink. Throws what the sink throws; an
/// input that cannot be read is a rejected record.
[[nodiscard]] IndexReport run_pipeline(const IndexOptions& options,
                                       const std::vector<PlannedInput>& plan,
                                       const PipelineEnds& ends);

}  // namespace pantau
