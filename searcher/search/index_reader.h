// Opens an index, and answers from one committed state of it: a search that a writer surprises is
// repeated. Turns Xapian's exceptions into Error. Tested by tests/searcher/index_reader_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/search/article_lookup.h"
#include "searcher/search/index_facts.h"
#include "searcher/search/open_index.h"
#include "searcher/search/question_plan.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// Answers over one or several indexes as if they were one. One thread. Does not mind a writer
/// beside it: an index that changes under a search is opened again and the search repeated.
class IndexReader {
 public:
  /// Throws Error{index} if a path holds no index, or one that this program cannot read.
  explicit IndexReader(const std::vector<std::string>& paths);

  /// Searches an open database, for tests.
  explicit IndexReader(const Xapian::Database& database);

  /// Throws Error{query} for a strict request with a wrong query, Error{missing} for one that wants
  /// more like an article that is not there, Error{timeout} if nothing was found in time,
  /// Error{index} if reading fails.
  [[nodiscard]] SearchResults search(const SearchRequest& request);

  /// How the query of `request` is read and run.
  [[nodiscard]] Explanation explain(const SearchRequest& request);

  /// The stored article that `name` means: an address, an id or a handle.
  [[nodiscard]] std::optional<FoundArticle> article(const std::string& name);

  /// What is in the indexes.
  [[nodiscard]] IndexFacts facts();

  /// What a person should know about the indexes, one line each: "made with another version of ICU
  /// ...".
  [[nodiscard]] const std::vector<std::string>& warnings() const { return index_.warnings; }

  /// Names what the indexes hold: another text after every commit of a writer.
  [[nodiscard]] const std::string& revision() const { return index_.revision; }

 private:
  template <typename Work>
  auto with_retries(const Work& work);

  std::vector<std::string> paths_;
  IndexSnapshot index_;
  ReadingTools tools_;
};

}  // namespace pantau
