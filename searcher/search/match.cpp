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

void match_shard(const Shard& shard, const PartitionPlan& plan, std::size_t partition, Sort sort,
                 std::size_t depth, const Deadline& deadline, FacetCounter* facets, Matches& all) {
  if (deadline.passed()) {
    all.stopped = true;
    all.exact = all.complete = false;
    return;
  }
  Xapian::Enquire enquire{shard.database()};
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(BareBm25{plan.expanded.partition.average_length});
  DateOrder order{sort};
  if (order.is_used()) enquire.set_sort_by_key_then_relevance(&order, true);
  MatchWatch watch{deadline, depth};
  if (deadline.is_set()) enquire.add_matchspy(&watch);
  if (facets != nullptr) enquire.add_matchspy(facets);
  try {
    const Xapian::MSet set =
        enquire.get_mset(0, static_cast<Xapian::doccount>(depth),
                         facets != nullptr ? max_counted_facets : counted_matches);
    all.matches += set.get_matches_estimated();
    all.exact &= set.get_matches_lower_bound() == set.get_matches_upper_bound();
    all.complete &= set.size() < depth;
    for (auto hit = set.begin(); hit != set.end(); ++hit)
      all.found.push_back(
          make_found(shard.global(*hit), hit.get_weight(), hit.get_sort_key(), partition));
  } catch (const TimedOut&) {
    all.stopped = true;
    all.exact = all.complete = false;
    all.matches += watch.count();
    for (const MatchWatch::Seen& seen : watch.best())
      all.found.push_back(make_found(
          shard.global(seen.id), seen.weight,
          order.is_used() ? order(shard.database().get_document(seen.id)) : std::string{},
          partition));
  }
}

}  // namespace

void match_partition(const IndexSnapshot& index, const QuestionPlan& plan, std::size_t partition,
                     Sort sort, std::size_t depth, const Deadline& deadline, FacetCounter* facets,
                     Matches& all) {
  for (std::size_t shard = 0; shard < index.shards.size(); ++shard)
    match_shard({index, shard}, plan.partitions[partition], partition, sort, depth, deadline,
                facets, all);
}

}  // namespace pantau
