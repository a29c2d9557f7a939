// What a run is going to read: every input looked at once, before anything is read, and a value
// from then on. Progress, the choice of the build and the run itself use the same plan. Entrance:
// plan_inputs. Tested by tests/indexer/input_plan_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "indexer/crawl/raw_page.h"
#include "indexer/index/input_record.h"
#include "indexer/options.h"

namespace pantau {

struct PlannedFile {
  std::string path;       ///< as a user named it, or as the walk through a folder found it
  bool is_named = false;  ///< by a user, who wants to hear if there is nothing in it to index; of
                          ///< files in a folder many are rightly nothing
  std::optional<FileFacts> facts;  ///< empty for a pipe or a device, which is not remembered
  ReadingPlan reading;
};

struct PlannedStream {};  ///< standard input

/// A file to read, standard input, or what the walk says of something that is neither.
using PlannedInput = std::variant<PlannedFile, PlannedStream, Rejected, Skipped>;

/// What an index remembers of the input at an absolute path.
using KnownInputs = std::function<std::optional<InputRecord>(const std::string&)>;

/// Nothing: where there is no index.
[[nodiscard]] inline std::optional<InputRecord> no_known_input(const std::string& /*path*/) {
  return {};
}

/// Throws Error{input} naming the first input that does not exist: better now than after hours.
void require_inputs(const std::vector<std::string>& inputs);

/// Throws Error{usage} if `index` is one of the inputs or holds one of them: an index made there
/// would be passed over as an input, and all that lies beside it too.
void require_index_apart(const std::string& index, const std::vector<std::string>& inputs);

/// All that the inputs of `options` name, in the order in which it is read. A folder that cannot be
/// read is a Rejected. Files that an index knows are read as far as it knows them, to be compared.
[[nodiscard]] std::vector<PlannedInput> plan_inputs(const IndexOptions& options,
                                                    const KnownInputs& known);

/// The plan for a file as it is now: one that was rewritten since it was planned, so that the part
/// it was to be continued after is no longer there, is read again.
[[nodiscard]] PlannedFile plan_again(PlannedFile file);

/// What decides, beside its bytes, which articles are in an input. A change makes it be read again.
[[nodiscard]] std::string reader_settings(const IndexOptions& options);

/// Bytes of all inputs, or 0 if standard input is one of them, whose size nobody knows.
[[nodiscard]] std::uint64_t total_bytes(const std::vector<PlannedInput>& plan);

/// Bytes that are to be read, or 0 likewise.
[[nodiscard]] std::uint64_t unread_bytes(const std::vector<PlannedInput>& plan);

/// One line an input: "anew", "go on", "unchanged", "stream", "rejected" or "skipped", its path,
/// and the bytes to read of all its bytes, with tabs between them.
void render_plan(const std::vector<PlannedInput>& plan, std::ostream& out);

}  // namespace pantau
