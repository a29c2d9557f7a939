#include "searcher/search/match_watch.h"

#include <algorithm>

namespace pantau {
namespace {

/// The clock is looked at once for so many documents, which pass in less than a millisecond.
constexpr std::uint64_t documents_between_looks = 64;

bool is_heavier(const MatchWatch::Seen& a, const MatchWatch::Seen& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
}

}  // namespace

void MatchWatch::operator()(const Xapian::Document& document, double weight) {
  const Seen seen{document.get_docid(), weight};
  if (heap_.size() < depth_ || (depth_ > 0 && is_heavier(seen, heap_.front()))) {
    heap_.push_back(seen);
    std::push_heap(heap_.begin(), heap_.end(), is_heavier);
    if (heap_.size() > depth_) {
      std::pop_heap(heap_.begin(), heap_.end(), is_heavier);
      heap_.pop_back();
    }
  }
  if (count_++ % documents_between_looks == 0 && deadline_.passed()) throw TimedOut{};
}

std::vector<MatchWatch::Seen> MatchWatch::best() const {
  std::vector<Seen> seen = heap_;
  std::sort_heap(seen.begin(), seen.end(), is_heavier);
  return seen;
}

}  // namespace pantau
