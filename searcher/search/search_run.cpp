#include "searcher/search/search_run.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/fingerprint.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "searcher/search/article_lookup.h"
#include "searcher/search/highlight.h"
#include "searcher/search/score_parts.h"
#include "searcher/search/slot_values.h"
#include "searcher/search/speller.h"
#include "searcher/search/suggestion.h"
#include "searcher/search/wordings.h"

namespace pantau {
namespace {

/// Articles that are ranked after a page, to find the copies of its hits among them. Copies have
/// nearly the words of their hit, so they stand near it.
constexpr std::size_t fold_lookahead = 50;

Article without_text(Article article) {
  article.text.clear();
  return article;
}

}  // namespace

SearchRun::SearchRun(const SearchRequest& request, const IndexSnapshot& index, ReadingTools& tools)
    : request_{request},
      index_{index},
      tools_{tools},
      deadline_{request.timeout},
      plan_{plan_question(request, index, tools)} {}

/// Which articles are answers, if not all that matches is.
void SearchRun::find_answers() {
  answers_.resize(plan_.partitions.size());
  if (!needs_choice(plan_)) return;
  std::vector<Coverage> found;
  for (const PartitionPlan& partition : plan_.partitions) {
    const AlarmScope alarm{deadline_, alarm_grace};
    found.push_back(coverage_of(index_, partition, deadline_));
  }
  answers_ = choose_answers(plan_, found);
}

/// May anything match that is no answer?
bool SearchRun::has_partial() const {
  return std::any_of(answers_.begin(), answers_.end(), [](const Answers& answers) {
    return answers.kind == Answers::Kind::listed || answers.kind == Answers::Kind::none;
  });
}

/// The first `depth` articles of all partitions together, answers first.
void SearchRun::match(std::size_t depth) {
  matches_ = {};
  others_ = {};
  FacetCounter facets;
  const std::size_t wanted = depth == 0 ? 0 : std::max(depth, signal_depth(request_.sort));
  const MatchRequest request{index_, plan_,     request_.sort,
                             wanted, deadline_, request_.facets ? &facets : nullptr};
  for (std::size_t i = 0; i < plan_.partitions.size(); ++i) {
    const AlarmScope alarm{deadline_, alarm_grace};
    match_answers(request, i, answers_[i], matches_);
  }
  rank({request_, plan_, index_}, matches_.found);
  // What is deeper than every partition was matched may have others before it.
  if (!matches_.complete && matches_.found.size() > wanted) matches_.found.resize(wanted);
  if (request_.partial && has_partial() && matches_.complete) add_partial(request);
  if (request_.facets)
    facets_ = facets.facets(matches_.matches, matches_.exact, request_.facet_values);
  if (plan_.source) drop_copies();
}

/// Goes on with what has some of the words only, as deep as is still wanted.
void SearchRun::add_partial(const MatchRequest& request) {
  if (matches_.found.size() >= request.depth) {
    matches_.complete = false;
    return;
  }
  Matches partial;
  for (std::size_t i = 0; i < plan_.partitions.size(); ++i) {
    const AlarmScope alarm{deadline_, alarm_grace};
    match_partial(request, i, answers_[i], partial);
  }
  rank({request_, plan_, index_}, partial.found);
  if (!partial.complete && partial.found.size() > request.depth)
    partial.found.resize(request.depth);
  for (Found& found : partial.found) {
    found.is_answer = false;
    matches_.found.push_back(std::move(found));
  }
  matches_.complete = partial.complete;
  matches_.stopped |= partial.stopped;
  if (partial.exact) others_ = partial.matches;
}

/// What tells which articles may be copies of each other.
std::vector<std::string> SearchRun::fingerprints() const {
  std::vector<Xapian::docid> ids;
  for (const Found& found : matches_.found) ids.push_back(found.id);
  return slot_values(index_.all, fingerprint_slot, ids);
}

const Article& SearchRun::article(std::size_t place) {
  const Xapian::docid id = matches_.found[place].id;
  const auto [known, is_new] = articles_.try_emplace(id);
  if (is_new) {
    known->second = decode_article(index_.all.get_document(id).get_data());
    ++articles_read_;
  }
  return known->second;
}

/// An article with the name that it has outside.
Article SearchRun::shown(std::size_t place) {
  Article shown = article(place);
  shown.handle = handle_in(index_.all, matches_.found[place].id, shown);
  return shown;
}

const Story& SearchRun::story(std::size_t place) {
  const Xapian::docid id = matches_.found[place].id;
  const auto known = stories_.find(id);
  if (known != stories_.end()) return known->second;
  const Article& read = article(place);
  return stories_.emplace(id, Story{read.language, BodyShape{read.text}}).first->second;
}

/// Copies of the article that more is wanted like are not more.
void SearchRun::drop_copies() {
  const Article& source = *plan_.source;
  const BodyShape body{source.text};
  const std::string mark = fingerprint(source.text);
  const std::vector<std::string> others = fingerprints();
  std::vector<Found> kept;
  source_copies_.clear();
  for (std::size_t i = 0; i < others.size(); ++i) {
    const bool is_copy = may_be_copies(mark, others[i]) && story(i).language == source.language &&
                         body.is_copy_of(story(i).body);
    if (!is_copy)
      kept.push_back(matches_.found[i]);
    else
      source_copies_.push_back(without_text(shown(i)));
  }
  matches_.matches -= matches_.found.size() - kept.size();
  matches_.exact &= matches_.complete;
  matches_.found = std::move(kept);
}

/// The hits of an answer, with their copies if the request wants them folded.
std::vector<Fold> SearchRun::fold() {
  return fold_copies(
      request_.fold ? fingerprints() : std::vector<std::string>(matches_.found.size()),
      [&](std::size_t i) -> const Story& { return story(i); });
}

SearchResults SearchRun::answer() {
  const std::size_t end = request_.offset + request_.limit;
  std::vector<Fold> folds;
  find_answers();
  for (std::size_t depth = end + (request_.fold ? fold_lookahead : 1);; depth *= 2) {
    match(depth);
    folds = fold();
    if (folds.size() > end || matches_.complete || matches_.stopped) break;
  }
  if (matches_.stopped && folds.empty())
    throw Error{Error::Kind::timeout,
                "nothing found in the time there is; ask for rarer words, or "
                "give it more with --timeout SECONDS"};
  return results(folds);
}

SearchResults SearchRun::results(const std::vector<Fold>& folds) {
  const std::size_t end = request_.offset + request_.limit;
  SearchResults results;
  results.offset = request_.offset;
  results.notes = plan_.parsed.notes;
  results.notes.insert(results.notes.end(), plan_.notes.begin(), plan_.notes.end());
  results.matches = matches_.matches;
  results.matches_exact = matches_.exact;
  results.folded = matches_.found.size() - folds.size();
  results.folded_exact = matches_.complete || !request_.fold;
  results.more = folds.size() > end;
  results.others = others_;
  results.stopped = matches_.stopped;
  results.facets = std::move(facets_);
  results.source_copies = std::move(source_copies_);
  for (std::size_t i = request_.offset; i < std::min(folds.size(), end); ++i)
    results.hits.push_back(make_hit(folds[i]));
  if (plan_.truncated)
    results.notes.emplace_back("the query is too long; its last words were left out");
  if (matches_.stopped)
    results.notes.emplace_back("stopped when the time was over: the best of what was read by then");
  if (!request_.plain && !plan_.source) results.suggestion = suggestion();
  if (request_.explain) results.explanation = explain(plan_);
  return results;
}

Hit SearchRun::make_hit(const Fold& fold) {
  const Found& found = matches_.found[fold.best];
  PartitionPlan& plan = plan_.partitions[found.partition];
  Hit hit;
  hit.article = shown(fold.best);
  hit.score = found.score;
  hit.is_answer = found.is_answer;
  const std::string text = std::exchange(hit.article.text, {});
  for (const std::size_t copy : fold.copies) hit.copies.push_back(without_text(shown(copy)));
  if (request_.explain) explain_score(found, hit);
  if (!request_.snippets) return hit;
  std::optional<TermSieve>& sieve = plan.wanted.sieve;
  if (!sieve) sieve.emplace(plan.wanted.terms, plan.expanded.partition.language());
  Analyzer& analyzer = tools_.analyzer;
  hit.title = {hit.article.title,
               find_marks(hit.article.title, hit.article.language, plan.wanted, analyzer)};
  if (request_.whole_text)
    hit.snippet = {text, find_marks(text, hit.article.language, plan.wanted, analyzer)};
  else
    hit.snippet = make_snippet(text, hit.article.language, plan.wanted, analyzer);
  hit.wordings = wordings_of(hit.title, hit.snippet, hit.article.language, plan.meanings, analyzer);
  return hit;
}

/// The signals, those of the match told apart, and the terms after them.
void SearchRun::explain_score(const Found& found, Hit& hit) const {
  const PartitionPlan& plan = plan_.partitions[found.partition];
  hit.parts = score_parts(index_.all, found.id, plan.expanded);
  std::array<double, signal_count> given = found.given;
  double forms = 0;
  for (const ScorePart& part : hit.parts) forms += part.is_form ? part.score : 0;
  given[static_cast<std::size_t>(Signal::words)] -= forms;
  given[static_cast<std::size_t>(Signal::forms)] += forms;
  for (const RankingSignal& row : ranking_signals)
    hit.signals.push_back({row.name, given[static_cast<std::size_t>(row.signal)]});
}

std::string SearchRun::suggestion() {
  Speller speller{index_.all, tools_.analyzer, index_.partitions, deadline_};
  return suggested_query(request_.query, plan_.parsed.root, tools_.analyzer,
                         [&](const std::string& form) -> std::optional<std::string> {
                           if (tools_.lexicon.has(form)) return {};
                           const auto correction = speller.correct(form);
                           return correction ? std::optional{correction->form} : std::nullopt;
                         });
}

}  // namespace pantau
