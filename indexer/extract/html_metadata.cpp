// Gathers what a page says about itself. Entrance: read_metadata.
// Tested by tests/indexer/html_metadata_test.cpp.
#include "indexer/extract/html_metadata.h"

#include <algorithm>

#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"

namespace pantau {
namespace {

/// Entries looked at: pages have some fifty.
constexpr std::size_t max_metas = 400;

/// Headings compared with the other titles: pages have one to five.
constexpr std::size_t max_h1 = 8;

void read_meta(const HtmlTree& tree, NodeId id, HtmlMetadata& out) {
  if (out.metas.size() >= max_metas) return;
  const auto content = tree.attribute(id, Attr::content);
  if (content.empty()) return;
  // One element may serve several vocabularies at once.
  for (const Attr attr : {Attr::property, Attr::name, Attr::itemprop}) {
    const auto name = tree.attribute(id, attr);
    if (!name.empty()) out.metas.push_back({to_lower_ascii(name), collapse_space(content)});
  }
}

void read_link(const HtmlTree& tree, NodeId id, HtmlMetadata& out) {
  if (out.canonical.empty() && to_lower_ascii(tree.attribute(id, Attr::rel)) == "canonical")
    out.canonical = tree.attribute(id, Attr::href);
}

/// "m.example.com" and "www.example.com" are one site: all but the first label of a longer host.
std::string_view site_of(std::string_view host) {
  for (const std::string_view prefix : {"www.", "m.", "amp.", "mobile."})
    if (host.starts_with(prefix)) return host.substr(prefix.size());
  return host;
}

}  // namespace

std::string_view HtmlMetadata::meta(std::initializer_list<std::string_view> names) const {
  for (const auto name : names)
    for (const MetaEntry& entry : metas)
      if (entry.name == name) return entry.content;
  return {};
}

HtmlMetadata read_metadata(const HtmlTree& tree, const std::vector<NodeEvidence>& marks,
                           std::string_view url) {
  HtmlMetadata out;
  out.url = url;
  for (NodeId i = 1; i < tree.nodes().size(); ++i) {
    switch (tree[i].tag) {
      case Tag::html:
        out.language = tree.attribute(i, Attr::lang);
        break;
      case Tag::meta:
        read_meta(tree, i, out);
        break;
      case Tag::link:
        read_link(tree, i, out);
        break;
      case Tag::title:
        if (out.html_title.empty()) out.html_title = tree.text_below(i);
        break;
      case Tag::h1:
        if (marks[i].noise != Noise::hidden && out.h1.size() < max_h1) out.h1.push_back(i);
        break;
      default:
        break;
    }
  }
  out.json_ld = read_json_ld(tree.json_ld(), url);
  if (out.language.empty())
    out.language =
        out.meta({"og:locale", "content-language", "language", "dc.language", "inlanguage"});
  if (out.language.empty()) out.language = out.json_ld.language;
  return out;
}

std::string_view description_of(const HtmlMetadata& metadata) {
  const auto described =
      metadata.meta({"og:description", "description", "twitter:description", "dc.description"});
  return described.empty() ? std::string_view{metadata.json_ld.description} : described;
}

FoundText site_name_of(const HtmlMetadata& metadata) {
  const auto named = metadata.meta({"og:site_name", "application-name", "cre", "dc.publisher"});
  if (!named.empty() && named.find("://") == std::string_view::npos)
    return {std::string{named}, {"meta", 0.95}};
  if (!metadata.json_ld.publisher.empty()) return {metadata.json_ld.publisher, {"json-ld", 0.9}};
  if (!metadata.json_ld.site.empty()) return {metadata.json_ld.site, {"json-ld", 0.8}};
  return {};
}

std::string plausible_canonical(const HtmlMetadata& metadata) {
  std::string own = canonical_url(metadata.url);
  for (const std::string_view said :
       {std::string_view{metadata.canonical}, metadata.meta({"og:url"}),
        std::string_view{metadata.json_ld.url}}) {
    std::string candidate = canonical_url(said);
    if (candidate.empty() || !names_a_page(candidate)) continue;
    // A slip in a template sends all pages of a site to one address; that of another site is a
    // copy's source, but also how a crawler's cache names itself. Only the same site is believed.
    if (own.empty() || site_of(host_of(candidate)) == site_of(host_of(own))) return candidate;
  }
  return own;
}

}  // namespace pantau
