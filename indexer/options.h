// What was typed on the command line of pantau-index, validated and nothing opened.
// Tested by tests/indexer/options_test.cpp.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "indexer/crawl/open_input.h"

namespace pantau {

struct IndexOptions {
  std::string index;                ///< directory to write; "" with extract_only or dry_run
  std::vector<std::string> inputs;  ///< files, folders or "-"
  unsigned jobs = 1;
  CrawlOptions crawl;
  enum class Task { feed, check, stats, print, remove_url, remove_outlet, expire, merge, compact };
  Task task = Task::feed;
  std::vector<std::string> task_arguments;  ///< URLs, outlets, days as YYYY-MM-DD, or indexes
  enum class Build { automatic, direct, segments };
  Build build = Build::automatic;  ///< how articles are written: told from sizes, or asked for
  unsigned commit_every = 0;       ///< articles; 0: as the way they are written has it
  std::chrono::seconds wait{};     ///< how long for another indexer to end
  bool rebuild = false;            ///< leave out what the index held before
  bool extract_only = false;       ///< articles as JSON lines, no index
  bool keep_all = false;           ///< section fronts, galleries and the like are articles too
  std::string explain;             ///< file or URL of the pages to explain, or ""
  bool dry_run = false;            ///< read, extract and report, write nothing
  bool strict = false;             ///< warnings count as failures
  std::string report;              ///< file for the rejected records as JSON lines, or ""
  std::string answer;              ///< --help or --version: print this and stop
};

/// Throws Error{usage} with one line that says what to do.
[[nodiscard]] IndexOptions parse_index_options(const std::vector<std::string>& arguments);

}  // namespace pantau
