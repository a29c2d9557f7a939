#include "indexer/index/deletions.h"

#include <algorithm>
#include <sstream>

#include "common/schema.h"
#include "common/url.h"

namespace pantau {

std::string deletion_key(const std::string& unique_term) {
  return label_term(deletion_key_prefix, unique_term);
}

std::string deletion_names(const Article& article) {
  return identity(article) + '\n' + display_id(article) + '\n' + canonical_url(article.url) + '\n' +
         canonical_url(article.canonical);
}

std::vector<std::string> find_deletions(const GenerationWriter& generation,
                                        const std::vector<std::string>& names) {
  const auto is_asked = [&](const std::string& line) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return !line.empty() && (line == name || line == canonical_url(name));
    });
  };
  std::vector<std::string> keys;
  for (const std::string& key : generation.metadata_keys(deletion_key_prefix)) {
    std::istringstream lines{generation.metadata(key)};
    for (std::string line; std::getline(lines, line);) {
      if (!is_asked(line)) continue;
      keys.push_back(key);
      break;
    }
  }
  return keys;
}

Metadata metadata_of(const Xapian::Database& database, std::string_view prefix) {
  Metadata metadata;
  const std::string start{prefix};
  for (auto key = database.metadata_keys_begin(start); key != database.metadata_keys_end(start);
       ++key)
    metadata[*key] = database.get_metadata(*key);
  return metadata;
}

}  // namespace pantau
