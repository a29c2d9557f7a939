// One search: planned once, matched as deep as its page needs, folded, fetched and marked.
// Entrance: SearchRun::answer. Tested by tests/searcher/index_reader_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "searcher/search/deadline.h"
#include "searcher/search/match.h"
#include "searcher/search/near_copies.h"
#include "searcher/search/question_plan.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// Keeps references to what it is given; good for one answer. Lets Xapian's errors pass.
class SearchRun {
 public:
  SearchRun(const SearchRequest& request, const IndexSnapshot& index, ReadingTools& tools);

  /// Throws Error{timeout} if nothing was found in time.
  [[nodiscard]] SearchResults answer();

  /// Articles whose stored text was read: those shown, and those that may be copies of each other.
  [[nodiscard]] std::size_t articles_read() const { return articles_read_; }

 private:
  void match(std::size_t depth);
  void find_answers();
  [[nodiscard]] bool has_partial() const;
  void add_partial(const MatchRequest& request);
  void drop_copies();
  [[nodiscard]] std::vector<Fold> fold();
  [[nodiscard]] std::vector<std::string> fingerprints() const;
  [[nodiscard]] const Article& article(std::size_t place);
  [[nodiscard]] Article shown(std::size_t place);
  [[nodiscard]] const Story& story(std::size_t place);
  [[nodiscard]] SearchResults results(const std::vector<Fold>& folds);
  [[nodiscard]] Hit make_hit(const Fold& fold);
  void explain_score(const Found& found, Hit& hit) const;
  [[nodiscard]] std::string suggestion();

  const SearchRequest& request_;
  const IndexSnapshot& index_;
  ReadingTools& tools_;
  Deadline deadline_;
  QuestionPlan plan_;
  std::vector<Answers> answers_;  ///< by partition; which ones they are does not hang on the depth
  Matches matches_;               ///< the answers first
  std::optional<std::uint64_t> others_;  ///< how many have some of the words only, where counted
  std::vector<Facet> facets_;
  std::vector<Article> source_copies_;  ///< of the article that more is wanted like
  std::map<Xapian::docid, Article> articles_;
  std::map<Xapian::docid, Story> stories_;
  std::size_t articles_read_ = 0;
};

}  // namespace pantau
