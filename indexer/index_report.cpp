#include "indexer/index_report.h"

#include <algorithm>
#include <iomanip>
#include <numeric>
#include <sstream>

namespace pantau {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

std::uint64_t sum(const Counts& counts) {
  return std::accumulate(
      counts.begin(), counts.end(), std::uint64_t{0},
      [](std::uint64_t total, const auto& count) { return total + count.second; });
}

/// "rejected 3 (binary 1, invalid-json 2)".
void render_counts(std::string_view name, const Counts& counts, std::ostream& out) {
  if (counts.empty()) return;
  out << name << ' ' << sum(counts) << " (";
  const char* separator = "";
  for (const auto& [reason, count] : counts) {
    out << separator << reason << ' ' << count;
    separator = ", ";
  }
  out << ")\n";
}

}  // namespace

void IndexReport::count(Written written) {
  switch (written) {
    case Written::added:
      ++added;
      break;
    case Written::replaced:
      ++replaced;
      break;
    case Written::unchanged:
      ++unchanged;
      break;
    case Written::deleted:
      ++deleted;
      break;
  }
}

std::uint64_t IndexReport::rejected_records() const {
  return sum(rejected);
}

std::uint64_t IndexReport::damaged_records() const {
  return rejected_records() - sound_pages;
}

std::uint64_t IndexReport::warnings_given() const {
  return sum(warnings);
}

void render_report(const IndexReport& report, std::ostream& out) {
  std::ostringstream text;
  const double megabytes = static_cast<double>(report.text_bytes) / 1e6;
  const double seconds = std::max(report.elapsed.count(), 1e-3);
  text << "read " << report.read << ", indexed " << report.added << ", replaced " << report.replaced
       << ", unchanged " << report.unchanged << ", rejected " << report.rejected_records() << '\n';
  if (report.deleted > 0)
    text << "left out " << report.deleted << ", as they were deleted from this index\n";
  render_counts("rejected", report.rejected, text);
  render_counts("skipped", report.skipped, text);
  render_counts("warnings", report.warnings, text);
  if (report.inputs_unchanged + report.inputs_continued > 0)
    text << "inputs: " << report.inputs_unchanged << " unchanged, " << report.inputs_continued
         << " continued\n";
  text << std::fixed << std::setprecision(1) << megabytes << " MB of article text in " << seconds
       << " s, " << megabytes / seconds << " MB/s\n";
  out << text.str();
}

}  // namespace pantau
