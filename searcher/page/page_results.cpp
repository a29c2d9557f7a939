#include "common/article.h"
#include "common/url.h"
#include "searcher/page/page_context.h"

namespace pantau {
namespace {

Html text_of(std::string_view raw) {
  Html html;
  html.text(raw);
  return html;
}

Html marked(const MarkedText& marked) {
  const std::string_view text = marked.text;
  std::size_t written = 0;
  Html html;
  for (const Mark& mark : marked.marks) {
    html.text(text.substr(written, mark.begin - written));
    html << "<mark>" << text_of(text.substr(mark.begin, mark.end - mark.begin)) << "</mark>";
    written = mark.end;
  }
  html.text(text.substr(written));
  return html;
}

/// ` lang="id"`, so that a screen reader pronounces it right.
Html language_attribute(const Article& article) {
  Html html;
  if (!article.language.empty() && article.language != "und")
    html << " lang=\"" << text_of(article.language) << "\"";
  return html;
}

/// The title, a link if the article has an address that a browser may open; isolated, so that
/// right-to-left text turns nothing around it.
Html title(const Hit& hit) {
  const std::string address = canonical_url(hit.article.url);  // http and https only
  MarkedText shown = hit.title;
  if (shown.text.empty()) shown = {display_id(hit.article), {}};
  Html html;
  html << "<h3" << language_attribute(hit.article) << ">";
  if (!address.empty()) html << "<a href=\"" << text_of(address) << "\">";
  html << "<bdi>" << marked(shown) << "</bdi>";
  if (!address.empty()) html << "</a>";
  return html << "</h3>";
}

Html facts(const PageContext& context, const Article& article) {
  Html html;
  html << "<p class=\"facts\">";
  const std::string outlet = article.outlet.empty() ? host_of(article.url) : article.outlet;
  if (!outlet.empty()) html << "<span><bdi>" << text_of(outlet) << "</bdi></span> ";
  if (article.date)
    html << "<time datetime=\"" << text_of(to_iso(*article.date)) << "\">"
         << text_of(day_in_words(*article.date, context.words)) << "</time> ";
  else
    html << "<span>" << context.words.no_date << "</span> ";
  html << "<span>" << text_of(language_in_words(article.language, context.words)) << "</span>";
  if (!article.author.empty()) html << " <span><bdi>" << text_of(article.author) << "</bdi></span>";
  return html << "</p>";
}

Html hit_item(const PageContext& context, const Hit& hit) {
  Html html;
  html << "<li><article>" << title(hit) << facts(context, hit.article) << "<p"
       << language_attribute(hit.article) << "><bdi>" << marked(hit.snippet)
       << "</bdi></p></article></li>\n";
  return html;
}

/// "Results 11-20 of about 1,234 articles".
Html summary(const PageContext& context, const SearchResults& results) {
  const InterfaceWords& words = context.words;
  Html html;
  html << "<h2>" << words.results << "</h2><p class=\"soft\">";
  if (!results.matches_exact) html << words.about << " ";
  html << text_of(count_in_words(results.matches, words)) << " "
       << (results.matches == 1 ? words.article : words.articles);
  if (context.state.page > 1) html << ", " << words.page << " " << context.state.page;
  return html << "</p>";
}

Html sort_links(const PageContext& context) {
  const InterfaceWords& words = context.words;
  Html html;
  html << "<nav class=\"line\" aria-label=\"" << words.sort << "\">";
  const auto link = [&](Sort sort, Markup name) {
    PageState state = context.state;
    state.sort = sort;
    state.page = 1;
    html << "<a href=\"" << text_of(address_of(state)) << "\"";
    if (context.state.sort == sort) html << " aria-current=\"true\"";
    html << ">" << name << "</a> ";
  };
  link(Sort::relevance, words.relevance);
  link(Sort::newest, words.newest);
  link(Sort::oldest, words.oldest);
  return html << "</nav>";
}

Html page_links(const PageContext& context, const SearchResults& results) {
  const bool more = results.offset + results.hits.size() < results.matches &&
                    context.state.page < max_page && !results.hits.empty();
  Html html;
  if (!more && context.state.page == 1) return html;
  html << "<nav class=\"pages\" aria-label=\"" << context.words.pages << "\">";
  const auto link = [&](std::size_t page, Markup relation, Markup name) {
    PageState state = context.state;
    state.page = page;
    html << "<a rel=\"" << relation << "\" href=\"" << text_of(address_of(state)) << "\">" << name
         << "</a> ";
  };
  if (context.state.page > 1) link(context.state.page - 1, "prev", context.words.previous);
  if (more) link(context.state.page + 1, "next", context.words.next);
  return html << "</nav>";
}

Html nothing_found(const PageContext& context) {
  Html html;
  html << "<h2>" << context.words.nothing << " “<bdi>" << text_of(context.state.query)
       << "</bdi>”</h2><p>" << context.words.nothing_help << "</p>";
  return html;
}

}  // namespace

Html results_page(const PageContext& context, const SearchResults& results) {
  Html main;
  if (results.hits.empty()) {
    main << nothing_found(context);
  } else {
    main << summary(context, results) << sort_links(context) << "<ol class=\"hits\">\n";
    for (const Hit& hit : results.hits) main << hit_item(context, hit);
    main << "</ol>" << page_links(context, results);
  }
  for (const std::string& note : results.notes)
    main << "<p class=\"soft\">" << text_of(note) << "</p>";
  return page_frame(context, context.state.query + " - " + context.config.title, main);
}

}  // namespace pantau
