#include "indexer/extract/extractor.h"

#include <utility>

#include "common/language.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/crawl/decode_page.h"
#include "indexer/extract/article_json.h"
#include "indexer/extract/language_detect.h"
#include "indexer/extract/outlet.h"
#include "indexer/extract/text_page.h"

namespace pantau {
namespace {

Rejected reject(const RawPage& page, std::string reason, std::string detail) {
  return {page.origin, page.url, std::move(reason), std::move(detail)};
}

/// What the page's own words do not say: where it came from, its language, its outlet by its host.
Article finish(Article article, RawPage&& page) {
  if (article.url.empty()) article.url = page.url;
  article.file = std::move(page.origin.file);
  article.offset = page.origin.offset;
  article.captured = std::move(page.captured);
  article.truncated = page.truncated;
  const std::string host = host_of(article.url);
  if (article.language.empty()) article.language = detect_language(article.text, host);
  if (article.outlet.empty() && !host.empty()) article.outlet = outlet_of_host(host);
  return article;
}

Extracted from_json(RawPage&& page) {
  auto parsed = parse_article_json(page.bytes);
  if (auto* problem = std::get_if<JsonProblem>(&parsed))
    return reject(page, std::move(problem->reason), std::move(problem->detail));
  JsonArticle& json = std::get<JsonArticle>(parsed);
  if (collapse_space(json.article.text).empty())
    return reject(page, "html-unsupported", "HTML is not read yet");
  return finish(std::move(json.article), std::move(page));
}

Extracted from_text(RawPage&& page) {
  Article article = extract_text_page(page.bytes);
  if (article.text.empty())
    return reject(page, "no-article", "no run of sentences that could be an article");
  return finish(std::move(article), std::move(page));
}

}  // namespace

Extracted extract_article(RawPage page, std::size_t max_bytes) {
  CrawlRecord decoded = decode_page(std::move(page), max_bytes);
  if (auto* rejected = std::get_if<Rejected>(&decoded)) return std::move(*rejected);
  if (auto* skipped = std::get_if<Skipped>(&decoded)) return std::move(*skipped);
  RawPage& ready = std::get<RawPage>(decoded);
  switch (ready.kind) {
    case PageKind::article_json: return from_json(std::move(ready));
    case PageKind::text: return from_text(std::move(ready));
    default: return reject(ready, "html-unsupported", "HTML is not read yet");
  }
}

}  // namespace pantau
