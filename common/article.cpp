#include "common/article.h"

#include <filesystem>

#include "common/url.h"

namespace pantau {

namespace {

std::string with_offset(std::string file, std::uint64_t offset) {
  return offset == 0 ? std::move(file) : std::move(file) + ':' + std::to_string(offset);
}

}  // namespace

std::string display_id(const Article& article) {
  if (!article.id.empty()) return article.id;
  return article.url.empty() ? with_offset(article.file, article.offset) : article.url;
}

std::string identity(const Article& article) {
  const std::string url =
      canonical_url(article.canonical.empty() ? article.url : article.canonical);
  if (names_a_page(url)) return url;
  if (!article.id.empty()) return article.id;
  if (!url.empty()) return url;
  std::error_code unreadable;  // then the path as given is the best name there is
  const auto path = std::filesystem::weakly_canonical(article.file, unreadable);
  return with_offset(unreadable ? article.file : path.string(), article.offset);
}

}  // namespace pantau
