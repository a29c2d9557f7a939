// What a page says about itself outside its text: <meta>, <link>, <title>, headings, JSON-LD, all
// gathered once for html_title, html_author, html_date and html_page_kind. Entrance: read_metadata.
// Tested by tests/indexer/html_metadata_test.cpp.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/findings.h"
#include "indexer/extract/html_json_ld.h"
#include "indexer/extract/html_noise.h"
#include "indexer/extract/html_tree.h"

namespace pantau {

struct MetaEntry {
  std::string name;     ///< of name=, property= or itemprop=, in lower case
  std::string content;  ///< one line
};

struct HtmlMetadata {
  std::string url;  ///< where the page was found, as given
  std::vector<MetaEntry> metas;
  std::string html_title;  ///< <title>, one line
  std::vector<NodeId> h1;  ///< that are shown, in document order
  std::string canonical;   ///< <link rel="canonical">, as written
  std::string language;    ///< <html lang>, else of a meta, as written
  JsonLd json_ld;

  /// Content of the first entry with one of these names, the earlier names first; or "".
  [[nodiscard]] std::string_view meta(std::initializer_list<std::string_view> names) const;
};

[[nodiscard]] HtmlMetadata read_metadata(const HtmlTree& tree,
                                         const std::vector<NodeEvidence>& marks,
                                         std::string_view url);

/// The summary that the page gives of itself, or "".
[[nodiscard]] std::string_view description_of(const HtmlMetadata& metadata);

/// Name of the newspaper or site as the page gives it.
[[nodiscard]] FoundText site_name_of(const HtmlMetadata& metadata);

/// The canonical URL if it is plausible: an address of this site that names a page; else the URL of
/// the page itself.
[[nodiscard]] std::string plausible_canonical(const HtmlMetadata& metadata);

}  // namespace pantau
