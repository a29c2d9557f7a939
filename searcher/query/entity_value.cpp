#include "searcher/query/entity_value.h"

#include <algorithm>

#include "common/entities/entities.h"
#include "common/url.h"
#include "common/utf8.h"
#include "searcher/search/edit_distance.h"

namespace pantau {
namespace {

/// More edits make another name of most ids, and of short ones even two.
constexpr unsigned max_edits = 2;
constexpr std::size_t bytes_per_edit = 4;

/// The id nearest in spelling, "" if none is near.
std::string nearest_id(const EntityTable& table, std::string_view text) {
  unsigned best =
      std::min<unsigned>(max_edits, static_cast<unsigned>(text.size() / bytes_per_edit));
  EditDistance distance{text, best};
  std::string_view nearest;
  for (std::size_t i = 0; i < table.size() && best > 0; ++i) {
    const std::string_view id = table.id(i);
    const unsigned edits = distance.to(id);
    if (edits > best || (edits == best && !nearest.empty())) continue;
    best = edits;
    nearest = id;
  }
  return std::string{nearest};
}

}  // namespace

EntityValue entity_value(std::string_view text, Analyzer& analyzer) {
  const std::string value = to_valid_utf8(text);
  const EntityTable table = EntityTable::embedded();
  if (const std::string_view id = table.resolve(value, analyzer.words(value)); !id.empty())
    return {std::string{id}, {}};
  const std::string lower = to_lower_ascii(value);
  const std::string nearest = nearest_id(table, lower);
  return {lower, "no entity is called \"" + value + '"' +
                     (nearest.empty() ? "" : "; \"" + nearest + "\" is one")};
}

}  // namespace pantau
