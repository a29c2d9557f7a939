#include "searcher/search/match.h"

#include <algorithm>

#include "common/schema.h"
#include "searcher/search/match_watch.h"
#include "searcher/search/to_xapian.h"

namespace pantau {
namespace {

/// Matches up to here are counted exactly, beyond the count is an estimate: counting costs time.
constexpr Xapian::doccount counted_matches = 1'000;

/// Keys of which the greater comes first. "" stands for no date, which comes last in either
/// direction: the opposite of each digit turns the order around.
class DateOrder : public Xapian::KeyMaker {
 public:
  explicit DateOrder(Sort sort) : sort_{sort} {}

  /// Does the request want an order by day at all?
  [[nodiscard]] bool is_used() const { return sort_ == Sort::newest || sort_ == Sort::oldest; }

  std::string operator()(const Xapian::Document& document) const override {
    std::string day = document.get_value(field("date").slot);
    if (sort_ == Sort::oldest)
      for (char& digit : day) digit = static_cast<char>('0' + '9' - digit);
    return day;
  }

 private:
  Sort sort_;
};

/// One of several databases, and how its document numbers are those of all together.
struct Shard {
  const IndexSnapshot& index;
  std::size_t number;

  [[nodiscard]] const Xapian::Database& database() const { return index.shards[number]; }
  [[nodiscard]] Xapian::docid global(Xapian::docid id) const { return index.global_id(number, id); }
};

/// One partition in one database.
class ShardMatch {
 public:
  ShardMatch(const MatchRequest& request, std::size_t partition, std::size_t number, Matches& all)
      : request_{request},
        plan_{request.plan.partitions[partition]},
        shard_{request.index, number},
        partition_{partition},
        order_{request.sort},
        all_{all} {}

  void answers(const Answers& answers) {
    if (answers.kind == Answers::Kind::none) return;
    if (answers.kind == Answers::Kind::read) {
      all_.matches += answers.in_time[shard_.number].size();
      take_what_was_read(answers.in_time[shard_.number]);
    } else if (is_late()) {
      return;
    } else if (answers.kind == Answers::Kind::listed) {
      match_listed(answers.ids[shard_.number]);
    } else if (answers.kind == Answers::Kind::many) {
      match_many(answers.needed);
    } else {
      match(plan_.query, request_.facets, Count::yes);
    }
  }

  void partial(const Answers& answers) {
    if (is_late()) return;
    if (answers.kind == Answers::Kind::none) match(plan_.query, nullptr, Count::yes);
    if (answers.kind == Answers::Kind::listed)
      match(except(plan_.query, answers.ids[shard_.number]), nullptr, Count::yes);
  }

 private:
  enum class Count { no, yes };

  bool is_late() {
    if (!request_.deadline.passed()) return false;
    all_.stopped = true;
    all_.exact = all_.complete = false;
    return true;
  }

  void match_listed(const std::vector<Xapian::docid>& ids) {
    all_.matches += ids.size();
    if (!ids.empty()) match(among(plan_.query, ids), request_.facets, Count::no);
  }

  /// By relevance so many answers rank first by themselves. They are counted, and put in the order
  /// of their days, by a cutoff, which may pass over a few.
  void match_many(double needed) {
    Xapian::Enquire enquire{shard_.database()};
    ask_for_coverage(plan_, needed, enquire);
    run(enquire, request_.facets, order_.is_used() ? request_.depth : 0, Count::yes);
    all_.exact = false;
    if (!order_.is_used()) match(plan_.query, nullptr, Count::no);
  }

  void match(const Xapian::Query& query, FacetCounter* facets, Count count) {
    Xapian::Enquire enquire{shard_.database()};
    enquire.set_query(query);
    enquire.set_weighting_scheme(BareBm25{plan_.expanded.partition.average_length});
    run(enquire, facets, request_.depth, count);
  }

  void run(Xapian::Enquire& enquire, FacetCounter* facets, std::size_t depth, Count count) {
    if (order_.is_used()) enquire.set_sort_by_key_then_relevance(&order_, true);
    MatchWatch watch{request_.deadline, depth};
    if (request_.deadline.is_set()) enquire.add_matchspy(&watch);
    if (facets != nullptr) enquire.add_matchspy(facets);
    const Xapian::doccount counted = facets != nullptr     ? max_counted_facets
                                     : count == Count::yes ? counted_matches
                                                           : 0;
    try {
      take(enquire.get_mset(0, static_cast<Xapian::doccount>(depth), counted), depth, count);
    } catch (const TimedOut&) {
      if (count == Count::yes) all_.matches += watch.count();
      take_what_was_read(watch.best());
    }
  }

  void take(const Xapian::MSet& set, std::size_t depth, Count count) {
    if (count == Count::yes) {
      all_.matches += set.get_matches_estimated();
      all_.exact &= set.get_matches_lower_bound() == set.get_matches_upper_bound();
    }
    all_.complete &= set.size() < depth;
    for (auto hit = set.begin(); hit != set.end(); ++hit)
      all_.found.push_back(
          make_found(shard_.global(*hit), hit.get_weight(), hit.get_sort_key(), partition_));
  }

  void take_what_was_read(const std::vector<MatchWatch::Seen>& best) {
    all_.stopped = true;
    all_.exact = all_.complete = false;
    for (const MatchWatch::Seen& seen : best)
      all_.found.push_back(make_found(
          shard_.global(seen.id), seen.weight,
          order_.is_used() ? order_(shard_.database().get_document(seen.id)) : std::string{},
          partition_));
  }

  const MatchRequest& request_;
  const PartitionPlan& plan_;
  Shard shard_;
  std::size_t partition_;
  DateOrder order_;
  Matches& all_;
};

}  // namespace

void match_answers(const MatchRequest& request, std::size_t partition, const Answers& answers,
                   Matches& all) {
  for (std::size_t shard = 0; shard < request.index.shards.size(); ++shard)
    ShardMatch{request, partition, shard, all}.answers(answers);
}

void match_partial(const MatchRequest& request, std::size_t partition, const Answers& answers,
                   Matches& all) {
  for (std::size_t shard = 0; shard < request.index.shards.size(); ++shard)
    ShardMatch{request, partition, shard, all}.partial(answers);
}

}  // namespace pantau
