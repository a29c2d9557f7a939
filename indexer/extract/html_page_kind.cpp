// Section fronts, tag pages, galleries, video and error pages, by what the page says of itself, by
// its address, and by how its text relates to its links. Entrance: page_kind_of. Tested by
// tests/indexer/html_page_kind_test.cpp.
#include "indexer/extract/html_page_kind.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/url.h"
#include "indexer/extract/ascii.h"

namespace pantau {
namespace {

/// Letters of links for each of running text from which on a text is a list of teasers: fronts have
/// one to six, articles a tenth.
constexpr double teaser_links = 0.5;
/// A picture's or a film's page has a caption, no story.
constexpr double caption_text = 250;

bool contains_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

/// Folders in addresses of lists, in English and Indonesian.
constexpr std::array<std::string_view, 13> list_folders{
    "/tag/",   "/tags/",   "/topic/",   "/topics/", "/topik/", "/category/", "/kategori/",
    "/label/", "/author/", "/penulis/", "/search",  "/indeks", "/archive/"};
constexpr std::array<std::string_view, 5> gallery_folders{"/foto/", "/photo/", "/photos/",
                                                          "/gallery/", "/galeri/"};
constexpr std::array<std::string_view, 4> video_folders{"/video/", "/videos/", "/watch/", "/tv/"};

/// What WordPress and its kin write into <body class> of pages that are lists.
constexpr std::array<std::string_view, 7> list_bodies{
    " home ", " blog ", " archive ", " category ", " tag ", " search-results ", " author "};

constexpr std::array<std::string_view, 14> error_titles{"404",
                                                        "403",
                                                        "500",
                                                        "502",
                                                        "503",
                                                        "page not found",
                                                        "not found",
                                                        "access denied",
                                                        "just a moment",
                                                        "halaman tidak ditemukan",
                                                        "attention required",
                                                        "service unavailable",
                                                        "are you a robot",
                                                        "error"};

/// The site says so in one of the vocabularies that only articles use.
bool says_article(const HtmlTree& tree, const HtmlMetadata& metadata) {
  if (metadata.json_ld.is_article) return true;
  const auto og_type = metadata.meta({"og:type"});
  if (og_type == "article" && !metadata.meta({"article:published_time", "datepublished"}).empty())
    return true;
  for (NodeId i = 1; i < tree.nodes().size(); ++i)
    if (tree.attribute(i, Attr::itemprop).find("articleBody") != std::string_view::npos)
      return true;
  return false;
}

bool is_error(std::string_view title, const HtmlContent& content) {
  const std::string low = lower_ascii(title);
  return content.letters < caption_text &&
         std::any_of(error_titles.begin(), error_titles.end(),
                     [&](std::string_view error) { return low.starts_with(error); });
}

bool is_root(std::string_view url) {
  const std::string address = canonical_url(url);
  if (address.empty()) return false;
  if (!names_a_page(address)) return true;
  const auto path = address.substr(address.find('/', address.find("://") + 3));
  return path == "/index.html" || path == "/index.php" || path == "/home" || path == "/id/" ||
         path == "/en/";
}

bool has_list_body(const HtmlTree& tree) {
  const NodeId body = tree.find(Tag::body);
  const std::string names = " " + std::string{tree.attribute(body, Attr::css_class)} + " ";
  return body != 0 && contains_any(names, list_bodies) &&
         names.find(" single") == std::string::npos;
}

}  // namespace

PageVerdict page_kind_of(const HtmlTree& tree, const HtmlMetadata& metadata,
                         const HtmlContent& content, std::string_view title) {
  if (is_error(title, content)) return {false, "error-page"};
  if (content.text.empty()) return {false, "no-text"};
  const std::string url = lower_ascii(metadata.url);
  const std::string_view type = metadata.json_ld.type;
  const auto og_type = metadata.meta({"og:type"});
  if (content.letters < caption_text) {
    if (type == "ImageGallery" || contains_any(url, gallery_folders)) return {false, "gallery"};
    if (type == "VideoObject" || og_type.starts_with("video") || contains_any(url, video_folders))
      return {false, "video"};
  }
  if (says_article(tree, metadata)) return {};
  // Lists of teasers: little running text for so many links.
  const bool teasers = content.link_letters > teaser_links * content.letters;
  if (!teasers) return {};
  if (is_root(metadata.url)) return {false, "section-front"};
  if (contains_any(url, list_folders) || type == "CollectionPage" || type == "SearchResultsPage" ||
      has_list_body(tree))
    return {false, "tag-page"};
  return {};
}

}  // namespace pantau
