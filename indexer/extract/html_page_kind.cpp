// Section fronts, tag pages, galleries, video and error pages, by what the page says of itself, by
// its address, and by how its text relates to its links. Entrance: page_kind_of. Tested by
// tests/indexer/html_page_kind_test.cpp.
#include "indexer/extract/html_page_kind.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/text.h"
#include "common/url.h"

namespace pantau {
namespace {

/// Letters of links for each of running text. Fronts have one to six, articles a tenth, but those
/// with many sources, results or products up to two: so links alone convict no page but a front.
constexpr double front_links = 0.8;
/// ... where the address, or the page itself, says that it is a list.
constexpr double list_links = 0.5;
/// From here on nothing else is asked: all is links.
constexpr double only_links = 3;
/// Letters of links that make a list.
constexpr double min_links = 400;
/// Teasers that make a list when there is little else on the page.
constexpr std::size_t min_teasers = 5;
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
  if (metadata.json_ld.is_article) return !metadata.json_ld.is_list;
  const auto og_type = metadata.meta({"og:type"});
  if (og_type == "article" && !metadata.meta({"article:published_time", "datepublished"}).empty())
    return true;
  for (NodeId i = 1; i < tree.nodes().size(); ++i)
    if (tree.attribute(i, Attr::itemprop).find("articleBody") != std::string_view::npos)
      return true;
  return false;
}

bool is_error(std::string_view title, const HtmlContent& content) {
  const std::string low = to_lower_ascii(title);
  return content.letters < caption_text &&
         std::any_of(error_titles.begin(), error_titles.end(),
                     [&](std::string_view error) { return low.starts_with(error); });
}

/// Where the page stands; files say it only themselves.
std::string address_of(const HtmlMetadata& metadata) {
  for (const std::string_view said :
       {std::string_view{metadata.url}, std::string_view{metadata.canonical},
        metadata.meta({"og:url"})})
    if (std::string address = canonical_url(said); !address.empty()) return to_lower_ascii(address);
  return {};
}

bool is_root(std::string_view address) {
  static constexpr std::array<std::string_view, 6> front_paths{"/index.html", "/index.php", "/home",
                                                               "/id/",        "/en/",       "/"};
  if (address.empty()) return false;
  const auto path = address.substr(address.find('/', address.find("://") + 3));
  return std::find(front_paths.begin(), front_paths.end(), path) != front_paths.end();
}

bool has_list_body(const HtmlTree& tree) {
  const NodeId body = tree.find(Tag::body);
  const std::string names = " " + std::string{tree.attribute(body, Attr::css_class)} + " ";
  return body != 0 && contains_any(names, list_bodies) &&
         names.find(" single") == std::string::npos;
}

/// "section-front" or "tag-page" for a list of other stories, else "".
std::string_view list_kind(const HtmlTree& tree, const HtmlMetadata& metadata,
                           const HtmlContent& content, std::string_view address) {
  const double links = content.link_letters / std::max(content.letters, 1.0);
  const bool teasers = content.teasers >= min_teasers && links > list_links;
  const bool root = is_root(address);
  // Fronts call themselves articles too, by a slip in their templates.
  if (says_article(tree, metadata) && !(root && teasers)) return {};
  if (root && links > front_links) return "section-front";
  const std::string_view type = metadata.json_ld.type;
  const bool named_list = contains_any(address, list_folders) || type == "CollectionPage" ||
                          type == "SearchResultsPage" || has_list_body(tree);
  if (named_list && links > list_links) return "tag-page";
  if (teasers || (links > only_links && content.link_letters > min_links)) return "section-front";
  return {};
}

}  // namespace

PageVerdict page_kind_of(const HtmlTree& tree, const HtmlMetadata& metadata,
                         const HtmlContent& content, std::string_view title) {
  if (is_error(title, content)) return {false, "error-page"};
  if (content.text.empty()) return {false, "no-text"};
  const std::string address = address_of(metadata);
  const std::string_view type = metadata.json_ld.type;
  if (content.letters < caption_text) {
    if (type == "ImageGallery" || contains_any(address, gallery_folders)) return {false, "gallery"};
    if (type == "VideoObject" || metadata.meta({"og:type"}).starts_with("video") ||
        contains_any(address, video_folders))
      return {false, "video"};
  }
  const std::string_view list = list_kind(tree, metadata, content, address);
  return {list.empty(), list};
}

}  // namespace pantau
