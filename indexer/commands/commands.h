// What pantau-index can do, a function each: main chooses one by IndexOptions::mode. Each throws
// Error and returns the exit code of the program.
#pragma once

#include "indexer/console.h"
#include "indexer/options.h"

namespace pantau {

enum ExitCode {
  exit_done = 0,
  exit_rejected = 1,  ///< some records were damaged, or there was nothing to do
  exit_failure = 2,
  exit_locked = 75,         ///< another process writes to the index
  exit_stopped_base = 128,  ///< and the number of the signal that stopped the run
};

/// Inputs into the index. Tested by tests/cli/index_test.cpp and tests/cli/resume_test.cpp.
[[nodiscard]] int feed(const IndexOptions& options, const Console& console);

/// Reads and reports what a feed would, after a plan of it if an index is named; writes nothing.
/// Tested by tests/cli/index_test.cpp.
[[nodiscard]] int dry_run(const IndexOptions& options, const Console& console);

/// The articles of the inputs as JSON lines. Tested by tests/cli/extract_test.cpp.
[[nodiscard]] int extract(const IndexOptions& options, const Console& console);

/// How the pages of the inputs were read, for a person. Tested by tests/cli/extract_test.cpp.
[[nodiscard]] int explain(const IndexOptions& options, const Console& console);

/// What is done with an index besides feeding it: --check, --stats, --export, --delete,
/// --delete-outlet, --undelete, --expire, --merge, --compact, --snapshot, --upgrade. Tested by
/// tests/cli/upkeep_test.cpp.
[[nodiscard]] int keep_up(const IndexOptions& options, const Console& console);

}  // namespace pantau
