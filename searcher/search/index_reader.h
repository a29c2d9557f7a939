// Opens an index and answers requests: match, fetch, mark. The only reader of Xapian databases; it
// turns Xapian's exceptions into Error. Tested by tests/searcher/index_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "searcher/query/language_branch.h"
#include "searcher/query/query_compiler.h"
#include "searcher/query/query_language.h"
#include "searcher/query/query_parser.h"
#include "searcher/search/near_copies.h"
#include "searcher/search/search_request.h"

namespace pantau {

class FacetCounter;

/// Answers over one or several indexes as if they were one. One thread. Does not mind a writer
/// beside it: an index that changes under a search is opened again and the search repeated.
class IndexReader {
 public:
  /// Throws Error{index} if a path holds no index, or one that this program cannot read.
  explicit IndexReader(const std::vector<std::string>& paths);

  /// Searches an open database, for tests.
  explicit IndexReader(Xapian::Database database);

  /// Throws Error{query} for a strict request with a wrong query and for one that wants more like
  /// an article that is not there, Error{timeout} if nothing was found in time, Error{index} if
  /// reading fails.
  [[nodiscard]] SearchResults search(const SearchRequest& request);

  /// How the query of `request` is read and run.
  [[nodiscard]] Explanation explain(const SearchRequest& request);

  /// What a person should know about the indexes, one line each: "made with another version of ICU
  /// ...".
  [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

  /// Names what the indexes hold: another text after every commit of a writer.
  [[nodiscard]] const std::string& revision() const { return revision_; }

 private:
  struct Found;
  struct Question;
  struct Ranking;

  void open();
  template <typename Work>
  auto with_retries(const Work& work);
  [[nodiscard]] std::vector<LanguageBranch> branches_for(const SearchRequest& request) const;
  static void append_words(const QueryNode& node, std::string& words);
  Question read(const SearchRequest& request);
  void read_source(Question& question, const std::string& name);
  [[nodiscard]] DocumentFrequency frequencies() const;
  std::string language_of(const SearchRequest& request, const Question& question);
  [[nodiscard]] const LanguageBranch* branch_of(std::string_view language) const;
  std::optional<Translator> translator_for(const SearchRequest& request, const Question& question,
                                           const LanguageBranch& branch, std::string_view language);
  CompiledQuery compile(const SearchRequest& request, const Question& question,
                        const LanguageBranch& branch, const std::string& language);
  void add_title_evidence(Ranking& ranking, std::size_t start) const;
  void match(const SearchRequest& request, const Question& question, std::size_t depth,
             FacetCounter* facets, Ranking& ranking);
  void bring_to_one_scale(Ranking& ranking, std::string_view language) const;
  void blend_recency(const SearchRequest& request, std::vector<Found>& found);
  Ranking rank(const SearchRequest& request, const Question& question, std::size_t depth);
  [[nodiscard]] std::vector<std::string> fingerprints(const Ranking& ranking) const;
  void drop_copies(const Article& source, Ranking& ranking);
  std::vector<Fold> fold(const SearchRequest& request, const Ranking& ranking);
  Article article_of(Xapian::docid id);
  Hit make_hit(const SearchRequest& request, Ranking& ranking, const Fold& fold);
  std::string suggest(const SearchRequest& request, const Question& question);
  SearchResults answer(const SearchRequest& request);
  Explanation explain(const SearchRequest& request, const Question& question);

  std::vector<std::string> paths_;
  Xapian::Database database_;
  std::vector<LanguageBranch> branches_;
  std::vector<std::string> warnings_;
  std::string revision_;
  Analyzer analyzer_;
  Lexicon lexicon_ = Lexicon::embedded();
  EntityTable entities_ = EntityTable::embedded();
};

}  // namespace pantau
