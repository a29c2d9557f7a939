#include "indexer/input_plan.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "common/error.h"
#include "common/utf8.h"
#include "common/version.h"
#include "indexer/crawl/folder_walk.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

/// Plans files for one run.
class Planner {
 public:
  Planner(const IndexOptions& options, const KnownInputs& known)
      : known_{known}, settings_{reader_settings(options)}, strict_{options.strict} {}

  [[nodiscard]] PlannedFile plan(std::string path, bool is_named) const {
    PlannedFile file{std::move(path), is_named, facts_of(file.path), {}};
    if (!file.facts) return file;
    const std::optional<InputRecord> known =
        known_(fs::absolute(file.path).lexically_normal().string());
    if (known && known->problem_records > 0 && strict_) return file;  // to say again what is wrong
    file.reading = plan_reading(file.path, *file.facts, known, settings_);
    return file;
  }

 private:
  const KnownInputs& known_;
  std::string settings_;
  bool strict_;
};

void plan_path(const std::string& input, const Planner& planner, std::vector<PlannedInput>& plan) {
  std::error_code unknown;
  const bool is_folder = fs::is_directory(input, unknown);
  FolderWalk walk{input};
  while (auto found = walk.next()) {
    if (auto* file = std::get_if<fs::path>(&*found))
      plan.emplace_back(planner.plan(file->string(), !is_folder));
    else if (auto* rejected = std::get_if<Rejected>(&*found))
      plan.emplace_back(std::move(*rejected));
    else
      plan.emplace_back(std::get<Skipped>(std::move(*found)));
  }
}

/// Sums up over the files of a plan; 0 if standard input is in it.
template <typename BytesOf>
std::uint64_t sum_over_files(const std::vector<PlannedInput>& plan, const BytesOf& bytes_of) {
  std::uint64_t sum = 0;
  for (const PlannedInput& input : plan) {
    if (std::holds_alternative<PlannedStream>(input)) return 0;
    if (const auto* file = std::get_if<PlannedFile>(&input)) sum += bytes_of(*file);
  }
  return sum;
}

std::uint64_t size_of(const PlannedFile& file) {
  return file.facts ? file.facts->size : 0;
}

std::uint64_t unread_of(const PlannedFile& file) {
  if (file.reading.kind == ReadingPlan::Kind::unchanged) return 0;
  return size_of(file) - file.reading.start.input;
}

const char* name_of(ReadingPlan::Kind kind) {
  switch (kind) {
    case ReadingPlan::Kind::anew:
      return "anew";
    case ReadingPlan::Kind::go_on:
      return "go on";
    case ReadingPlan::Kind::unchanged:
      return "unchanged";
  }
  return "";
}

}  // namespace

void require_inputs(const std::vector<std::string>& inputs) {
  std::error_code error;
  for (const std::string& input : inputs)
    if (input != "-" && !fs::exists(input, error))
      throw Error{Error::Kind::input,
                  input + ": " + (error ? error.message() : "no such file or folder")};
}

void require_index_apart(const std::string& index, const std::vector<std::string>& inputs) {
  std::error_code unknown;
  const std::string folder = (fs::weakly_canonical(index, unknown) / "").string();
  for (const std::string& input : inputs) {
    const std::string read = (fs::weakly_canonical(input, unknown) / "").string();
    if (input == "-" || !read.starts_with(folder)) continue;
    std::string message = "--db " + index;
    message.append(" is, or holds, the input ").append(input);
    message += "; an index needs a folder of its own, such as --db news.idx";
    throw Error{Error::Kind::usage, message};
  }
}

std::vector<PlannedInput> plan_inputs(const IndexOptions& options, const KnownInputs& known) {
  const Planner planner{options, known};
  std::vector<PlannedInput> plan;
  for (const std::string& input : options.inputs) {
    if (input == "-")
      plan.emplace_back(PlannedStream{});
    else
      plan_path(input, planner, plan);
  }
  return plan;
}

PlannedFile plan_again(PlannedFile file) {
  const auto facts = facts_of(file.path);
  if (facts == file.facts) return file;
  file.facts = facts;
  if (file.reading.kind == ReadingPlan::Kind::go_on &&
      (!facts || read_part(file.path, file.reading.start.input).digest != file.reading.digest))
    file.reading = {};
  return file;
}

std::string reader_settings(const IndexOptions& options) {
  return program_version() + " format " + std::to_string(static_cast<int>(options.crawl.format)) +
         " limit " + std::to_string(options.crawl.max_record_bytes) +
         (options.keep_all ? " keep-all" : "");
}

std::uint64_t total_bytes(const std::vector<PlannedInput>& plan) {
  return sum_over_files(plan, size_of);
}

std::uint64_t unread_bytes(const std::vector<PlannedInput>& plan) {
  return sum_over_files(plan, unread_of);
}

void render_plan(const std::vector<PlannedInput>& plan, std::ostream& out) {
  for (const PlannedInput& input : plan) {
    if (const auto* file = std::get_if<PlannedFile>(&input))
      out << name_of(file->reading.kind) << '\t' << to_valid_utf8(file->path) << '\t'
          << unread_of(*file) << '\t' << size_of(*file) << '\n';
    else if (const auto* rejected = std::get_if<Rejected>(&input))
      out << "rejected\t" << rejected->origin.file << "\t0\t0\n";
    else if (const auto* skipped = std::get_if<Skipped>(&input))
      out << "skipped\t" << skipped->kind << "\t0\t0\n";
    else
      out << "stream\t-\t0\t0\n";
  }
}

}  // namespace pantau
