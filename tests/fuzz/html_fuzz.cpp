// Any bytes as a page of HTML, with all that the extractor promises of what comes out.
#include <cstdint>
#include <cstdlib>
#include <variant>

#include "common/utf8.h"
#include "indexer/extract/extractor.h"

namespace {

/// References such as "&rarr;" grow to three bytes from six: no text is longer than its page, but
/// for a title or a lead that is told twice.
constexpr std::size_t max_growth = 3, slack = 1024;

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const pantau::Article& article, std::size_t page_bytes) {
  for (const std::string* text :
       {&article.title, &article.author, &article.outlet, &article.language, &article.text}) {
    require(pantau::is_valid_utf8(*text));
    require(pantau::to_valid_utf8(*text) == *text);  // no controls, no overrides of direction
    require(text->size() <= max_growth * page_bytes + slack);
  }
  require(!article.text.empty());
  require(article.title.find('\n') == std::string::npos);
  if (!article.date) return;
  require(article.date->ok());
  require(int(article.date->year()) >= 1993 && int(article.date->year()) <= 2024);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pantau::RawPage page;
  page.kind = pantau::PageKind::undecided;
  page.content_type = "text/html; charset=utf-8";
  page.url = "https://www.paper.example/news/1";
  page.captured = "2024-05-06T00:00:00Z";
  page.bytes.assign(reinterpret_cast<const char*>(data), size);
  const auto result =
      pantau::extract_article(std::move(page), std::size_t{1} << 20, pantau::OtherPages::kept);
  if (const auto* article = std::get_if<pantau::Article>(&result)) check(*article, size);
  return 0;
}
