// What was typed on the command line of pantau-search, validated and nothing opened.
// Tested by tests/searcher/options_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/search/search_request.h"

namespace pantau {

enum class Format { text, json, trec, jsonl, csv, bibtex, ris, atom };

struct SearchOptions {
  std::vector<std::string> indexes;  ///< searched as one
  SearchRequest request;
  Format format = Format::text;
  std::string show;     ///< name of an article to print instead of an answer
  std::string batch;    ///< file of "id TAB query" lines, "-" for standard input; "" for one query
  std::string qrels;    ///< judgements: print how good the batch's answers are instead of them
  std::string against;  ///< run file to compare these with; only beside `qrels`
  std::string answer;   ///< --help or --version: print this and stop
};

/// What holds where the command line is silent.
struct Surroundings {
  std::string index;          ///< searched without --db: PANTAU_DB
  std::optional<Date> today;  ///< from which "7d" is counted; empty: such dates are refused
};

/// Throws Error{usage} with one line that says what to do.
[[nodiscard]] SearchOptions parse_search_options(const std::vector<std::string>& arguments,
                                                 const Surroundings& surroundings = {});

}  // namespace pantau
