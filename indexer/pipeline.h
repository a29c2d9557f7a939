// The loop that joins the stages: inputs -> readers -> workers -> a sink, with the report beside.
// Tested by tests/cli/index_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <optional>
#include <string>

#include "common/article.h"
#include "indexer/crawl/raw_page.h"
#include "indexer/index/input_record.h"
#include "indexer/index_report.h"
#include "indexer/options.h"
#include "indexer/progress.h"

namespace pantau {

/// What the pipeline calls, always from the thread that runs it and in the order of the inputs.
struct PipelineSinks {
  std::function<void(Article&&, IndexReport&)> article;
  std::function<void(const Rejected&)> rejected;  ///< after it was counted
  std::function<void(const Warning&)> warning;    ///< after it was counted

  /// What an index knows of an input, by its absolute path; empty where there is no index.
  std::function<std::optional<InputRecord>(const std::string&)> known_input;
  /// All records before the position were handed over, or belong to the next article that is.
  std::function<void(const std::string&, const InputRecord&)> reached;
  std::function<void(const std::string&, Position)> continued;  ///< an input an index knows in part
  std::function<bool()> is_stopped;  ///< ends the run before the next record
};

/// Throws Error{input} naming the first input that does not exist: better now than after hours.
void require_inputs(const std::vector<std::string>& inputs);

/// Bytes of all inputs that are files, or 0 if one of them is standard input.
[[nodiscard]] std::uint64_t total_bytes(const std::vector<std::string>& inputs);

/// The same, without what an index has of them; `known_input` as in PipelineSinks.
[[nodiscard]] std::uint64_t unread_bytes(
    const IndexOptions& options,
    const std::function<std::optional<InputRecord>(const std::string&)>& known_input);

/// Reads every input and hands every article to the sinks. `standard_input` is read for "-".
/// Throws what a sink throws; an input that cannot be read is a rejected record.
[[nodiscard]] IndexReport run_pipeline(const IndexOptions& options, std::istream& standard_input,
                                       const PipelineSinks& sinks, Progress& progress);

}  // namespace pantau
