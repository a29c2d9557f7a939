// SIGINT and SIGTERM, which ask a run to end in good order. Tested by tests/cli/resume_test.cpp.
#pragma once

namespace pantau {

/// From now on the first of these signals is only remembered; the next one of its kind ends the
/// process at once.
void catch_stop_signals();

/// The number of the signal that was caught, or 0.
[[nodiscard]] int caught_stop_signal();

}  // namespace pantau
