#include "common/article.h"

#include <filesystem>

#include "common/hash.h"
#include "common/url.h"

namespace pantau {

namespace {

/// The name of an input that has none: its articles are known by what they say alone.
constexpr std::string_view standard_input = "-";

std::string with_offset(std::string file, std::uint64_t offset) {
  return offset == 0 ? std::move(file) : std::move(file) + ':' + std::to_string(offset);
}

}  // namespace

std::string display_id(const Article& article) {
  if (!article.id.empty()) return article.id;
  return article.url.empty() ? with_offset(article.file, article.offset) : article.url;
}

std::string identity(const Article& article) {
  std::string url = canonical_url(article.canonical.empty() ? article.url : article.canonical);
  if (names_a_page(url)) return url;
  if (!article.id.empty()) return article.id;
  if (!url.empty()) return url;
  if (article.file == standard_input)
    return std::string{standard_input} + ':' + to_hex(fnv1a(article.text, fnv1a(article.title)));
  std::error_code unreadable;  // then the path as given is the best name there is
  const auto path = std::filesystem::weakly_canonical(article.file, unreadable);
  return with_offset(unreadable ? article.file : path.string(), article.offset);
}

}  // namespace pantau
