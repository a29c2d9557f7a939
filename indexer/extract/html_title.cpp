// Compares what the page calls itself in five places. Entrance: find_title.
// Tested by tests/indexer/html_title_test.cpp.
#include "indexer/extract/html_title.h"

#include <algorithm>
#include <vector>

#include "common/utf8.h"
#include "indexer/extract/html_witness.h"
#include "indexer/extract/title_parts.h"

namespace pantau {
namespace {

/// Longer ones are sentences or whole pages in a heading by mistake.
constexpr std::size_t max_title_bytes = 600;

/// A heading has a handful of nodes; unclosed ones have the rest of the page.
constexpr NodeId max_heading_nodes = 64;

/// Bytes of letters below which a part of a heading is a kicker, not a headline.
constexpr std::size_t min_part = 16;

std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

/// What the page calls itself, in five places; keys are letters_of the texts.
struct Titles {
  Titles(const HtmlTree& tree, const HtmlMetadata& metadata)
      : og{metadata.meta({"og:title", "twitter:title", "dc.title"})},
        json{metadata.json_ld.headline},
        page{metadata.html_title},
        site{site_name_of(metadata).text},
        og_key{letters_of(og)},
        json_key{letters_of(json)},
        page_key{letters_of(page)} {
    for (const NodeId id : metadata.h1) h1.push_back(tree.text_below(id));
  }

  std::vector<std::string> h1;
  std::string_view og, json, page;
  std::string site, og_key, json_key, page_key;
};

/// Whether `shorter` is what stands behind the first colon of `heading`.
bool is_without_kicker(std::string_view shorter, std::string_view heading) {
  const auto colon = heading.find(": ");
  return colon != std::string_view::npos && letters_of(shorter).size() >= min_part &&
         letters_of(heading.substr(colon)) == letters_of(shorter);
}

/// A heading that a second source repeats is the headline beyond doubt ...
FoundText repeated_heading(const Titles& titles) {
  for (const std::string& heading : titles.h1) {
    const std::string key = letters_of(heading);
    if (key.empty() || heading.size() > max_title_bytes) continue;
    if (key != titles.json_key && key != titles.og_key) continue;
    // ... unless the other source gives it without its kicker ("Olympics: Team wins").
    const bool is_og = key == titles.og_key;
    const std::string_view shorter = is_og ? titles.json : titles.og;
    if (is_without_kicker(shorter, heading))
      return {std::string{shorter}, {is_og ? "json-ld" : "meta", 0.95}};
    // Parts of a heading set apart by style alone run into each other.
    const std::string_view same = is_og ? titles.og : titles.json;
    const bool runs_together =
        std::count(same.begin(), same.end(), ' ') > std::count(heading.begin(), heading.end(), ' ');
    return {runs_together ? std::string{same} : heading,
            {is_og ? "h1, as in meta" : "h1, as in json-ld", 0.98}};
  }
  return {};
}

/// When a heading holds a kicker and a headline: the part that a second source ends with.
FoundText part_of_heading(const HtmlTree& tree, const HtmlMetadata& metadata,
                          const Titles& titles) {
  for (const NodeId id : metadata.h1) {
    const std::size_t whole = letters_of(tree.text_below(id)).size();
    const NodeId end = std::min(tree[id].end, id + max_heading_nodes);
    for (NodeId i = id + 1; i < end; ++i) {
      if (tree[i].tag == Tag::text) continue;
      std::string part = tree.text_below(i);
      const std::string key = letters_of(part);
      if (key.size() < min_part || key.size() >= whole) continue;
      if (titles.og_key.ends_with(key) || titles.json_key.ends_with(key))
        return {std::move(part), {"part of h1", 0.9}};
    }
  }
  return {};
}

/// A heading that <title> or og:title opens with: the site's name follows there.
FoundText opening_heading(const Titles& titles) {
  constexpr std::size_t min_heading = 12;
  for (const std::string& heading : titles.h1) {
    const std::string key = letters_of(heading);
    if (key.size() < min_heading || heading.size() > max_title_bytes) continue;
    if (titles.page_key.starts_with(key) || titles.og_key.starts_with(key))
      return {heading, {"h1, as in title", 0.9}};
  }
  return {};
}

/// The first headings below h1, which hold the headline where h1 holds the site's name or a
/// section.
std::vector<std::string> subheadings(const HtmlTree& tree) {
  constexpr std::size_t most = 12;
  std::vector<std::string> found;
  for (NodeId i = 1; i < tree.nodes().size() && found.size() < most; ++i)
    if (tree[i].tag == Tag::h2 || tree[i].tag == Tag::h3) found.push_back(tree.text_below(i));
  return found;
}

/// A lesser heading that a second source repeats; or with which <title> ends, if what is before it,
/// the site's name, is shorter.
FoundText repeated_subheading(const HtmlTree& tree, const Titles& titles) {
  for (std::string& heading : subheadings(tree)) {
    const std::string key = letters_of(heading);
    if (key.size() < min_part) continue;
    const bool ends_title =
        titles.page_key.ends_with(key) && 2 * key.size() > titles.page_key.size();
    if (key == titles.og_key || key == titles.json_key || ends_title)
      return {std::move(heading), {"heading, as in title", 0.85}};
  }
  return {};
}

/// No two places agree: the best of them.
FoundText best_single(const Titles& titles) {
  if (!titles.json.empty()) return {std::string{titles.json}, {"json-ld", 0.8}};
  if (!titles.og.empty()) return {without_site_name(titles.og, titles.site), {"meta", 0.8}};
  const bool one_h1 = titles.h1.size() == 1 && count_words(titles.h1[0]) >= 3 &&
                      titles.h1[0].size() <= max_title_bytes;
  if (one_h1) return {titles.h1[0], {"h1", 0.7}};
  if (!titles.page.empty()) return {without_site_name(titles.page, titles.site), {"title", 0.6}};
  if (!titles.h1.empty()) return {titles.h1.front(), {"h1", 0.4}};
  return {};
}

/// "Harbour News: Storm passes" of Harbour News: no headline opens with its own paper's name.
std::string without_leading_site(std::string title, const std::string& site) {
  constexpr std::size_t min_rest_words = 3;
  const std::string key = letters_of(site);
  for (const std::string_view separator : {": ", " | ", " - ", " – ", " — "}) {
    const auto at = title.find(separator);
    if (key.empty() || at == std::string::npos || letters_of(title.substr(0, at)) != key) continue;
    std::string rest = title.substr(at + separator.size());
    if (count_words(rest) >= min_rest_words) return rest;
  }
  return title;
}

/// "Headline¶": the sign of a link to the heading itself.
std::string without_anchor(std::string title) {
  for (const std::string_view sign : {"\u00B6", "\U0001F517", "#", "\u00A7", " "})
    while (title.size() > sign.size() && title.ends_with(sign))
      title.resize(title.size() - sign.size());
  return title;
}

/// With the no-break and wide spaces that the page has in it, which headlines are set with.
std::string as_written(const HtmlTree& tree, std::string title) {
  for (NodeId i = 1; i < tree.nodes().size(); ++i) {
    const bool is_heading = tree[i].tag == Tag::h1;
    if (!is_heading && tree[i].tag != Tag::meta) continue;
    std::string_view written = tree.attribute(i, Attr::content);
    if (is_heading && tree[i].end == i + 2) written = tree.text(i + 1);
    if (written.size() <= title.size() || collapse_space(written) != title) continue;
    return collapse_ascii_space(written);
  }
  return title;
}

FoundText best_title(const HtmlTree& tree, const HtmlMetadata& metadata, const Titles& titles) {
  if (auto found = repeated_heading(titles); !found.text.empty()) return found;
  if (auto found = part_of_heading(tree, metadata, titles); !found.text.empty()) return found;
  if (auto found = repeated_subheading(tree, titles); !found.text.empty()) return found;
  if (auto found = opening_heading(titles); !found.text.empty()) return found;
  return best_single(titles);
}

}  // namespace

FoundText find_title(const HtmlTree& tree, const HtmlMetadata& metadata) {
  const Titles titles{tree, metadata};
  FoundText found = best_title(tree, metadata, titles);
  found.text = without_leading_site(std::move(found.text), titles.site);
  found.text = as_written(tree, without_anchor(std::move(found.text)));
  return found;
}

}  // namespace pantau
