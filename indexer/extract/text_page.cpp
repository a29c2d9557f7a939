#include "indexer/extract/text_page.h"

#include <algorithm>
#include <string>

#include "common/utf8.h"
#include "indexer/extract/body.h"
#include "indexer/extract/headline.h"
#include "indexer/extract/lines.h"
#include "indexer/extract/publication.h"
#include "indexer/extract/site_name.h"
#include "indexer/extract/title_parts.h"

namespace pantau {
namespace {

/// Marks that dumps put before headings and entries of lists.
std::string_view without_marks(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of("#*> "), line.size()));
  return line;
}

std::string title_of(const PageParts& page, std::string_view outlet) {
  if (!page.headline) return headline_from_lead(page.lines[page.body.front()].text);
  const std::string title = collapse_space(without_marks(page.lines[*page.headline].text));
  return without_site_name(title, outlet);
}

}  // namespace

Article extract_text_page(std::string_view utf8_text, std::vector<BlockVerdict>* explanation) {
  const auto unwrapped = unwrap_lines(utf8_text);
  const auto lines = split_lines(unwrapped ? *unwrapped : utf8_text);
  const auto verdicts = judge_lines(lines);
  if (explanation != nullptr)
    for (std::size_t i = 0; i < lines.size(); ++i)
      explanation->push_back({verdicts[i].empty(), verdicts[i], collapse_space(lines[i].text)});
  PageParts page{lines, kept_lines(verdicts), {}};
  Article article;
  if (page.body.empty()) return article;
  page.headline = find_headline(lines, page.body);
  article.author = find_author(page);
  article.outlet = find_site_name(page);
  article.title = title_of(page, article.outlet);
  article.date = find_publication_date(page);
  for (const std::size_t i : page.body) {
    if (!article.text.empty()) article.text += "\n\n";
    article.text += collapse_space(lines[i].text);
  }
  return article;
}

}  // namespace pantau
