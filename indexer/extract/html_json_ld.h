// What a page tells machines in JSON-LD (schema.org). Entrance: read_json_ld.
// Tested by tests/indexer/html_json_ld_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// Strings as written, tags and entities taken out, white space collapsed; "" means "not said".
struct JsonLd {
  bool is_article = false;  ///< one of schema.org's articles is described
  bool is_list = false;     ///< ... several, and none of them is this page
  std::string type;         ///< of the page's main thing: "NewsArticle", "CollectionPage", ...
  std::string headline;
  std::vector<std::string> authors;
  std::string published;  ///< datePublished
  std::string uploaded;   ///< dateCreated or uploadDate, when there is no datePublished
  std::string publisher;  ///< name of the publisher
  std::string site;       ///< name of a WebSite, else of an Organization
  std::string language;   ///< inLanguage
  std::string url;        ///< mainEntityOfPage, else url
  std::string description;
  std::string body;  ///< articleBody; lines kept apart by "\n"
};

/// Reads all blocks of a page. Broken, huge or absurdly nested JSON is passed over. Of several
/// articles the one whose URL is `page_url` counts, else the first.
[[nodiscard]] JsonLd read_json_ld(std::span<const std::string_view> blocks,
                                  std::string_view page_url);

}  // namespace pantau
