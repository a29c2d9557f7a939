// What was typed on the command line of pantau-index, validated and nothing opened.
// Tested by tests/indexer/options_test.cpp.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "indexer/crawl/open_input.h"
#include "indexer/index/build_choice.h"

namespace pantau {

struct IndexOptions {
  /// What the program is to do; each but `answer` is a command of indexer/commands/.
  enum class Mode {
    answer,   ///< print `answer`
    feed,     ///< inputs into the index
    dry_run,  ///< read, extract and report, but write nothing
    extract,  ///< articles of the inputs as JSON lines
    explain,  ///< how the pages of the inputs were read, for a person
    check,
    stats,
    print,  ///< the articles of the index as JSON lines
    remove_name,
    remove_outlet,
    undelete,
    expire,
    merge,
    compact,
    snapshot,
    upgrade,
  };
  Mode mode = Mode::feed;
  std::string answer;               ///< --help or --version
  std::string index;                ///< directory to read or write; "" where there is none
  std::vector<std::string> inputs;  ///< files, folders or "-"
  unsigned jobs = 1;
  CrawlOptions crawl;
  std::vector<std::string> arguments;  ///< of the mode: names, outlets, days, or other indexes
  Build build = Build::automatic;
  unsigned commit_every = 0;    ///< articles; 0: as the way they are written has it
  std::chrono::seconds wait{};  ///< how long for another indexer to end
  bool rebuild = false;         ///< leave out what the index held before
  bool keep_all = false;        ///< section fronts, galleries and the like are articles too
  std::string explained;        ///< file or URL of the pages to explain
  bool strict = false;          ///< warnings count as failures
  std::string report;           ///< file for the rejected records as JSON lines, or ""
};

/// Throws Error{usage} with one line that says what to do.
/// `default_index` is the index where an index is needed and --db names none; "" for none.
[[nodiscard]] IndexOptions parse_index_options(const std::vector<std::string>& arguments,
                                               const std::string& default_index = "");

}  // namespace pantau
