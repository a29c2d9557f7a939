#include "indexer/problem_log.h"

#include "common/error.h"
#include "indexer/render_json.h"

namespace pantau {
namespace {

/// Problems shown one by one; a crawl can have millions of them.
constexpr std::uint64_t max_shown_problems = 20;

}  // namespace

ProblemLog::ProblemLog(const std::string& report, Progress& progress) : progress_{progress} {
  if (report.empty()) return;
  file_.open(report, std::ios::app);
  if (!file_) throw Error{Error::Kind::input, report + ": cannot be written"};
}

void ProblemLog::add(const Rejected& rejected) {
  if (file_.is_open()) render_rejected(rejected, file_);
  show(rejected.origin, "rejected", rejected.reason, rejected.detail);
}

void ProblemLog::add(const Warning& warning) {
  show(warning.origin, "warning", warning.reason, warning.detail);
}

void ProblemLog::add_continued(const std::string& file, std::uint64_t offset) {
  if (++continued_ <= max_shown_problems)
    progress_.message("pantau-index: " + file + ": continued at byte " + std::to_string(offset));
}

void ProblemLog::finish() {
  if (!file_.is_open()) return;
  file_.close();
  if (!file_) throw Error{Error::Kind::input, "the report cannot be written"};
}

void ProblemLog::show(const Origin& origin, const char* what, const std::string& reason,
                      const std::string& detail) {
  if (++shown_ > max_shown_problems) return;
  progress_.message("pantau-index: " + origin.file + ':' + std::to_string(origin.offset) + ": " +
                    what + " (" + reason + ')' + (detail.empty() ? "" : ": " + detail));
  if (shown_ == max_shown_problems)
    progress_.message(
        "pantau-index: further problems are only counted; --report FILE lists all rejected");
}

}  // namespace pantau
