#include "indexer/pipeline.h"

#include <deque>
#include <filesystem>
#include <memory>
#include <utility>

#include "common/error.h"
#include "common/utf8.h"
#include "common/version.h"
#include "indexer/crawl/folder_walk.h"
#include "indexer/crawl/open_input.h"
#include "indexer/extract/extractor.h"
#include "indexer/ordered_workers.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

/// Pages between reader and workers: hundreds of usual ones or two of the longest, which keeps all
/// busy; extraction is slower than reading, so that this much is waiting nearly all the time.
constexpr std::size_t max_waiting_bytes = 32U << 20U;

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

/// How pages become articles here: what other articles could come of.
std::string way_of_reading(const IndexOptions& options) {
  return program_version() + " format " + std::to_string(static_cast<int>(options.crawl.format)) +
         " limit " + std::to_string(options.crawl.max_record_bytes) +
         (options.keep_all ? " keep-all" : "");
}

std::string absolute_name(const fs::path& path) {
  return fs::absolute(path).lexically_normal().string();
}

/// An input and what an index is to remember of it.
struct Input {
  std::string path;    ///< absolute; "" for what is not remembered: a pipe, or no index
  InputRecord record;  ///< of what was read so far, which is ahead of what was handed over
};

/// What of an input goes with the next page, or with none.
struct Mark {
  std::shared_ptr<Input> input;
  Position position;
  bool has_page;
  bool finished;
};

/// One run over all inputs: reads in the owner's thread, extracts in the workers.
class Run {
 public:
  Run(const IndexOptions& options, const PipelineSinks& sinks, Progress& progress)
      : options_{options},
        sinks_{sinks},
        progress_{progress},
        reading_{way_of_reading(options)},
        workers_{options.jobs,
                 [limit = options.crawl.max_record_bytes,
                  others = options.keep_all ? OtherPages::kept : OtherPages::rejected](
                     RawPage page) { return extract_safely(std::move(page), limit, others); }} {}

  /// Everything `input` names: a file, or all files below a folder.
  void read_path(const std::string& input) {
    std::error_code unknown;
    const bool is_folder = fs::is_directory(input, unknown);
    FolderWalk walk{input};
    while (!is_stopped()) {
      auto found = walk.next();
      if (!found) return;
      if (auto* file = std::get_if<fs::path>(&*found))
        read_file(*file, !is_folder);
      else if (auto* rejected = std::get_if<Rejected>(&*found))
        take(std::move(*rejected));
      else
        take(std::get<Skipped>(*found));
    }
  }

  void read_stream(std::istream& stream) {
    const auto reader = open_input(std::make_unique<StreamSource>(stream), "-", options_.crawl);
    read_all(*reader, "-", true);
  }

  IndexReport finish() {
    while (!workers_.empty()) hand_over();
    return std::move(report_);
  }

 private:
  [[nodiscard]] bool is_stopped() const { return sinks_.is_stopped && sinks_.is_stopped(); }

  void read_file(const fs::path& path, bool named) {
    input_ = std::make_shared<Input>();
    const ReadingPlan plan = plan_input(path);
    const std::uint64_t size = input_->record.facts.size;
    if (plan.kind == ReadingPlan::Kind::unchanged) {
      ++report_.inputs_unchanged;
      finished_bytes_ += size;
      return progress_.update(finished_bytes_, report_.read);
    }
    if (plan.kind == ReadingPlan::Kind::go_on) {
      ++report_.inputs_continued;
      sinks_.continued(to_valid_utf8(path.native()), plan.start);
    }
    if (const auto reader = open_file(path, plan.start)) read_all(*reader, path.string(), named);
    finished_bytes_ += size;
  }

  ReadingPlan plan_input(const fs::path& path) {
    const auto facts = facts_of(path);
    if (!facts) return {};
    input_->record.facts = *facts;
    if (!sinks_.known_input) return {};
    input_->path = absolute_name(path);
    input_->record.reading = reading_;
    const std::optional<InputRecord> known = sinks_.known_input(input_->path);
    if (known && known->flawed > 0 && options_.strict) return {};  // to say again what is wrong
    const ReadingPlan plan = plan_reading(path, *facts, known, reading_);
    if (plan.kind == ReadingPlan::Kind::go_on) input_->record.flawed = known->flawed;
    input_->record.position = plan.start;
    return plan;
  }

  /// Null, and a rejected record, if the file cannot be read.
  std::unique_ptr<CrawlReader> open_file(const fs::path& path, Position start) {
    try {
      return open_input(std::make_unique<FileSource>(path), to_valid_utf8(path.native()),
                        options_.crawl, start);
    } catch (const Error& error) {
      take(unreadable(path.string(), error));
      return nullptr;
    }
  }

  /// `named`: a user named this input, and wants to hear if there is nothing in it to index; of
  /// files in a folder many are rightly nothing.
  void read_all(CrawlReader& reader, const std::string& name, bool named) {
    std::optional<Skipped> only;  // all there is so far
    for (bool is_first = true; !is_stopped(); is_first = false) {
      auto record = next_of(reader, name);
      if (!record) return leave(reader, std::move(only), name, named);
      if (input_) input_->record.position = reader.position();
      if (only) take(std::move(*std::exchange(only, std::nullopt)));
      if (auto* skipped = std::get_if<Skipped>(&*record); skipped != nullptr && is_first)
        only = std::move(*skipped);
      else
        take(std::move(*record));
      progress_.update(finished_bytes_ + reader.position().input, report_.read);
    }
  }

  /// The next record; an input that can no longer be read ends with a rejected one.
  std::optional<CrawlRecord> next_of(CrawlReader& reader, const std::string& name) {
    if (is_broken_off_) return {};
    try {
      return reader.next();
    } catch (const Error& error) {
      is_broken_off_ = true;
      return unreadable(name, error);
    }
  }

  /// The end of an input: known to the index once all pages before it are. What a user named and
  /// is nothing, or broke off, is looked at again by the next run.
  void leave(const CrawlReader& reader, std::optional<Skipped> only, const std::string& name,
             bool named) {
    const bool finished = !(only && named) && !std::exchange(is_broken_off_, false);
    if (only) take(explain_nothing(std::move(*only), {to_valid_utf8(name), 0}, named));
    marks_.push_back({std::exchange(input_, nullptr), reader.position(), false, finished});
    pass_marks();
  }

  static Rejected unreadable(const std::string& name, const Error& error) {
    return {{to_valid_utf8(name), 0}, "", "unreadable", error.what()};
  }

  void take(CrawlRecord&& record) {
    if (auto* rejected = std::get_if<Rejected>(&record)) {
      ++report_.read;
      return reject(*rejected, input_.get());
    }
    if (auto* skipped = std::get_if<Skipped>(&record)) {
      ++report_.skipped[skipped->kind];
      return;
    }
    if (auto* warning = std::get_if<Warning>(&record)) return warn(*warning, input_.get());
    RawPage& page = std::get<RawPage>(record);
    const std::size_t size = page.bytes.size() + page_overhead_bytes;
    while (!workers_.empty() && workers_.bytes_waiting() + size > max_waiting_bytes) hand_over();
    marks_.push_back({input_, input_ ? input_->record.position : Position{}, true, false});
    workers_.push(std::move(page), size);
    while (workers_.ready()) hand_over();
  }

  void hand_over() {
    Extracted extracted = workers_.pop();
    const Mark mark = std::move(marks_.front());
    marks_.pop_front();
    note(mark);
    if (auto* skipped = std::get_if<Skipped>(&extracted)) {
      ++report_.skipped[skipped->kind];
    } else {
      ++report_.read;
      if (auto* rejected = std::get_if<Rejected>(&extracted))
        reject(*rejected, mark.input.get());
      else
        hand_over(std::move(std::get<Article>(extracted)), mark.input.get());
    }
    pass_marks();
  }

  void hand_over(Article&& article, Input* input) {
    if (!article.unread.empty())
      warn({{article.file, article.offset}, "unread-field", std::move(article.unread)}, input);
    report_.text_bytes += article.text.size();
    sinks_.article(std::move(article), report_);
  }

  void pass_marks() {
    for (; !marks_.empty() && !marks_.front().has_page; marks_.pop_front()) note(marks_.front());
  }

  void note(const Mark& mark) {
    if (!mark.input || mark.input->path.empty()) return;
    InputRecord record = mark.input->record;
    record.position = mark.position;
    record.finished = mark.finished;
    sinks_.reached(mark.input->path, record);
  }

  void reject(const Rejected& rejected, Input* input) {
    ++report_.rejected[rejected.reason];
    if (input != nullptr) ++input->record.flawed;
    sinks_.rejected(rejected);
  }

  void warn(const Warning& warning, Input* input) {
    ++report_.warnings[warning.reason];
    if (input != nullptr) ++input->record.flawed;
    sinks_.warning(warning);
  }

  const IndexOptions& options_;
  const PipelineSinks& sinks_;
  Progress& progress_;
  std::string reading_;
  OrderedWorkers<RawPage, Extracted> workers_;
  std::deque<Mark> marks_;  ///< one a page with the workers, and the ends of inputs among them
  std::shared_ptr<Input> input_;  ///< being read
  IndexReport report_;
  std::uint64_t finished_bytes_ = 0;
  bool is_broken_off_ = false;  ///< the input at hand can no longer be read
};

/// The sum of `bytes_of` over all files that the inputs name, or 0 if standard input is among them.
template <typename BytesOf>
std::uint64_t sum_over_files(const std::vector<std::string>& inputs, const BytesOf& bytes_of) {
  std::uint64_t sum = 0;
  for (const std::string& input : inputs) {
    if (input == "-") return 0;
    FolderWalk walk{input};
    while (const auto found = walk.next())
      if (const auto* file = std::get_if<fs::path>(&*found)) sum += bytes_of(*file);
  }
  return sum;
}

std::uint64_t size_of(const fs::path& file) {
  const auto facts = facts_of(file);  // the run itself says what cannot be read
  return facts ? facts->size : 0;
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
  return sum_over_files(inputs, size_of);
}

std::uint64_t unread_bytes(
    const IndexOptions& options,
    const std::function<std::optional<InputRecord>(const std::string&)>& known_input) {
  const std::string reading = way_of_reading(options);
  return sum_over_files(options.inputs, [&](const fs::path& file) -> std::uint64_t {
    const auto facts = facts_of(file);
    if (!facts) return 0;
    const ReadingPlan plan = plan_reading(file, *facts, known_input(absolute_name(file)), reading);
    return plan.kind == ReadingPlan::Kind::unchanged ? 0 : facts->size - plan.start.input;
  });
}

IndexReport run_pipeline(const IndexOptions& options, std::istream& standard_input,
                         const PipelineSinks& sinks, Progress& progress) {
  Run run{options, sinks, progress};
  for (const std::string& input : options.inputs) {
    if (input == "-")
      run.read_stream(standard_input);
    else
      run.read_path(input);
  }
  return run.finish();
}

}  // namespace pantau
