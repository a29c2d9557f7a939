#include "indexer/pipeline.h"

#include <deque>
#include <filesystem>
#include <memory>
#include <utility>

#include "common/error.h"
#include "common/utf8.h"
#include "indexer/crawl/open_input.h"
#include "indexer/extract/extractor.h"
#include "indexer/ordered_workers.h"

namespace pantau {
namespace {

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

/// What becomes of an input whose only record is no article.
CrawlRecord explain_nothing(Skipped only, Origin origin, bool is_named) {
  constexpr std::string_view file = "file-";
  const bool is_file = only.kind.starts_with(file);
  const std::string packing{is_file ? packing_name(only.kind.substr(file.size())) : ""};
  const std::string advice = packing.empty()
                                 ? "nothing in it looks like an article; if it is one, name its "
                                   "--format"
                                 : "packed as " + packing + ", which is not read; unpack it first";
  if (is_named) return Rejected{std::move(origin), "", std::move(only.kind), advice};
  if (!packing.empty()) return Warning{std::move(origin), "packed-file", advice};
  return only;
}

Rejected unreadable(const std::string& name, const Error& error) {
  return {{to_valid_utf8(name), 0}, "", "unreadable", error.what()};
}

/// An input that is being read, until the last of its pages has come back from the workers.
struct InputAtHand {
  std::string name;            ///< for people
  bool is_named = false;       ///< see PlannedFile
  bool is_remembered = false;  ///< it is a file
  Checkpoint checkpoint;       ///< of what was read, which is ahead of what was handed over
};

/// A place in an input up to which everything is handed over when what is pushed before it has come
/// back: Checkpoint (input_record.h) has an example.
struct Pending {
  std::shared_ptr<InputAtHand> input;
  Position position;
  bool has_page;  ///< a page is with the workers; otherwise this is the end of the input
  bool finished;  ///< the input needs not be looked at again
};

/// One run over all inputs: reads in the owner's thread, extracts in the workers.
class Run {
 public:
  Run(const IndexOptions& options, const PipelineEnds& ends)
      : options_{options},
        ends_{ends},
        reader_settings_{reader_settings(options)},
        workers_{options.jobs,
                 [limit = options.crawl.max_record_bytes,
                  others = options.keep_all ? OtherPages::kept : OtherPages::rejected](
                     RawPage page) { return extract_safely(std::move(page), limit, others); }} {}

  [[nodiscard]] bool is_stopped() const { return ends_.is_stopped(); }

  void read(const PlannedInput& input) {
    if (const auto* file = std::get_if<PlannedFile>(&input))
      read_file(*file);
    else if (const auto* rejected = std::get_if<Rejected>(&input))
      take(CrawlRecord{*rejected});
    else if (const auto* skipped = std::get_if<Skipped>(&input))
      take(CrawlRecord{*skipped});
    else
      read_standard_input();
  }

  IndexReport finish() {
    while (!workers_.empty()) hand_over();
    return std::move(report_);
  }

 private:
  void read_standard_input() {
    input_ = std::make_shared<InputAtHand>(InputAtHand{"-", true, false, {}});
    read_all(*open_input(std::make_unique<StreamSource>(ends_.standard_input), "-", options_.crawl)
                  .reader);
  }

  void read_file(const PlannedFile& planned) {
    const std::uint64_t size = planned.facts ? planned.facts->size : 0;
    if (planned.reading.kind == ReadingPlan::Kind::unchanged) {
      ++report_.inputs_unchanged;
      finished_bytes_ += size;
      return ends_.progress.update(finished_bytes_, report_.read);
    }
    const PlannedFile file = plan_again(planned);
    const Position start = file.reading.start;
    input_ = std::make_shared<InputAtHand>(begin(file));
    if (file.reading.kind == ReadingPlan::Kind::go_on) {
      ++report_.inputs_continued;
      ends_.problems.add_continued(input_->name, start.input);
    }
    if (const auto reader = open_file(file)) read_all(*reader);
    input_.reset();
    finished_bytes_ += size;
  }

  [[nodiscard]] InputAtHand begin(const PlannedFile& file) const {
    InputAtHand input{to_valid_utf8(file.path), file.is_named, file.facts.has_value(), {}};
    if (!file.facts) return input;
    input.checkpoint.path = std::filesystem::absolute(file.path).lexically_normal().string();
    input.checkpoint.verified = {file.reading.start.input, file.reading.digest};
    InputRecord& record = input.checkpoint.record;
    record.facts = *file.facts;
    record.position = file.reading.start;
    record.problem_records = file.reading.problem_records;
    record.reader_settings = reader_settings_;
    return input;
  }

  /// Null, and a rejected record, if the file cannot be read.
  std::unique_ptr<CrawlReader> open_file(const PlannedFile& file) {
    CrawlOptions crawl = options_.crawl;
    if (crawl.format == InputFormat::automatic) crawl.format = file.reading.format;
    try {
      OpenedInput opened = open_input(std::make_unique<FileSource>(file.path), input_->name, crawl,
                                      file.reading.start);
      input_->checkpoint.record.format = opened.format;
      return std::move(opened.reader);
    } catch (const Error& error) {
      take(unreadable(input_->name, error));
      return nullptr;
    }
  }

  void read_all(CrawlReader& reader) {
    std::optional<Skipped> only;  // all there is so far
    for (bool is_first = true; !is_stopped(); is_first = false) {
      auto record = next_of(reader);
      if (!record) return leave(reader, std::move(only));
      input_->checkpoint.record.position = reader.position();
      if (only) take(std::move(*std::exchange(only, std::nullopt)));
      if (auto* skipped = std::get_if<Skipped>(&*record); skipped != nullptr && is_first)
        only = std::move(*skipped);
      else
        take(std::move(*record));
      ends_.progress.update(finished_bytes_ + reader.position().input, report_.read);
    }
  }

  /// The next record; an input that can no longer be read ends with a rejected one.
  std::optional<CrawlRecord> next_of(CrawlReader& reader) {
    if (is_broken_off_) return {};
    try {
      return reader.next();
    } catch (const Error& error) {
      is_broken_off_ = true;
      return unreadable(input_->name, error);
    }
  }

  /// The end of an input: known to the index once all pages before it are. What a user named and
  /// is nothing, or broke off, is looked at again by the next run.
  void leave(const CrawlReader& reader, std::optional<Skipped> only) {
    const bool is_named = input_->is_named;
    const bool finished = !(only && is_named) && !std::exchange(is_broken_off_, false);
    if (only) take(explain_nothing(std::move(*only), {input_->name, 0}, is_named));
    pending_.push_back({std::exchange(input_, nullptr), reader.position(), false, finished});
    pass_ends();
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
    take_page(std::move(std::get<RawPage>(record)));
  }

  void take_page(RawPage&& page) {
    const std::size_t size = page.bytes.size() + page_overhead_bytes;
    while (!workers_.empty() && workers_.bytes_waiting() + size > max_waiting_bytes) hand_over();
    pending_.push_back({input_, input_->checkpoint.record.position, true, false});
    workers_.push(std::move(page), size);
    while (workers_.ready()) hand_over();
  }

  void hand_over() {
    Extracted extracted = workers_.pop();
    const Pending pending = std::move(pending_.front());
    pending_.pop_front();
    reach(pending);
    if (auto* skipped = std::get_if<Skipped>(&extracted)) {
      ++report_.skipped[skipped->kind];
    } else {
      ++report_.read;
      if (auto* rejected = std::get_if<Rejected>(&extracted))
        reject(*rejected, pending.input.get());
      else
        hand_over(std::move(std::get<Article>(extracted)), pending.input.get());
    }
    pass_ends();
  }

  void hand_over(Article&& article, InputAtHand* input) {
    if (!article.unread.empty())
      warn({{article.file, article.offset}, "unread-field", std::move(article.unread)}, input);
    report_.text_bytes += article.text.size();
    report_.count(ends_.sink.take(std::move(article)));
  }

  /// Reports the ends of inputs of which all pages have come back.
  void pass_ends() {
    for (; !pending_.empty() && !pending_.front().has_page; pending_.pop_front())
      reach(pending_.front());
  }

  void reach(const Pending& pending) {
    if (!pending.input->is_remembered) return;
    Checkpoint checkpoint = pending.input->checkpoint;
    checkpoint.record.position = pending.position;
    checkpoint.record.finished = pending.finished;
    ends_.sink.reach(checkpoint);
  }

  void reject(const Rejected& rejected, InputAtHand* input) {
    ++report_.rejected[rejected.reason];
    if (rejected.is_sound_page) ++report_.sound_pages;
    if (input != nullptr) ++input->checkpoint.record.problem_records;
    ends_.problems.add(rejected);
  }

  void warn(const Warning& warning, InputAtHand* input) {
    ++report_.warnings[warning.reason];
    if (input != nullptr) ++input->checkpoint.record.problem_records;
    ends_.problems.add(warning);
  }

  const IndexOptions& options_;
  const PipelineEnds& ends_;
  std::string reader_settings_;
  OrderedWorkers<RawPage, Extracted> workers_;
  std::deque<Pending> pending_;  ///< one a page with the workers, and the ends of inputs among them
  std::shared_ptr<InputAtHand> input_;  ///< being read; null between inputs
  IndexReport report_;
  std::uint64_t finished_bytes_ = 0;
  bool is_broken_off_ = false;  ///< the current input can no longer be read
};

}  // namespace

IndexReport run_pipeline(const IndexOptions& options, const std::vector<PlannedInput>& plan,
                         const PipelineEnds& ends) {
  Run run{options, ends};
  for (const PlannedInput& input : plan) {
    if (run.is_stopped()) break;
    run.read(input);
  }
  return run.finish();
}

}  // namespace pantau
