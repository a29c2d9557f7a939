#include "searcher/search/answers.h"

#include <algorithm>

#include "searcher/query/answer_rule.h"
#include "searcher/search/to_xapian.h"

namespace pantau {
namespace {

/// The same things may be added in another order.
constexpr double rounding = 1 - 1e-9;

/// A list of documents that is known before the match.
class ListedDocuments : public Xapian::PostingSource {
 public:
  explicit ListedDocuments(const std::vector<Xapian::docid>& ids) : ids_{ids} {}

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double /*min_weight*/) override { at_ = is_begun_ ? at_ + 1 : 0, is_begun_ = true; }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    is_begun_ = true;
    const auto from = ids_.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(from, ids_.end(), id) - ids_.begin());
  }
  [[nodiscard]] bool at_end() const override { return at_ >= ids_.size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return ids_[at_]; }
  void init(const Xapian::Database& /*database*/) override { at_ = 0, is_begun_ = false; }
  [[nodiscard]] std::string get_description() const override { return "answers"; }
  [[nodiscard]] ListedDocuments* clone() const override { return new ListedDocuments{ids_}; }

 private:
  [[nodiscard]] Xapian::doccount size() const { return static_cast<Xapian::doccount>(ids_.size()); }

  const std::vector<Xapian::docid>& ids_;
  std::size_t at_ = 0;
  bool is_begun_ = false;
};

Xapian::Query listed(const std::vector<Xapian::docid>& ids) {
  return Xapian::Query{(new ListedDocuments{ids})->release()};
}

/// The articles of one database that have most. Not those above a cutoff: with one, Xapian 1.4
/// passes over matches where one of several lists ends.
std::vector<Coverage::Article> cover(const Xapian::Database& database, const PartitionPlan& plan,
                                     const Deadline& deadline, bool& stopped) {
  const Xapian::doccount depth = plan.has_partial ? max_known_answers + 1 : 1;
  MatchWatch watch{deadline, depth};
  Xapian::Enquire enquire{database};
  ask_for_coverage(plan, 0, enquire);
  if (deadline.is_set()) enquire.add_matchspy(&watch);
  std::vector<Coverage::Article> articles;
  try {
    const Xapian::MSet set = enquire.get_mset(0, depth);
    for (auto hit = set.begin(); hit != set.end(); ++hit)
      articles.push_back({*hit, hit.get_weight()});
  } catch (const TimedOut&) {
    stopped = true;
    articles = watch.best();
  }
  return articles;
}

/// Those of `found` that weigh enough, by database; kind many if not all of them may be there.
Answers list_answers(const Coverage& found, double needed) {
  Answers answers;
  answers.kind = Answers::Kind::listed;
  answers.needed = needed;
  for (const std::vector<Coverage::Article>& shard : found.shards) {
    std::vector<Xapian::docid>& ids = answers.ids.emplace_back();
    for (const Coverage::Article& article : shard)
      if (article.weight >= needed) ids.push_back(article.id);
    if (ids.size() > max_known_answers) answers.kind = Answers::Kind::many;
    std::sort(ids.begin(), ids.end());
  }
  return answers;
}

/// Has it no dictionary, so that only what has a name in it can be asked there?
bool says_names_only(const ExpandedQuery& query) {
  return query.in_other_words && !query.translated;
}

/// What the best article has of what is asked.
double best_share(const Coverage& found) {
  return found.asked > 0 ? found.best / found.asked : 0;
}

}  // namespace

void ask_for_coverage(const PartitionPlan& plan, double needed, Xapian::Enquire& enquire) {
  enquire.set_query(plan.coverage);
  enquire.set_weighting_scheme(CountedOnce{});
  enquire.set_cutoff(0, needed);
}

Coverage coverage_of(const IndexSnapshot& index, const PartitionPlan& plan,
                     const Deadline& deadline) {
  Coverage found;
  found.asked = whole_weight(plan.expanded);
  for (const Xapian::Database& database : index.shards) {
    const auto& articles =
        found.shards.emplace_back(cover(database, plan, deadline, found.stopped));
    if (!articles.empty()) found.best = std::max(found.best, articles.front().weight);
  }
  return found;
}

bool needs_choice(const QuestionPlan& plan) {
  const auto is_chosen = [](const PartitionPlan& partition) {
    return partition.has_partial || says_names_only(partition.expanded);
  };
  return plan.weighs_words &&
         std::any_of(plan.partitions.begin(), plan.partitions.end(), is_chosen);
}

std::vector<Answers> choose_answers(const QuestionPlan& plan, const std::vector<Coverage>& found) {
  double best = 0;
  for (const Coverage& one : found) best = std::max(best, best_share(one));
  std::vector<Answers> all(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    const PartitionPlan& partition = plan.partitions[i];
    if (found[i].stopped) {
      all[i].kind = Answers::Kind::read;
      all[i].in_time = found[i].shards;
    } else if (says_names_only(partition.expanded) &&
               best_share(found[i]) < min_language_share * best) {
      all[i].kind = Answers::Kind::none;
    } else if (partition.has_partial) {
      const double share = answer_share(count_asked(partition.expanded.root));
      all[i] = list_answers(found[i], share * found[i].best * rounding);
    }
  }
  return all;
}

Xapian::Query among(const Xapian::Query& query, const std::vector<Xapian::docid>& ids) {
  return Xapian::Query{Xapian::Query::OP_FILTER, query, listed(ids)};
}

Xapian::Query except(const Xapian::Query& query, const std::vector<Xapian::docid>& ids) {
  return Xapian::Query{Xapian::Query::OP_AND_NOT, query, listed(ids)};
}

}  // namespace pantau
