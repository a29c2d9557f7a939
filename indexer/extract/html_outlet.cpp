// Sources of an outlet's name in the order of their worth. Entrance: find_outlet.
// Tested by tests/indexer/html_outlet_test.cpp.
#include "indexer/extract/html_outlet.h"

#include <algorithm>
#include <vector>

#include "common/utf8.h"
#include "indexer/extract/html_witness.h"
#include "indexer/extract/outlet.h"

namespace pantau {
namespace {

/// Shorter labels of hosts ("www", "m", "id") spell too many words.
constexpr std::size_t min_label = 4;

/// The parts of a host that can be a name, as letters: all labels but the last.
std::vector<std::string> labels_of(std::string_view host) {
  std::vector<std::string> labels;
  for (auto dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.')) {
    std::string label = letters_of(host.substr(0, dot));
    if (label.size() >= min_label) labels.push_back(std::move(label));
    host.remove_prefix(dot + 1);
  }
  return labels;
}

/// A short text that spells one of the labels: where it has spaces and capitals, it is the name.
std::string name_spelling(const HtmlTree& tree, const std::vector<std::string>& labels) {
  constexpr std::uint32_t longest = 60;
  std::string best;
  for (NodeId i = 1; i < tree.nodes().size(); ++i) {
    if (tree[i].tag != Tag::text || tree[i].size > longest || tree[i].size < min_label) continue;
    const std::string key = letters_of(tree.text(i));
    if (std::find(labels.begin(), labels.end(), key) == labels.end()) continue;
    std::string name = collapse_space(tree.text(i));
    if (best.empty() || name.size() > best.size()) best = std::move(name);
  }
  return best;
}

/// The part of <title> before or behind a separator that spells one of the labels.
std::string part_spelling(std::string_view title, const std::vector<std::string>& labels) {
  constexpr std::string_view signs = "|-–—·»•:";
  for (std::size_t begin = 0; begin < title.size();) {
    const auto end = std::min(title.find_first_of(signs, begin), title.size());
    const auto part = title.substr(begin, end - begin);
    if (std::find(labels.begin(), labels.end(), letters_of(part)) != labels.end())
      return collapse_space(part);
    begin = end + 1;
  }
  return {};
}

}  // namespace

bool is_titled_by_site(const HtmlMetadata& metadata) {
  constexpr std::ptrdiff_t most_spaces = 1;
  const std::string& title = metadata.html_title;
  return !title.empty() && std::count(title.begin(), title.end(), ' ') <= most_spaces &&
         metadata.h1.empty() && metadata.json_ld.headline.empty() &&
         metadata.meta({"og:title", "twitter:title", "dc.title"}).empty() &&
         title.find_first_of("\x80\xE0") == std::string::npos;
}

FoundText find_outlet(const HtmlTree& tree, const HtmlMetadata& metadata, std::string_view host) {
  if (auto named = site_name_of(metadata); !named.text.empty()) return named;
  if (const auto known = known_outlet(host); !known.empty())
    return {std::string{known}, {"table of hosts", 0.95}};
  if (const auto labels = labels_of(host); !labels.empty()) {
    if (auto part = part_spelling(metadata.html_title, labels); !part.empty())
      return {std::move(part), {"title", 0.8}};
    if (auto name = name_spelling(tree, labels); !name.empty())
      return {std::move(name), {"text", 0.7}};
  }
  if (is_titled_by_site(metadata)) return {metadata.html_title, {"title", 0.4}};
  return {};
}

}  // namespace pantau
