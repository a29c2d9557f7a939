// Answers to text: one function a format. Each takes plain text with marks and escapes at the edge.
// Tested by tests/searcher/render_test.cpp.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "searcher/search/search_request.h"

namespace pantau {

struct TerminalStyle {
  bool color = false;      ///< ANSI escapes for titles and marks
  std::size_t width = 80;  ///< columns to wrap snippets at; 0: never
};

/// For people: numbered hits with title, outlet, date, language, snippet and address.
void render_terminal(const SearchResults& results, const TerminalStyle& style, std::ostream& out);

/// One JSON object and a line feed; the schema is data/schema/results-1.json.
void render_json(std::string_view query, const SearchResults& results, std::ostream& out);

/// An id as run files have it: white space becomes %20.
[[nodiscard]] std::string trec_id(std::string_view id);

/// One line a hit: `query_id Q0 docid rank score tag` (trec_eval), both ids by trec_id().
void render_trec(std::string_view query_id, const SearchResults& results, std::ostream& out);

}  // namespace pantau
