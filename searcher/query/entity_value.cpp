#include "searcher/query/entity_value.h"

#include <algorithm>
#include <vector>

#include "common/entities/entities.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "searcher/lexicon/edit_distance.h"

namespace pantau {
namespace {

/// More edits make another name of most ids, and of short ones even two.
constexpr unsigned max_edits = 2;
constexpr std::size_t bytes_per_edit = 4;

/// Names that a note gives as examples.
constexpr std::size_t max_named = 3;

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

/// `"Bank Jago", "Bank Indonesia"` for "bank": the shortest names that begin with it and a space.
std::string names_beginning_with(const EntityTable& table, std::string_view first) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < table.size(); ++i)
    for (const EntityName& name : table.entity(i).names)
      if (to_lower_ascii(name.text).starts_with(std::string{first} + ' ')) {
        names.emplace_back(name.text);
        break;
      }
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), max_named); ++i)
    list += (list.empty() ? "\"" : ", \"") + names[i] + '"';
  return list;
}

}  // namespace

EntityValue entity_value(std::string_view text, Analyzer& analyzer) {
  const std::string value = to_valid_utf8(text);
  const EntityTable table = EntityTable::embedded();
  if (const std::string_view id = table.resolve(value, analyzer.words(value)); !id.empty())
    return {std::string{id}, {}};
  const std::string lower = to_lower_ascii(value);
  std::string note = "no entity is called \"" + value + '"';
  if (const std::string names = names_beginning_with(table, lower); !names.empty())
    note += "; a name of several words stands in quotation marks: " + names;
  else if (const std::string nearest = nearest_id(table, lower); !nearest.empty())
    note += "; \"" + nearest + "\" is one";
  return {lower, note};
}

}  // namespace pantau
