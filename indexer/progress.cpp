#include "indexer/progress.h"

#include <algorithm>

namespace pantau {
namespace {

/// Fast enough to look alive, slow enough to cost nothing.
constexpr std::chrono::milliseconds bar_interval{200};

/// In a log, one line a while says that all is well.
constexpr std::chrono::seconds line_interval{10};

constexpr std::size_t bar_cells = 24;

std::string megabytes(std::uint64_t bytes) {
  const std::uint64_t tenths = bytes / 100'000;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " MB";
}

}  // namespace

Progress::Progress(std::ostream& out, bool is_terminal, std::uint64_t total_bytes)
    : out_{out}, is_terminal_{is_terminal}, total_bytes_{total_bytes} {}

std::string Progress::text(std::uint64_t bytes_read, std::uint64_t articles) const {
  std::string counts = megabytes(bytes_read) + " read, " + std::to_string(articles) + " articles";
  if (is_terminal_ && committed_ > 0) counts += ", " + std::to_string(committed_) + " committed";
  if (total_bytes_ == 0) return counts;
  const std::uint64_t done = std::min(bytes_read, total_bytes_);
  const std::string percent = std::to_string(done * 100 / total_bytes_) + "%";
  if (!is_terminal_) return percent + ", " + counts;
  const std::size_t cells = static_cast<std::size_t>(done * bar_cells / total_bytes_);
  return '[' + std::string(cells, '#') + std::string(bar_cells - cells, '.') + "] " + percent +
         "  " + counts;
}

void Progress::update(std::uint64_t bytes_read, std::uint64_t articles, Clock::time_point now) {
  const Clock::duration interval = is_terminal_ ? Clock::duration{bar_interval} : line_interval;
  if (now - last_ < interval) return;
  last_ = now;
  const std::string line = text(bytes_read, articles);
  if (is_terminal_) {
    bar_ = line;
    out_ << '\r' << line << "\x1b[K" << std::flush;
  } else {
    out_ << line << '\n';
  }
}

void Progress::committed(std::uint64_t articles) {
  committed_ = articles;
  if (!is_terminal_) out_ << "committed " << articles << " articles\n" << std::flush;
}

void Progress::message(const std::string& line) {
  if (!bar_.empty()) out_ << "\r\x1b[K";
  out_ << line << '\n' << bar_ << std::flush;
}

void Progress::finish() {
  if (!bar_.empty()) out_ << "\r\x1b[K" << std::flush;
  bar_.clear();
}

}  // namespace pantau
