#include "indexer/extract/extractor.h"

#include <utility>

#include "common/language.h"
#include "common/url.h"
#include "common/utf8.h"
#include "indexer/crawl/decode_page.h"
#include "indexer/extract/article_json.h"
#include "indexer/extract/html_article.h"
#include "indexer/extract/language_detect.h"
#include "indexer/extract/outlet.h"
#include "indexer/extract/text_page.h"

namespace pantau {
namespace {

Rejected no_article(const RawPage& page, std::string reason, std::string detail) {
  return {page.origin, page.url, std::move(reason), std::move(detail), true};
}

Rejected reject(const RawPage& page, std::string reason, std::string detail) {
  return {page.origin, page.url, std::move(reason), std::move(detail)};
}

/// What is wanted besides the article.
struct Wish {
  OtherPages others = OtherPages::rejected;
  PageExplanation* explanation = nullptr;  ///< filled if there is one
};

/// What the page's own words do not say: where it came from, its language, its outlet by its host.
Article finish(Article article, RawPage&& page) {
  if (article.url.empty()) article.url = page.url;
  article.file = std::move(page.origin.file);
  article.offset = page.origin.offset;
  article.captured = std::move(page.captured);
  article.truncated |= page.truncated;
  const std::string host = host_of(article.url);
  if (article.language.empty()) article.language = detect_language(article.text, host);
  if (article.outlet.empty() && !host.empty()) article.outlet = outlet_of_host(host);
  return article;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

/// The language of a page is that of its body; what the page claims decides only where the body
/// cannot.
std::string language_of(const HtmlArticle& html, std::string_view host) {
  std::string language = detect_language(html.text, host, html.language);
  if (language == undetermined && !html.language.empty()) language = html.language;
  return language;
}

void explain(HtmlArticle& html, PageExplanation& out) {
  out.reject_reason = html.reject_reason;
  out.strategy = html.strategy;
  out.root = std::move(html.root);
  out.title = html.title_from;
  out.date = html.date_from;
  out.author = html.authors_from;
  out.outlet = html.outlet_from;
  out.blocks = std::move(html.verdicts);
}

/// What a page of HTML says, or why it is no article.
Extracted read_html(const RawPage& page, const Wish& wish) {
  HtmlArticle html = extract_html(page.bytes, page.url, page.captured, wish.explanation != nullptr);
  if (wish.explanation != nullptr) explain(html, *wish.explanation);
  if (!html.is_article && (wish.others == OtherPages::rejected || html.text.empty()))
    return no_article(page, std::string{html.reject_reason}, "the page is no article");
  if (html.text.empty()) return no_article(page, "no-article", "no text that could be an article");
  Article article;
  if (!page.url.empty() && canonical_url(html.url) != canonical_url(page.url))
    article.canonical = html.url;
  article.url = page.url.empty() ? html.url : page.url;
  article.title = std::move(html.title);
  article.author = joined(html.authors);
  article.outlet = std::move(html.outlet);
  article.language = language_of(html, host_of(article.url));
  article.date = html.date;
  article.text = std::move(html.text);
  article.truncated = html.cut;
  return article;
}

Extracted from_html(RawPage&& page, const Wish& wish) {
  Extracted read = read_html(page, wish);
  if (auto* article = std::get_if<Article>(&read))
    return finish(std::move(*article), std::move(page));
  return read;
}

/// Fills `into` where it says nothing yet.
void complete(Article& into, Article&& from) {
  for (std::string Article::*member :
       {&Article::url, &Article::title, &Article::author, &Article::outlet, &Article::language,
        &Article::text, &Article::canonical})
    if ((into.*member).empty()) into.*member = std::move(from.*member);
  if (!into.date) into.date = from.date;
  into.truncated |= from.truncated;
}

Extracted from_json(RawPage&& page, const Wish& wish) {
  auto parsed = parse_article_json(page.bytes);
  if (auto* problem = std::get_if<JsonProblem>(&parsed))
    return reject(page, std::move(problem->reason), std::move(problem->detail));
  JsonArticle& json = std::get<JsonArticle>(parsed);
  if (collapse_space(json.article.text).empty()) {
    page.bytes = std::move(json.html);
    page.url = json.article.url;
    Extracted read = read_html(page, wish);
    if (!std::holds_alternative<Article>(read)) return read;
    complete(json.article, std::get<Article>(std::move(read)));
  }
  return finish(std::move(json.article), std::move(page));
}

Extracted from_text(RawPage&& page, const Wish& wish) {
  if (wish.explanation != nullptr) wish.explanation->strategy = "lines";
  Article article =
      extract_text_page(page.bytes, wish.explanation ? &wish.explanation->blocks : nullptr);
  if (article.text.empty())
    return no_article(page, "no-article", "no run of sentences that could be an article");
  return finish(std::move(article), std::move(page));
}

Extracted extract(RawPage&& page, std::size_t max_bytes, const Wish& wish) {
  CrawlRecord decoded = decode_page(std::move(page), max_bytes);
  if (auto* rejected = std::get_if<Rejected>(&decoded)) return std::move(*rejected);
  if (auto* skipped = std::get_if<Skipped>(&decoded)) return std::move(*skipped);
  RawPage& ready = std::get<RawPage>(decoded);
  switch (ready.kind) {
    case PageKind::article_json:
      return from_json(std::move(ready), wish);
    case PageKind::text:
      return from_text(std::move(ready), wish);
    default:
      return from_html(std::move(ready), wish);
  }
}

}  // namespace

Extracted extract_article(RawPage page, std::size_t max_bytes, OtherPages others) {
  return extract(std::move(page), max_bytes, {others, nullptr});
}

PageExplanation explain_page(RawPage page, std::size_t max_bytes) {
  PageExplanation explanation;
  explanation.result = extract(std::move(page), max_bytes, {OtherPages::kept, &explanation});
  return explanation;
}

}  // namespace pantau
