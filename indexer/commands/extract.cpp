// The two commands that read inputs and write no index. Entrances: extract, dry_run. Tested by
// tests/cli/extract_test.cpp and tests/cli/index_test.cpp.
#include <csignal>
#include <ostream>

#include "indexer/commands/commands.h"
#include "indexer/commands/reading_run.h"
#include "indexer/index/index_contents.h"
#include "indexer/latest_articles.h"
#include "indexer/stop_signal.h"

namespace pantau {
namespace {

int finish(ReadingRun& run, std::ostream& err) {
  const int code = run.finish();
  if (code >= exit_stopped_base)
    err << "pantau-index: stopped by " << (caught_stop_signal() == SIGINT ? "SIGINT" : "SIGTERM")
        << '\n';
  return code;
}

/// What a feed of the index would read, or where none is named, of an empty one.
std::vector<PlannedInput> plan_for_index(const IndexOptions& options) {
  return options.index.empty() ? plan_inputs(options, no_known_input)
                               : plan_inputs(options, known_inputs(options.index));
}

}  // namespace

int extract(const IndexOptions& options, const Console& console) {
  require_inputs(options.inputs);
  catch_stop_signals();
  const std::vector<PlannedInput> plan = plan_inputs(options, no_known_input);
  LatestArticles latest;
  ReadingRun run{options, console, plan, "what was found is printed first"};
  run.read_into(latest);
  run.report().replaced = latest.print(console.out);
  run.report().added -= run.report().replaced;
  return finish(run, console.err);
}

int dry_run(const IndexOptions& options, const Console& console) {
  require_inputs(options.inputs);
  catch_stop_signals();
  const std::vector<PlannedInput> plan = plan_for_index(options);
  if (!options.index.empty()) render_plan(plan, console.out);
  CountingSink sink;
  ReadingRun run{options, console, plan, "the pages at hand are finished first"};
  run.read_into(sink);
  return finish(run, console.err);
}

}  // namespace pantau
