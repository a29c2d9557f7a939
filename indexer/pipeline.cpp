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

/// A page that breaks its extraction costs itself, never the run.
Extracted extract_safely(RawPage page, std::size_t limit, OtherPages others) {
  const Origin origin = page.origin;
  const std::string url = page.url;
  try {
    return extract_article(std::move(page), limit, others);
  } catch (const std::exception& error) {
    return Rejected{origin, url, "extraction-failed", error.what()};
  }
}

/// What becomes of an input whose only record is no article. `named`: see read_source.
CrawlRecord explain_nothing(Skipped only, Origin origin, bool named) {
  constexpr std::string_view file = "file-";
  const bool is_file = only.kind.starts_with(file);
  const std::string packing{is_file ? packing_name(only.kind.substr(file.size())) : ""};
  const std::string advice = packing.empty()
                                 ? "nothing in it looks like an article; if it is one, name its "
                                   "--format"
                                 : "packed as " + packing + ", which is not read; unpack it first";
  if (named) return Rejected{std::move(origin), "", std::move(only.kind), advice};
  if (!packing.empty()) return Warning{std::move(origin), "packed-file", advice};
  return only;
}

/// One run over all inputs: reads in the owner's thread, extracts in the workers.
class Run {
 public:
  Run(const IndexOptions& options, const PipelineSinks& sinks, Progress& progress)
      : options_{options},
        sinks_{sinks},
        progress_{progress},
        workers_{options.jobs,
                 [limit = options.crawl.max_record_bytes,
                  others = options.keep_all ? OtherPages::kept : OtherPages::rejected](
                     RawPage page) { return extract_safely(std::move(page), limit, others); }} {}

  /// Everything `input` names: a file, or all files below a folder.
  void read_path(const std::string& input) {
    std::error_code unknown;
    const bool is_folder = fs::is_directory(input, unknown);
    FolderWalk walk{input};
    while (auto found = walk.next()) {
      if (auto* file = std::get_if<fs::path>(&*found))
        read_file(*file, !is_folder);
      else if (auto* rejected = std::get_if<Rejected>(&*found))
        take(std::move(*rejected));
      else
        take(std::get<Skipped>(*found));
    }
  }

  /// `named`: a user named this input, and wants to hear if there is nothing in it to index; of
  /// files in a folder many are rightly nothing.
  void read_source(std::unique_ptr<ByteSource> source, const std::string& name, bool named) {
    const auto reader = open_input(std::move(source), to_valid_utf8(name), options_.crawl);
    std::optional<Skipped> only;  // all there is so far
    for (bool is_first = true; auto record = next_of(*reader, name); is_first = false) {
      if (only) take(std::move(*std::exchange(only, std::nullopt)));
      if (auto* skipped = std::get_if<Skipped>(&*record); skipped != nullptr && is_first)
        only = std::move(*skipped);
      else
        take(std::move(*record));
      progress_.update(finished_bytes_ + reader->position().input, report_.read);
    }
    if (only) take(explain_nothing(std::move(*only), {to_valid_utf8(name), 0}, named));
    finished_bytes_ += reader->position().input;
  }

  IndexReport finish() {
    while (!workers_.empty()) hand_over();
    return std::move(report_);
  }

 private:
  void read_file(const fs::path& path, bool named) {
    std::unique_ptr<FileSource> file;
    try {
      file = std::make_unique<FileSource>(path);
    } catch (const Error& error) {
      return take(unreadable(path.string(), error));
    }
    read_source(std::move(file), path.string(), named);
  }

  static Rejected unreadable(const std::string& name, const Error& error) {
    return {{to_valid_utf8(name), 0}, "", "unreadable", error.what()};
  }

  /// The next record; a file that can no longer be read ends with a rejected one.
  std::optional<CrawlRecord> next_of(CrawlReader& reader, const std::string& name) {
    if (std::exchange(unreadable_, false)) return {};
    try {
      return reader.next();
    } catch (const Error& error) {
      unreadable_ = true;
      return unreadable(name, error);
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
    while (workers_.ready()) hand_over();
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
    if (!article.unread.empty())
      take(Warning{{article.file, article.offset}, "unread-field", std::move(article.unread)});
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
  bool unreadable_ = false;  ///< the input at hand broke off
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

void require_inputs(const std::vector<std::string>& inputs) {
  std::error_code error;
  for (const std::string& input : inputs)
    if (input != "-" && !fs::exists(input, error))
      throw Error{Error::Kind::input,
                  input + ": " + (error ? error.message() : "no such file or folder")};
}

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
