#include "searcher/search/slot_values.h"

#include <algorithm>
#include <numeric>

namespace pantau {

std::vector<std::string> slot_values(const Xapian::Database& database, Xapian::valueno slot,
                                     const std::vector<Xapian::docid>& ids) {
  std::vector<std::size_t> order(ids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
  std::vector<std::string> values(ids.size());
  auto value = database.valuestream_begin(slot);
  for (const std::size_t i : order) {
    if (value == database.valuestream_end(slot)) break;
    value.skip_to(ids[i]);
    if (value != database.valuestream_end(slot) && value.get_docid() == ids[i]) values[i] = *value;
  }
  return values;
}

}  // namespace pantau
