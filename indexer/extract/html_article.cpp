// Joins the parts of the HTML extractor. Entrance: extract_html.
// Tested by tests/indexer/html_article_test.cpp.
#include "indexer/extract/html_article.h"

#include "common/language.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/extract/html_author.h"
#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_date.h"
#include "indexer/extract/html_metadata.h"
#include "indexer/extract/html_outlet.h"
#include "indexer/extract/html_page_kind.h"
#include "indexer/extract/html_title.h"
#include "indexer/extract/html_witness.h"

namespace pantau {
namespace {

/// Old sites call every page by their own name.
bool has_no_headline(const HtmlArticle& article, const HtmlMetadata& metadata) {
  return article.title.empty() || is_titled_by_site(metadata) ||
         letters_of(host_of(article.url)).find(letters_of(article.title)) != std::string::npos;
}

/// The first line, if it is short as headlines are and no sentence, moves from the text to the
/// title.
void take_title_from_text(HtmlArticle& article, std::string& text) {
  constexpr std::size_t longest_headline = 160;
  const auto end = text.find("\n\n");
  const auto line = std::string_view{text}.substr(0, end);
  if (end == std::string::npos || reading_width(line) > longest_headline || ends_sentence(line))
    return;
  article.title = line;
  article.title_from = {"first line", 0.4};
  text.erase(0, end + 2);
}

void take(FoundText&& found, std::string& text, Provenance& from) {
  text = std::move(found.text);
  from = found.from;
}

/// Escapes in JSON-LD can spell what no terminal should see.
std::string harmless_line(std::string_view text) {
  return collapse_space(to_valid_utf8(text));
}

void make_harmless(HtmlArticle& article) {
  article.title = collapse_ascii_space(to_valid_utf8(article.title));
  article.outlet = harmless_line(article.outlet);
  for (std::string& author : article.authors) author = harmless_line(author);
  article.text = to_valid_utf8(article.text);
}

void forget_structured_data(HtmlMetadata& metadata) {
  metadata.json_ld = {};
  metadata.metas.clear();
}

/// How a person finds the element again: its id, classes and the like.
std::string names_of(const HtmlTree& tree, NodeId id) {
  std::string names;
  for (const Attr attr : {Attr::id, Attr::css_class, Attr::itemprop, Attr::hint})
    if (tree.has(id, attr)) names.append(names.empty() ? "" : " ").append(tree.attribute(id, attr));
  return names;
}

}  // namespace

HtmlArticle extract_html(std::string_view utf8_html, std::string_view url,
                         std::string_view captured, bool explain, const HtmlMethod& method) {
  const HtmlTree tree = parse_html(utf8_html);
  const auto evidence = method.names ? NoiseEvidence::names_and_tags : NoiseEvidence::tags_only;
  const auto marks = mark_noise(tree, evidence);
  HtmlMetadata metadata = read_metadata(tree, marks, url);
  if (!method.structured_data) forget_structured_data(metadata);

  HtmlArticle article;
  article.url = plausible_canonical(metadata);
  take(find_title(tree, metadata), article.title, article.title_from);
  take(find_outlet(tree, metadata, host_of(article.url)), article.outlet, article.outlet_from);
  FoundAuthors authors = find_authors(tree, marks, metadata);
  article.authors = std::move(authors.names);
  article.authors_from = authors.from;
  article.language = language_code(metadata.language);
  article.cut = tree.cut();
  if (const auto found = find_html_date(tree, marks, metadata, parse_iso_date(captured))) {
    article.date = found->date;
    article.date_from = found->from;
  }
  const ContentHints hints{article.title, description_of(metadata), metadata.json_ld.body};
  HtmlContent content = find_content(tree, marks, hints, method, explain);
  if (has_no_headline(article, metadata)) take_title_from_text(article, content.text);
  const PageVerdict kind = page_kind_of(tree, metadata, content, article.title);
  article.is_article = kind.is_article;
  article.reject_reason = kind.reason;
  article.strategy = content.strategy;
  if (explain) article.root = names_of(tree, content.root);
  article.text = std::move(content.text);
  article.verdicts = std::move(content.verdicts);
  for (BlockVerdict& verdict : article.verdicts) verdict.text = to_valid_utf8(verdict.text);
  make_harmless(article);
  return article;
}

}  // namespace pantau
