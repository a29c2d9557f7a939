#include <algorithm>
#include <array>

#include "common/entities/entities.h"
#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// "Back to the results · Previous result · Next result"; nothing for an article that was not found
/// by a question.
Html way_links(const PageContext& context, const Reading& reading) {
  const ReadingWords& words = context.words->reading;
  Html html;
  if (!context.state.asks()) return html;
  PageState results = context.state;
  results.article.clear();
  results.page = (std::max<std::size_t>(context.state.rank, 1) - 1) / hits_per_page + 1;
  results.rank = 0;
  html << "<nav class=\"line\" aria-label=\"" << context.words->results << "\">"
       << open_link(results) << words.back << "</a> ";
  if (reading.previous) html << open_link(*reading.previous) << words.previous << "</a> ";
  if (reading.next) html << open_link(*reading.next) << words.next << "</a>";
  return html << "</nav>";
}

/// The body, a paragraph for each of its own, with marks.
Html paragraphs(const MarkedText& text) {
  constexpr std::string_view gap = "\n\n";
  Html html;
  for (std::size_t begin = 0; begin < text.text.size();) {
    const std::size_t end = std::min(text.text.find(gap, begin), text.text.size());
    if (end > begin) html << "<p>" << marked(text, begin, end) << "</p>\n";
    begin = end + gap.size();
  }
  return html;
}

Html body(const PageContext& context, const Reading& reading) {
  const ReadingWords& words = context.words->reading;
  Html html;
  if (context.config.text == TextShown::none)
    return html << "<p class=\"soft\">" << words.text_off << "</p>";
  const bool whole = context.config.text == TextShown::whole;
  html << "<div class=\"text\"" << language_attributes(reading.found.article) << ">"
       << paragraphs(whole ? reading.text : shortened(reading.text, shown_excerpt)) << "</div>";
  if (!whole) html << "<p class=\"soft\">" << words.excerpt << "</p>";
  if (reading.found.article.truncated) html << "<p class=\"soft\">" << words.cut_short << "</p>";
  return html;
}

/// Where it comes from: the original, and the day of the crawl.
Html source(const PageContext& context, const Article& article) {
  const ReadingWords& words = context.words->reading;
  const std::string address = web_address(article);
  const auto captured = parse_iso_date(article.captured);
  Html html;
  if (address.empty() && !captured) return html;
  html << "<p class=\"soft\">";
  if (!address.empty() && address.size() <= max_linked_address)
    html << words.original_at << " " << open_link(address)
         << text_of(shortened(address, shown_heading)) << "</a> ";
  if (captured) html << words.captured << " " << text_of(day_in_words(*captured, *context.words));
  return html << "</p>";
}

/// What it is about, each a search.
Html entity_links(const PageContext& context, const FoundArticle& found) {
  Html html;
  if (found.entities.empty()) return html;
  html << "<p class=\"line soft\"><span>" << context.words->reading.entities << ":</span> ";
  constexpr std::size_t most = 12;  // a line or two
  for (std::size_t i = 0; i < std::min(found.entities.size(), most); ++i) {
    PageState state = context.start();
    state.entities = {found.entities[i]};
    html << open_link(state) << "<bdi>"
         << text_of(entity_name(found.entities[i], context.words->code)) << "</bdi></a> ";
  }
  return html << "</p>";
}

Html cite_links(const PageContext& context) {
  PageState state = context.start();
  state.article = context.state.article;
  Html html;
  html << "<p class=\"line soft\"><span>" << context.words->reading.cite << ":</span> ";
  const auto link = [&](PageFormat format, Markup name) {
    state.format = format;
    html << open_link(state) << name << "</a> ";
  };
  link(PageFormat::bibtex, "BibTeX");
  link(PageFormat::ris, "RIS");
  link(PageFormat::json, "JSON");
  return html << "</p>";
}

Html list_of(const PageContext& context, Markup heading, const std::vector<Article>& articles) {
  Html html;
  if (articles.empty()) return html;
  html << "<section><h3>" << heading << "</h3><ul>";
  for (std::size_t i = 0; i < std::min(articles.size(), shown_copies); ++i) {
    const Article& article = articles[i];
    const std::string address = reading_address(context, article);
    html << "<li" << language_attributes(article) << ">";
    if (!address.empty()) html << "<a rel=\"nofollow\" href=\"" << text_of(address) << "\">";
    html << "<bdi>" << text_of(shortened(title_in_words(context, article), shown_heading))
         << "</bdi>";
    if (!address.empty()) html << "</a>";
    html << facts_of(context, article) << "</li>";
  }
  return html << "</ul></section>";
}

Html more_like(const PageContext& context) {
  PageState like = context.start();
  like.like = context.state.article;
  Html html;
  return html << "<p>" << open_link(like) << context.words->every << "</a></p>";
}

}  // namespace

Html article_page(const PageContext& context, const Reading& reading) {
  const Article& article = reading.found.article;
  const std::string title = title_in_words(context, article);
  MarkedText shown = reading.title;
  if (shown.text.empty()) shown = {title, {}};
  Html main;
  main << way_links(context, reading) << "<article><h2" << language_attributes(article) << "><bdi>"
       << marked(shortened(shown, shown_title)) << "</bdi></h2>" << facts_of(context, article)
       << source(context, article) << body(context, reading) << entity_links(context, reading.found)
       << cite_links(context) << "</article>"
       << list_of(context, context.words->reading.elsewhere, reading.copies)
       << list_of(context, context.words->similar, reading.similar);
  if (!reading.similar.empty()) main << more_like(context);
  return page_frame(context, shortened(title, shown_heading) + " - " + context.config.title, main);
}

}  // namespace pantau
