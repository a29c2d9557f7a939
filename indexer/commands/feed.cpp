// Inputs into an index: plans them, chooses how to write, reads, commits and reports. Entrance:
// feed. Tested by tests/cli/index_test.cpp and tests/cli/resume_test.cpp.
#include <csignal>

#include "indexer/commands/commands.h"
#include "indexer/commands/reading_run.h"
#include "indexer/index/index_writer.h"
#include "indexer/index_sink.h"
#include "indexer/stop_signal.h"

namespace pantau {
namespace {

CommitPolicy policy_of(const IndexOptions& options) {
  CommitPolicy policy;
  policy.asked_documents = options.commit_every;
  return policy;
}

/// Keeps what was read, unless it was to replace all that is there.
void end(const IndexOptions& options, bool is_stopped, bool has_failed, IndexWriter& writer) {
  if (!is_stopped && !has_failed) return writer.finish();
  if (!is_stopped || !options.rebuild) writer.commit();
}

void say_stopped(const IndexOptions& options, std::ostream& err) {
  err << "pantau-index: stopped by " << (caught_stop_signal() == SIGINT ? "SIGINT" : "SIGTERM")
      << (options.rebuild ? "; the index is as it was before"
                          : "; what was read is committed: run the same command again to go on")
      << '\n';
}

}  // namespace

int feed(const IndexOptions& options, const Console& console) {
  require_inputs(options.inputs);
  require_index_apart(options.index, options.inputs);
  catch_stop_signals();
  IndexWriter writer{options.index,
                     options.rebuild ? IndexWriter::Mode::rebuild : IndexWriter::Mode::update,
                     policy_of(options), options.wait};
  const std::vector<PlannedInput> plan =
      plan_inputs(options, [&](const std::string& path) { return writer.input(path); });
  writer.prepare(options.build, unread_bytes(plan), options.jobs);
  ReadingRun run{options, console, plan,
                 options.rebuild
                     ? "the index stays as it was before"
                     : "what was read is made durable first, which can take a minute; a "
                       "second signal ends at once and loses what is not committed"};
  IndexSink sink{writer, run.progress()};
  run.read_into(sink);
  const bool is_stopped = caught_stop_signal() != 0;
  end(options, is_stopped, run.has_failed(), writer);
  if (is_stopped && options.rebuild) run.report().forget_articles();
  const int code = run.finish();
  if (is_stopped) say_stopped(options, console.err);
  return code;
}

}  // namespace pantau
