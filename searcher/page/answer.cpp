#include "searcher/page/answer.h"

#include <algorithm>
#include <utility>

#include "common/error.h"

namespace pantau {
namespace {

using Clock = std::chrono::steady_clock;

/// Values of a facet on a page of its own: as many as anybody reads.
constexpr std::size_t listed_values = 300;

/// Articles named below one that is read.
constexpr std::size_t similar_shown = 5;

/// Words that are looked up one by one to find the one that nobody says.
constexpr std::size_t tried_words = 8;

/// The time of a request, shared by all that is asked for it.
class Allowance {
 public:
  explicit Allowance(std::chrono::milliseconds all) : all_{all}, start_{Clock::now()} {}

  /// What is left; zero stands for any time, as requests have it.
  [[nodiscard]] std::chrono::milliseconds left() const {
    if (all_.count() == 0) return all_;
    const auto used = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_);
    return std::max(all_ - used, std::chrono::milliseconds{1});
  }

  /// Is there enough to ask for what only helps?
  [[nodiscard]] bool allows_more() const { return all_.count() == 0 || left() > all_ / 2; }

 private:
  std::chrono::milliseconds all_;
  Clock::time_point start_;
};

/// Asks for what only helps: nothing rather than an error.
std::optional<SearchResults> try_search(IndexReader& index, SearchRequest request,
                                        const Allowance& time) {
  if (!time.allows_more()) return {};
  request.timeout = time.left();
  try {
    SearchResults results = index.search(request);
    if (results.stopped) return {};
    return results;
  } catch (const Error&) {
    return {};
  }
}

/// A request for counts alone, over all articles if `state` asks for nothing.
SearchRequest counting(const PageState& state, Date today) {
  SearchRequest request = to_request(state, today);
  request.offset = 0;
  request.limit = 0;
  request.fold = request.snippets = false;
  return request;
}

bool is_time(const Facet& facet) {
  return facet.name == "month" || facet.name == "year";
}

/// The filters of which an article needs one: a list of them can go on beside those that are set.
enum class Choice { language, outlet, time };

bool is_set(const PageState& state, Choice choice) {
  if (choice == Choice::language) return !state.languages.empty();
  return choice == Choice::outlet ? !state.outlets.empty() : state.dated();
}

PageState without(PageState state, Choice choice) {
  if (choice == Choice::language) state.languages.clear();
  if (choice == Choice::outlet) state.outlets.clear();
  if (choice == Choice::time) {
    state.recent = Recent::ever;
    state.from = state.to = {};
  }
  state.page = 1;
  return state;
}

bool belongs_to(const Facet& facet, Choice choice) {
  if (choice == Choice::time) return is_time(facet);
  return facet.name == (choice == Choice::language ? "lang" : "outlet");
}

/// Puts what one filter hides into the list that it belongs to.
void widen(IndexReader& index, const PageState& state, const Allowance& time, Date today,
           std::vector<Facet>& facets) {
  for (const Choice choice : {Choice::language, Choice::outlet, Choice::time}) {
    if (!is_set(state, choice)) continue;
    SearchRequest request = counting(without(state, choice), today);
    request.facets = true;
    const auto results = try_search(index, request, time);
    if (!results) continue;
    for (const Facet& wide : results->facets) {
      if (!belongs_to(wide, choice)) continue;
      std::erase_if(facets, [&](const Facet& facet) { return facet.name == wide.name; });
      facets.push_back(wide);
    }
  }
}

/// The states without one of the filters that are set.
std::vector<PageState> with_one_filter_less(const PageState& state) {
  std::vector<PageState> states;
  for (const Choice choice : {Choice::language, Choice::outlet, Choice::time})
    if (is_set(state, choice)) states.push_back(without(state, choice));
  if (!state.entities.empty()) {
    states.push_back(state);
    states.back().entities.clear();
  }
  return states;
}

/// Adds `changed` if it finds anything.
void try_remedy(IndexReader& index, PageState changed, std::string word, const Allowance& time,
                Date today, std::vector<Remedy>& remedies) {
  changed.page = 1;
  if (!changed.asks()) return;
  const auto results = try_search(index, counting(changed, today), time);
  if (!results || results->matches == 0) return;
  remedies.push_back(
      {std::move(changed), std::move(word), results->matches, results->matches_exact});
}

/// Where every word must occur: which of them is the one that no article says.
void blame_words(IndexReader& index, const PageState& state, const Allowance& time, Date today,
                 std::vector<Remedy>& remedies) {
  std::vector<std::string> words;
  for (std::string_view rest = state.query; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (words.size() < 2 || words.size() > tried_words) return;
  for (std::size_t i = 0; i < words.size(); ++i) {
    PageState one = state;
    one.query = words[i];
    const auto alone = try_search(index, counting(one, today), time);
    if (!alone || alone->matches > 0) continue;
    PageState others = state;
    others.query.clear();
    for (std::size_t j = 0; j < words.size(); ++j)
      if (j != i) others.query += (others.query.empty() ? "" : " ") + words[j];
    try_remedy(index, others, words[i], time, today, remedies);
  }
}

std::vector<Remedy> remedies_for(IndexReader& index, const PageState& state, const Allowance& time,
                                 Date today) {
  std::vector<Remedy> remedies;
  for (PageState& less : with_one_filter_less(state))
    try_remedy(index, std::move(less), "", time, today, remedies);
  if (remedies.empty() && !state.query.empty()) blame_words(index, state, time, today, remedies);
  if (remedies.empty() && state.words == WordMode::all) {
    PageState enough = state;
    enough.words = WordMode::enough;
    try_remedy(index, enough, "", time, today, remedies);
  }
  return remedies;
}

/// The hit before and the one after, as the question ranks them.
void find_neighbours(IndexReader& index, const PageState& state, const Allowance& time, Date today,
                     Reading& reading) {
  if (state.rank == 0 || !state.asks()) return;
  SearchRequest request = to_request(state, today);
  const std::size_t before = state.rank > 1 ? 1 : 0;
  request.offset = state.rank - 1 - before;
  request.limit = before + 2;
  request.snippets = false;
  const auto results = try_search(index, request, time);
  if (!results || results->hits.size() <= before ||
      results->hits[before].article.handle != reading.found.article.handle)
    return;
  const auto neighbour = [&](std::size_t i, std::size_t rank) -> std::optional<PageState> {
    if (i >= results->hits.size() || results->hits[i].article.handle.empty()) return {};
    PageState other = state;
    other.article = results->hits[i].article.handle;
    other.rank = rank;
    return other;
  };
  if (before > 0) reading.previous = neighbour(0, state.rank - 1);
  reading.next = neighbour(before + 1, state.rank + 1);
}

/// Marks the words of the question, if the article answers it.
void mark_words(IndexReader& index, const PageState& state, const Allowance& time, Date today,
                Reading& reading) {
  if (state.query.empty()) return;
  PageState question;  // filters mark nothing
  question.query = state.query;
  question.words = WordMode::any;
  question.translate = state.translate;
  SearchRequest request = to_request(question, today);
  request.only = reading.found.term;
  request.whole_text = true;
  request.limit = 1;
  const auto results = try_search(index, request, time);
  if (!results || results->hits.empty()) return;
  reading.title = results->hits.front().title;
  reading.text = results->hits.front().snippet;
}

}  // namespace

Answer answer_of(IndexReader& index, const PageState& state, const Asking& asking) {
  const Allowance time{asking.time};
  SearchRequest request = to_request(state, asking.today);
  request.timeout = asking.time;
  request.facets = asking.facets;
  request.snippets = asking.snippets;
  request.partial = asking.partial;
  request.limit = asking.limit;
  Answer answer;
  if (!state.like.empty())
    if (const auto source = index.article(state.like)) answer.like_title = source->article.title;
  answer.results = index.search(request);
  answer.facets = answer.results.facets;
  if (asking.facets && asking.helps) widen(index, state, time, asking.today, answer.facets);
  if (answer.results.matches == 0 && asking.helps)
    answer.remedies = remedies_for(index, state, time, asking.today);
  return answer;
}

std::optional<Reading> reading_of(IndexReader& index, const PageState& state,
                                  const Asking& asking) {
  const Allowance time{asking.time};
  std::optional<FoundArticle> found = index.article(state.article);
  if (!found) return {};
  Reading reading{std::move(*found), {}, {}, {}, {}, {}, {}};
  reading.title = {reading.found.article.title, {}};
  reading.text = {reading.found.article.text, {}};
  if (!asking.snippets) return reading;
  mark_words(index, state, time, asking.today, reading);
  find_neighbours(index, state, time, asking.today, reading);
  SearchRequest like;
  like.like = state.article;
  like.limit = similar_shown;
  like.snippets = false;
  if (auto results = try_search(index, like, time)) {
    reading.copies = std::move(results->source_copies);
    for (Hit& hit : results->hits) reading.similar.push_back(std::move(hit.article));
  }
  return reading;
}

Facet whole_facet(IndexReader& index, const PageState& state, const Asking& asking) {
  PageState question = state;
  if (state.facet == "lang") question = without(state, Choice::language);
  if (state.facet == "outlet") question = without(state, Choice::outlet);
  SearchRequest request = counting(question, asking.today);
  request.timeout = asking.time;
  request.facets = true;
  request.facet_values = listed_values;
  for (Facet& facet : index.search(request).facets)
    if (facet.name == state.facet) return std::move(facet);
  return {state.facet, {}, 0, true};
}

}  // namespace pantau
