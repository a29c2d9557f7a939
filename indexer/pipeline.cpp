#include "indexer/pipeline.h"

#include <filesystem>
#include <memory>
#include <utility>

#include "common/error.h"
#include "common/utf8.h"
#include "indexer/crawl/folder_walk.h"
#include "indexer/crawl/open_input.h"
#include "indexer/extract/extractor.h"
#include "indexer/ordered_workers.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

/// Pages between reader and workers: enough to keep all of them busy, little beside the writer's
/// batch.
constexpr std::size_t max_waiting_bytes = 64U << 20U;

/// Small pages weigh more than their bytes.
constexpr std::size_t page_overhead_bytes = 4U << 10U;

/// One run over all inputs: reads in the owner's thread, extracts in the workers.
class Run {
 public:
  Run(const IndexOptions& options, const PipelineSinks& sinks, Progress& progress)
      : options_{options},
        sinks_{sinks},
        progress_{progress},
        workers_{options.jobs, [limit = options.crawl.max_record_bytes](RawPage page) {
                   return extract_article(std::move(page), limit);
                 }} {}

  /// Everything `input` names: a file, or all files below a folder.
  void read_path(const std::string& input) {
    if (!fs::exists(input)) throw Error{Error::Kind::input, input + ": no such file or folder"};
    const bool is_folder = fs::is_directory(input);
    FolderWalk walk{input};
    while (auto found = walk.next()) {
      if (auto* file = std::get_if<fs::path>(&*found))
        read_file(*file, !is_folder);
      else if (auto* rejected = std::get_if<Rejected>(&*found))
        reject(*rejected);
      else
        ++report_.skipped[std::get<Skipped>(*found).kind];
    }
  }

  /// `named`: a user named this input, and wants to hear if there is nothing in it to index; of
  /// files in a folder many are rightly nothing.
  void read_source(std::unique_ptr<ByteSource> source, const std::string& name, bool named) {
    const auto reader = open_input(std::move(source), to_valid_utf8(name), options_.crawl);
    std::optional<std::string> only_skipped;
    for (bool first = true; auto record = reader->next(); first = false) {
      const auto* skipped = std::get_if<Skipped>(&*record);
      if (skipped != nullptr && first)
        only_skipped = skipped->kind;
      else
        only_skipped.reset();
      if (!only_skipped || !named) take(std::move(*record));
      progress_.update(finished_bytes_ + reader->position().input, report_.read);
    }
    if (only_skipped && named)
      take(Rejected{{to_valid_utf8(name), 0},
                    "",
                    *only_skipped,
                    "nothing in it looks like an article; if it is one, name its --format"});
    finished_bytes_ += reader->position().input;
  }

  IndexReport finish() {
    while (!workers_.empty()) hand_over();
    report_.input_bytes = finished_bytes_;
    return std::move(report_);
  }

 private:
  void read_file(const fs::path& path, bool named) {
    try {
      read_source(std::make_unique<FileSource>(path), path.string(), named);
    } catch (const Error& error) {
      if (error.kind() != Error::Kind::input) throw;
      reject({{to_valid_utf8(path.string()), 0}, "", "unreadable", error.what()});
    }
  }

  void take(CrawlRecord&& record) {
    if (auto* rejected = std::get_if<Rejected>(&record)) {
      ++report_.read;
      return reject(*rejected);
    }
    if (auto* skipped = std::get_if<Skipped>(&record)) {
      ++report_.skipped[skipped->kind];
      return;
    }
    if (auto* warning = std::get_if<Warning>(&record)) {
      ++report_.warnings[warning->reason];
      return sinks_.warning(*warning);
    }
    RawPage& page = std::get<RawPage>(record);
    const std::size_t size = page.bytes.size() + page_overhead_bytes;
    while (!workers_.empty() && workers_.bytes_waiting() + size > max_waiting_bytes) hand_over();
    workers_.push(std::move(page), size);
  }

  void hand_over() {
    Extracted extracted = workers_.pop();
    if (auto* skipped = std::get_if<Skipped>(&extracted)) {
      ++report_.skipped[skipped->kind];
      return;
    }
    ++report_.read;
    if (auto* rejected = std::get_if<Rejected>(&extracted)) return reject(*rejected);
    Article& article = std::get<Article>(extracted);
    report_.text_bytes += article.text.size();
    sinks_.article(std::move(article), report_);
  }

  void reject(const Rejected& rejected) {
    ++report_.rejected[rejected.reason];
    sinks_.rejected(rejected);
  }

  const IndexOptions& options_;
  const PipelineSinks& sinks_;
  Progress& progress_;
  OrderedWorkers<RawPage, Extracted> workers_;
  IndexReport report_;
  std::uint64_t finished_bytes_ = 0;
};

std::uint64_t bytes_below(const fs::path& path) {
  std::error_code error;  // the run itself says what cannot be read
  if (!fs::is_directory(path, error)) {
    const std::uintmax_t size = fs::file_size(path, error);
    return error ? 0 : size;
  }
  std::uint64_t sum = 0;
  FolderWalk walk{path};
  while (const auto found = walk.next())
    if (const auto* file = std::get_if<fs::path>(&*found)) sum += bytes_below(*file);
  return sum;
}

}  // namespace

std::uint64_t total_bytes(const std::vector<std::string>& inputs) {
  std::uint64_t sum = 0;
  for (const std::string& input : inputs) {
    if (input == "-") return 0;
    sum += bytes_below(input);
  }
  return sum;
}

IndexReport run_pipeline(const IndexOptions& options, std::istream& standard_input,
                         const PipelineSinks& sinks, Progress& progress) {
  const auto start = std::chrono::steady_clock::now();
  Run run{options, sinks, progress};
  for (const std::string& input : options.inputs) {
    if (input == "-")
      run.read_source(std::make_unique<StreamSource>(standard_input), "-", true);
    else
      run.read_path(input);
  }
  IndexReport report = run.finish();
  report.elapsed = std::chrono::steady_clock::now() - start;
  return report;
}

}  // namespace pantau
