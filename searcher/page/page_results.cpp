#include "common/article.h"
#include "common/url.h"
#include "searcher/page/page_parts.h"

namespace pantau {
namespace {

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

/// "3 near copies", opening to their outlets and titles.
Html copies(const PageContext& context, const Hit& hit) {
  Html html;
  if (hit.copies.empty()) return html;
  html << "<details><summary>+" << hit.copies.size() << " "
       << (hit.copies.size() == 1 ? context.words.copy : context.words.copies) << "</summary><ul>";
  for (const Article& copy : hit.copies) {
    const std::string address = canonical_url(copy.url);
    const std::string& name = copy.title.empty() ? display_id(copy) : copy.title;
    html << "<li" << language_attribute(copy) << ">";
    if (!address.empty()) html << "<a href=\"" << text_of(address) << "\">";
    html << "<bdi>" << text_of(name) << "</bdi>";
    if (!address.empty()) html << "</a>";
    html << facts(context, copy) << "</li>";
  }
  return html << "</ul></details>";
}

Html similar_link(const PageContext& context, const Article& article) {
  PageState state;
  state.interface = context.state.interface;
  state.like = display_id(article);
  Html html;
  html << "<p class=\"facts\"><a href=\"" << text_of(address_of(state)) << "\" aria-label=\""
       << context.words.similar << ": " << text_of(article.title) << "\">" << context.words.similar
       << "</a></p>";
  return html;
}

/// "Matched: Tiongkok (china), aturan (regulation)".
Html wordings(const PageContext& context, const Hit& hit) {
  Html html;
  if (hit.wordings.empty()) return html;
  html << "<p class=\"soft\">" << context.words.matched << ": ";
  for (std::size_t i = 0; i < hit.wordings.size(); ++i) {
    if (i > 0) html << ", ";  // a choice between two Markups crashes clang 14
    html << "<bdi>" << text_of(hit.wordings[i].said) << "</bdi> (<bdi>"
         << text_of(hit.wordings[i].asked) << "</bdi>)";
  }
  return html << "</p>";
}

Html hit_item(const PageContext& context, const Hit& hit) {
  Html html;
  html << "<li><article>" << title(hit) << facts(context, hit.article) << "<p"
       << language_attribute(hit.article) << "><bdi>" << marked(hit.snippet) << "</bdi></p>"
       << wordings(context, hit) << copies(context, hit) << similar_link(context, hit.article)
       << "</article></li>\n";
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
  link(Sort::recent, words.recent);
  link(Sort::newest, words.newest);
  link(Sort::oldest, words.oldest);
  return html << "</nav>";
}

Html page_links(const PageContext& context, const SearchResults& results) {
  const bool more = results.more && context.state.page < max_page;
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

Html did_you_mean(const PageContext& context, const SearchResults& results) {
  Html html;
  if (results.suggestion.empty()) return html;
  PageState state = context.state;
  state.query = results.suggestion;
  state.page = 1;
  html << "<p>" << context.words.did_you_mean << " " << open_link(state) << "<bdi>"
       << text_of(results.suggestion) << "</bdi></a>?</p>";
  return html;
}

/// What was asked, as the page calls it.
std::string asked(const PageContext& context) {
  if (!context.state.query.empty()) return context.state.query;
  return std::string{context.words.similar_to.text()} + ' ' + context.state.like;
}

Html nothing_found(const PageContext& context) {
  Html html;
  html << "<h2>" << context.words.nothing << " “<bdi>" << text_of(asked(context))
       << "</bdi>”</h2><p>" << context.words.nothing_help << "</p>";
  return html;
}

/// Near copies one by one, or folded again.
Html fold_link(const PageContext& context, const SearchResults& results) {
  Html html;
  if (context.state.fold && results.folded == 0) return html;
  PageState state = context.state;
  state.fold = !state.fold;
  state.page = 1;
  html << "<p class=\"facts\">" << open_link(state)
       << (state.fold ? context.words.fold_copies : context.words.show_copies) << "</a></p>";
  return html;
}

Html hit_list(const PageContext& context, const SearchResults& results) {
  Html html;
  html << summary(context, results) << sort_links(context) << "<ol class=\"hits\">\n";
  for (const Hit& hit : results.hits) html << hit_item(context, hit);
  return html << "</ol>" << page_links(context, results) << fold_link(context, results);
}

}  // namespace

Html results_page(const PageContext& context, const SearchResults& results) {
  Html main;
  main << filter_chips(context) << did_you_mean(context, results);
  if (results.stopped) main << "<p>" << context.words.stopped << "</p>";
  for (const std::string& note : results.notes)
    main << "<p class=\"soft\">" << text_of(note) << "</p>";
  main << "<div class=\"cols\"><div>"
       << (results.hits.empty() ? nothing_found(context) : hit_list(context, results)) << "</div>"
       << facet_lists(context, results.facets) << "</div>";
  return page_frame(context, asked(context) + " - " + context.config.title, main);
}

}  // namespace pantau
