#include "indexer/commands/reading_run.h"

#include <utility>

#include "common/error.h"
#include "indexer/commands/commands.h"
#include "indexer/pipeline.h"
#include "indexer/stop_signal.h"

namespace pantau {

ReadingRun::ReadingRun(const IndexOptions& options, const Console& console,
                       const std::vector<PlannedInput>& plan, std::string when_stopped)
    : options_{options},
      console_{console},
      plan_{plan},
      progress_{console.err, console.err_is_terminal, total_bytes(plan)},
      problems_{options.report, progress_},
      when_stopped_{std::move(when_stopped)} {}

bool ReadingRun::is_stopped() {
  if (caught_stop_signal() == 0) return false;
  if (!when_stopped_.empty())
    progress_.message("pantau-index: stopping: " + std::exchange(when_stopped_, ""));
  return true;
}

void ReadingRun::read_into(ArticleSink& sink) {
  report_ = run_pipeline(
      options_, plan_, {console_.in, sink, problems_, progress_, [this] { return is_stopped(); }});
}

bool ReadingRun::has_failed() const {
  return options_.strict && (report_.rejected_records() > 0 || report_.warnings_given() > 0);
}

int ReadingRun::finish() {
  report_.elapsed = std::chrono::steady_clock::now() - start_;
  progress_.finish();
  problems_.finish();
  render_report(report_, console_.err);
  require_output(console_.out);
  if (caught_stop_signal() != 0) return exit_stopped_base + caught_stop_signal();
  if (has_failed()) return exit_failure;
  return report_.damaged_records() > 0 ? exit_rejected : exit_done;
}

void require_output(std::ostream& out) {
  out.flush();
  if (!out) throw Error{Error::Kind::input, "standard output cannot be written"};
}

}  // namespace pantau
