#include "searcher/search/ranking_signals.h"

#include <algorithm>
#include <utility>

#include "common/schema.h"
#include "common/title_marks.h"
#include "searcher/search/language_scale.h"
#include "searcher/search/recency.h"
#include "searcher/search/slot_values.h"

namespace pantau {
namespace {

/// A title that says what is asked and little else is a better answer than a long one with the same
/// words: how alike the two are counts this much of the idf of all that is asked.
constexpr double title_likeness_weight = 0.15;

void sort_found(const RankingContext& context, std::vector<Found>& found) {
  const auto& partitions = context.plan.partitions;
  const auto is_before = [&](const Found& a, const Found& b) {
    if (a.key != b.key) return a.key > b.key;
    if (a.score != b.score) return a.score > b.score;
    return !partitions[a.partition].expanded.translated &&
           partitions[b.partition].expanded.translated;
  };
  // Most signals change little or nothing, and to see that costs less than to sort again.
  if (!std::is_sorted(found.begin(), found.end(), is_before))
    std::stable_sort(found.begin(), found.end(), is_before);
}

bool is_by_day(Sort sort) {
  return sort == Sort::newest || sort == Sort::oldest;
}

/// Adds how alike the titles of a partition's first articles and the question are.
void add_title_likeness(const RankingContext& context, std::size_t partition,
                        std::vector<Found>& found) {
  const PartitionPlan& plan = context.plan.partitions[partition];
  std::vector<Found*> looked_at;
  std::vector<Xapian::docid> ids;
  for (Found& one : found) {
    if (one.partition != partition) continue;
    if (looked_at.size() == reranked_articles) break;
    looked_at.push_back(&one);
    ids.push_back(one.id);
  }
  if (ids.empty()) return;
  const std::vector<std::uint32_t> wanted = sorted_title_marks(plan.wanted.terms);
  const std::vector<std::string> titles = slot_values(context.index.all, title_slot, ids);
  for (std::size_t i = 0; i < ids.size(); ++i)
    looked_at[i]->score += title_likeness_weight * plan.ideal.weight *
                           title_likeness(titles[i], wanted, plan.ideal.words);
}

void add_title_evidence(const RankingContext& context, std::vector<Found>& found) {
  if (is_by_day(context.request.sort)) return;
  for (std::size_t i = 0; i < context.plan.partitions.size(); ++i)
    add_title_likeness(context, i, found);
}

/// Makes the scores of articles in another language than the query's comparable with the others.
void bring_to_one_scale(const RankingContext& context, std::vector<Found>& found) {
  const std::string own = term_namespace(context.plan.language);
  ListScores lists;
  std::vector<Found*> translated;
  for (Found& one : found) {
    const PartitionPlan& plan = context.plan.partitions[one.partition];
    if (plan.expanded.translated) translated.push_back(&one);
    if (plan.expanded.partition.term_prefix != own || one.score <= lists.best_own) continue;
    lists.best_own = one.score;
    lists.ideal_own = plan.ideal.weight;
  }
  if (translated.empty()) return;
  std::sort(translated.begin(), translated.end(),
            [](const Found* a, const Found* b) { return a->score > b->score; });
  lists.best_other = translated.front()->score;
  if (translated.size() >= background_rank)
    lists.background_other = translated[background_rank - 1]->score;
  const Ideal& ideal = context.plan.partitions[translated.front()->partition].ideal;
  lists.ideal_other = ideal.weight + ideal.unsaid;
  const LanguageScale scale{lists};
  for (Found* one : translated) one->score = scale(one->score);
}

/// Blends the scores of the best by relevance with how old they are. What ranks after these counts
/// as old, so that an answer has one order however much of it is asked for.
void blend_recency(const RankingContext& context, std::vector<Found>& found) {
  if (context.request.sort != Sort::recent) return;
  const std::uint32_t slot = field("date").slot;
  const Xapian::Database& database = context.index.all;
  const Date today = reference_day(database.get_value_upper_bound(slot),
                                   context.request.today.value_or(current_day()));
  for (std::size_t i = 0; i < std::min(found.size(), recency_pool); ++i) {
    const Xapian::Document document = database.get_document(found[i].id, Xapian::DOC_ASSUME_VALID);
    found[i].score *= recency_factor(parse_compact_date(document.get_value(slot)), today);
  }
}

}  // namespace

const std::array<RankingSignal, signal_count> ranking_signals{{
    {Signal::words, "words", "the stems of what was asked, by BM25", nullptr},
    {Signal::forms, "forms", "its words as typed, beside their stems", nullptr},
    {Signal::title, "title", "a title that says what was asked and little else",
     add_title_evidence},
    {Signal::language, "language", "the scale between the query's language and another",
     bring_to_one_scale},
    {Signal::recency, "recency", "how new the article is, with --sort recent", blend_recency},
}};

Found make_found(Xapian::docid id, double score, std::string key, std::size_t partition) {
  Found found{id, score, std::move(key), partition, true, {}};
  found.given[static_cast<std::size_t>(Signal::words)] = score;
  return found;
}

std::size_t signal_depth(Sort sort) {
  return sort == Sort::recent ? recency_pool
                              : std::max<std::size_t>(reranked_articles, background_rank);
}

void rank(const RankingContext& context, std::vector<Found>& found) {
  for (const RankingSignal& row : ranking_signals) {
    if (row.apply == nullptr) continue;
    sort_found(context, found);
    for (Found& one : found) one.given[static_cast<std::size_t>(row.signal)] = -one.score;
    row.apply(context, found);
    for (Found& one : found) one.given[static_cast<std::size_t>(row.signal)] += one.score;
  }
  sort_found(context, found);
}

}  // namespace pantau
