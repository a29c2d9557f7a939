#include "searcher/search/article_lookup.h"

#include <algorithm>

#include "common/hash.h"
#include "common/schema.h"
#include "common/stored_article.h"
#include "common/text.h"
#include "common/url.h"
#include "searcher/search/similar.h"

namespace pantau {
namespace {

constexpr std::size_t handle_digits = 16;

bool is_handle(std::string_view name) {
  return name.size() == handle_digits &&
         name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// A path, or something that names one: it tells how a server is laid out.
bool looks_like_path(std::string_view id) {
  return id.find('/') != std::string_view::npos || id.find('\\') != std::string_view::npos ||
         to_lower_ascii(id).starts_with("file:");
}

/// The first document of `term`.
std::optional<NamedDocument> document_of(const Xapian::Database& database,
                                         const std::string& term) {
  const auto id = database.postlist_begin(term);
  if (id == database.postlist_end(term)) return {};
  return NamedDocument{*id, term};
}

/// Looks at every unique term that begins with `start`.
std::optional<NamedDocument> find_handle(const Xapian::Database& database, const std::string& start,
                                         std::string_view handle) {
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term)
    if (const std::string name = *term; handle_of(name) == handle)
      return document_of(database, name);
  return {};
}

/// The ids in the slot of entities.
std::vector<std::string> entities_of(const Xapian::Document& document) {
  std::vector<std::string> ids;
  const std::string all = document.get_value(field("entity").slot);
  for (std::string_view rest = all; !rest.empty();) {
    const std::size_t end = std::min(rest.find(entity_separator), rest.size());
    ids.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return ids;
}

}  // namespace

std::string public_name(const Article& article) {
  std::string address = canonical_url(article.canonical.empty() ? article.url : article.canonical);
  if (address.size() > max_public_name) address.clear();
  if (names_a_page(address)) return address;
  const bool is_short = article.id.size() <= max_public_name;
  if (!article.id.empty() && is_short && !looks_like_path(article.id)) return article.id;
  return article.id.empty() ? address : std::string{};
}

std::string handle_of(std::string_view unique_term) {
  return to_hex(fnv1a(unique_term));
}

std::string handle_in(const Xapian::Database& database, Xapian::docid id, const Article& article) {
  if (std::string name = public_name(article); !name.empty()) return name;
  const std::string prefix{field("id").prefix};
  auto term = database.termlist_begin(id);
  term.skip_to(prefix);
  const bool has = term != database.termlist_end(id) && (*term).starts_with(prefix);
  return has ? handle_of(*term) : std::string{};
}

std::optional<NamedDocument> find_named(const Xapian::Database& database, const std::string& name) {
  for (const std::string& term : terms_naming(name))
    if (auto found = document_of(database, term)) return found;
  if (!is_handle(name)) return {};
  const std::string prefix{field("id").prefix};
  if (auto found = find_handle(database, prefix + '/', name)) return found;  // files are most
  return find_handle(database, prefix, name);
}

std::optional<FoundArticle> find_article(const Xapian::Database& database,
                                         const std::string& name) {
  const std::optional<NamedDocument> named = find_named(database, name);
  if (!named) return {};
  const Xapian::Document document = database.get_document(named->id);
  FoundArticle found{decode_article(document.get_data()), named->term, entities_of(document)};
  found.article.handle = handle_in(database, named->id, found.article);
  return found;
}

}  // namespace pantau
