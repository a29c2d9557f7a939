#include "indexer/index_report.h"

#include <sstream>

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("the final report counts everything and names every reason") {
  IndexReport report;
  report.read = 10;
  report.added = 5;
  report.replaced = 1;
  report.unchanged = 1;
  report.text_bytes = 5'000'000;
  report.rejected = {{"binary", 1}, {"invalid-json", 2}};
  report.skipped = {{"request", 4}};
  report.inputs_unchanged = 3;
  report.inputs_continued = 1;
  report.elapsed = std::chrono::seconds{2};
  std::ostringstream out;
  render_report(report, out);
  CHECK(out.str() ==
        "read 10, indexed 5, replaced 1, unchanged 1, rejected 3\n"
        "rejected 3 (binary 1, invalid-json 2)\n"
        "skipped 4 (request 4)\n"
        "inputs: 3 unchanged, 1 continued\n"
        "5.0 MB of article text in 2.0 s, 2.5 MB/s\n");
}

}  // namespace pantau
