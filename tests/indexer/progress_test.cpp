#include "indexer/progress.h"

#include <sstream>

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a terminal gets a bar that goes away, a log gets a line now and then") {
  using namespace std::chrono_literals;
  const auto later = Progress::Clock::now() + 1h;
  std::ostringstream terminal, log;
  Progress bar{terminal, true, 1'000'000};
  bar.update(500'000, 12, later);
  bar.update(500'000, 13, later);
  CHECK(terminal.str() == "\r[############............] 50%  0.5 MB read, 12 articles\x1b[K");
  bar.committed(10);
  bar.update(500'000, 14, later + 1h);
  CHECK(terminal.str().ends_with("0.5 MB read, 14 articles, 10 committed\x1b[K"));
  bar.finish();
  CHECK(terminal.str().ends_with("\r\x1b[K"));

  Progress lines{log, false, 1'000'000};
  lines.update(250'000, 12, later);
  lines.update(250'000, 12, later + 1s);
  lines.message("a.txt: rejected");
  lines.committed(10);
  CHECK(log.str() == "25%, 0.2 MB read, 12 articles\na.txt: rejected\ncommitted 10 articles\n");

  std::ostringstream stream;
  Progress unknown{stream, false, 0};
  unknown.update(250'000, 12, later);
  CHECK(stream.str() == "0.2 MB read, 12 articles\n");
}

}  // namespace pantau
