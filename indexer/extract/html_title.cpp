// Compares what the page calls itself in five places. Entrance: find_title.
// Tested by tests/indexer/html_title_test.cpp.
#include "indexer/extract/html_title.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/extract/html_witness.h"

namespace pantau {
namespace {

/// What stands between a headline and the name of a site.
constexpr std::array<std::string_view, 9> separators{" | ", " - ", " – ",  " — ", " · ",
                                                     " » ", " • ", " :: ", " / "};
/// Longer ones are sentences or whole pages in a heading by mistake.
constexpr std::size_t max_title_bytes = 600;

/// A heading has a handful of nodes; unclosed ones have the rest of the page.
constexpr NodeId max_heading_nodes = 64;

/// Bytes of letters below which a part of a heading is a kicker, not a headline.
constexpr std::size_t min_part = 16;

std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

struct Split {
  std::string_view before, after;
};

Split split_at_last(std::string_view title) {
  std::size_t best = std::string_view::npos, width = 0;
  for (const auto separator : separators) {
    const auto at = title.rfind(separator);
    if (at == std::string_view::npos || (best != std::string_view::npos && at <= best)) continue;
    best = at;
    width = separator.size();
  }
  if (best == std::string_view::npos) return {title, {}};
  return {title.substr(0, best), title.substr(best + width)};
}

}  // namespace

std::string without_site_name(std::string_view title, std::string_view site) {
  const std::string site_key = letters_of(site);
  while (true) {
    const Split split = split_at_last(title);
    if (split.after.empty() || split.before.empty()) break;
    const std::string after = letters_of(split.after);
    const bool is_site =
        !site_key.empty() && (after == site_key || site_key.find(after) != std::string::npos ||
                              after.find(site_key) != std::string::npos);
    // A tail much shorter than what is before it is a section or a site; a longer one is the story.
    const bool is_tail = count_words(split.after) <= 3 && count_words(split.before) >= 4;
    if (!is_site && !is_tail) break;
    title = split.before;
  }
  return std::string{title};
}

namespace {

/// Whether `shorter` is what stands behind the first colon of `heading`.
bool is_without_kicker(std::string_view shorter, std::string_view heading) {
  const auto colon = heading.find(": ");
  return colon != std::string_view::npos && letters_of(shorter).size() >= min_part &&
         letters_of(heading.substr(colon)) == letters_of(shorter);
}

/// Of a heading that holds a kicker and a headline the part that a second source ends with, or "".
std::string part_of_heading(const HtmlTree& tree, const HtmlMetadata& metadata,
                            std::string_view og_key, std::string_view json_key) {
  for (const NodeId id : metadata.h1) {
    const std::size_t whole = letters_of(tree.text_below(id)).size();
    const NodeId end = std::min(tree[id].end, id + max_heading_nodes);
    for (NodeId i = id + 1; i < end; ++i) {
      if (tree[i].tag == Tag::text) continue;
      std::string part = tree.text_below(i);
      const std::string key = letters_of(part);
      if (key.size() < min_part || key.size() >= whole) continue;
      if (og_key.ends_with(key) || json_key.ends_with(key)) return part;
    }
  }
  return {};
}

}  // namespace

std::string find_title(const HtmlTree& tree, const HtmlMetadata& metadata) {
  const std::string site = site_name_of(metadata);
  std::vector<std::string> h1;
  for (const NodeId id : metadata.h1) h1.push_back(tree.text_below(id));
  const std::string og{metadata.meta({"og:title", "twitter:title", "dc.title"})};
  const std::string page_key = letters_of(metadata.html_title);
  const std::string og_key = letters_of(og), json_key = letters_of(metadata.json_ld.headline);
  // A heading that a second source repeats is the headline beyond doubt.
  for (const std::string& heading : h1) {
    const std::string key = letters_of(heading);
    if (key.empty() || heading.size() > max_title_bytes) continue;
    if (key != json_key && key != og_key) continue;
    // ... unless the other source gives it without its kicker ("Olympics: Team wins").
    const std::string& shorter = key == og_key ? metadata.json_ld.headline : og;
    return is_without_kicker(shorter, heading) ? shorter : heading;
  }
  if (std::string part = part_of_heading(tree, metadata, og_key, json_key); !part.empty())
    return part;
  for (const std::string& heading : h1) {
    const std::string key = letters_of(heading);
    if (key.size() < 12 || heading.size() > max_title_bytes) continue;
    if (page_key.starts_with(key) || og_key.starts_with(key)) return heading;
  }
  if (!metadata.json_ld.headline.empty()) return metadata.json_ld.headline;
  if (!og.empty()) return without_site_name(og, site);
  if (h1.size() == 1 && count_words(h1[0]) >= 3 && h1[0].size() <= max_title_bytes) return h1[0];
  if (!metadata.html_title.empty()) return without_site_name(metadata.html_title, site);
  return h1.empty() ? std::string{} : h1.front();
}

}  // namespace pantau
