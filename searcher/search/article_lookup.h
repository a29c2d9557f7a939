// One stored article by its name. What an article is called outside: its address, else its
// producer's id, else a handle made of where it was read, which tells nobody where that is.
// Tested by tests/searcher/article_lookup_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/article.h"

namespace pantau {

/// Bytes of a name that is in links; articles of longer ones get a handle.
inline constexpr std::size_t max_public_name = 200;

/// The address (http, https) or the producer's id, if that is no path; "" if `article` needs a
/// handle.
[[nodiscard]] std::string public_name(const Article& article);

/// Sixteen hexadecimal digits of the term that only one article has.
[[nodiscard]] std::string handle_of(std::string_view unique_term);

/// public_name(), or the handle of the document `id`.
[[nodiscard]] std::string handle_in(const Xapian::Database& database, Xapian::docid id,
                                    const Article& article);

/// A document and a term that it alone has.
struct NamedDocument {
  Xapian::docid id;
  std::string term;
};

/// The document that `name` means: an address, an id, a file, or a handle, for which every article
/// of the index may be looked at: a tenth of a second for half a million.
[[nodiscard]] std::optional<NamedDocument> find_named(const Xapian::Database& database,
                                                      const std::string& name);

/// A stored article, as it is read.
struct FoundArticle {
  Article article;
  std::string term;                   ///< that it alone has: confines a search to it
  std::vector<std::string> entities;  ///< ids of what it is about
};

/// The article that `name` means.
[[nodiscard]] std::optional<FoundArticle> find_article(const Xapian::Database& database,
                                                       const std::string& name);

}  // namespace pantau
