#include "searcher/search/answers.h"

#include <algorithm>

#include "searcher/query/answer_rule.h"
#include "searcher/search/to_xapian.h"

namespace pantau {
namespace {

/// Sums are made in another order than in whole_weight().
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

/// Whether there are more than can be listed, and about how many.
void estimate(const Xapian::Database& database, const PartitionPlan& plan, Answers& answers) {
  Xapian::Enquire enquire{database};
  ask_for_coverage(plan, answers.needed, enquire);
  const Xapian::MSet set = enquire.get_mset(0, 0, max_known_answers);
  answers.count = set.get_matches_estimated();
  answers.exact = set.get_matches_lower_bound() == set.get_matches_upper_bound();
}

}  // namespace

void ask_for_coverage(const PartitionPlan& plan, double needed, Xapian::Enquire& enquire) {
  enquire.set_query(plan.coverage);
  enquire.set_weighting_scheme(CountedOnce{});
  enquire.set_cutoff(0, needed);
}

Answers find_answers(const Xapian::Database& database, const PartitionPlan& plan, std::size_t depth,
                     const Deadline& deadline) {
  MatchWatch watch{deadline, depth};
  Answers answers;
  try {
    Xapian::Enquire enquire{database};
    ask_for_coverage(plan, 0, enquire);
    if (deadline.is_set()) enquire.add_matchspy(&watch);
    // Not by a cutoff: with one, Xapian 1.4 passes over matches where one of several lists ends.
    const Xapian::MSet set = enquire.get_mset(0, max_known_answers + 1);
    answers.needed =
        answer_share(count_asked(plan.expanded.root)) * set.get_max_attained() * rounding;
    for (auto hit = set.begin(); hit != set.end() && hit.get_weight() >= answers.needed; ++hit)
      answers.ids.push_back(*hit);
    answers.known = answers.ids.size() <= max_known_answers;
    answers.count = answers.ids.size();
    if (!answers.known) estimate(database, plan, answers);
    std::sort(answers.ids.begin(), answers.ids.end());
  } catch (const TimedOut&) {
    answers.count = watch.count();
    answers.read_in_time = watch.best();
    answers.exact = answers.known = false;
    answers.stopped = true;
  }
  return answers;
}

Xapian::Query among(const Xapian::Query& query, const std::vector<Xapian::docid>& ids) {
  return Xapian::Query{Xapian::Query::OP_FILTER, query, listed(ids)};
}

Xapian::Query except(const Xapian::Query& query, const std::vector<Xapian::docid>& ids) {
  return Xapian::Query{Xapian::Query::OP_AND_NOT, query, listed(ids)};
}

}  // namespace pantau
