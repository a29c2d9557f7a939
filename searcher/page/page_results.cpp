#include <algorithm>

#include "common/article.h"
#include "common/url.h"
#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"

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

/// The address of an article that a browser may open (http and https only), "" if there is none.
std::string link_of(const Article& article) {
  std::string address = canonical_url(article.url);
  if (address.size() > max_linked_address) address.clear();
  return address;
}

/// The title, a link if the article has an address that a browser may open; isolated, so that
/// right-to-left text turns nothing around it.
Html title(const Hit& hit) {
  const std::string address = link_of(hit.article);
  MarkedText shown = hit.title;
  if (shown.text.empty()) shown = {display_id(hit.article), {}};
  shown = shortened(shown, shown_title);
  Html html;
  html << "<h3" << language_attribute(hit.article) << ">";
  if (!address.empty()) html << open_link(address);
  html << "<bdi>" << marked(shown) << "</bdi>";
  if (!address.empty()) html << "</a>";
  return html << "</h3>";
}

Html facts(const PageContext& context, const Article& article) {
  Html html;
  html << "<p class=\"facts\">";
  const std::string outlet = article.outlet.empty() ? host_of(article.url) : article.outlet;
  if (!outlet.empty())
    html << "<span><bdi>" << text_of(shortened(outlet, shown_name)) << "</bdi></span> ";
  if (article.date)
    html << "<time datetime=\"" << text_of(to_iso(*article.date)) << "\">"
         << text_of(day_in_words(*article.date, context.words)) << "</time> ";
  else
    html << "<span>" << context.words.no_date << "</span> ";
  html << "<span>" << text_of(language_in_words(article.language, context.words)) << "</span>";
  const ShownNames authors = first_authors(article.author);
  if (!authors.names.empty()) html << " <span><bdi>" << text_of(authors.names) << "</bdi>";
  if (authors.more > 0)
    html << " +" << text_of(count_in_words(authors.more, context.words)) << " "
         << context.words.more;
  if (!authors.names.empty()) html << "</span>";
  return html << "</p>";
}

Html copy_item(const PageContext& context, const Article& copy) {
  const std::string address = link_of(copy);
  const std::string& name = copy.title.empty() ? display_id(copy) : copy.title;
  Html html;
  html << "<li" << language_attribute(copy) << ">";
  if (!address.empty()) html << open_link(address);
  html << "<bdi>" << text_of(shortened(name, shown_title)) << "</bdi>";
  if (!address.empty()) html << "</a>";
  return html << facts(context, copy) << "</li>";
}

/// "+3 near copies", opening to the titles and outlets of the first ones.
Html copies(const PageContext& context, const Hit& hit) {
  Html html;
  if (hit.copies.empty()) return html;
  html << "<details><summary>+" << hit.copies.size() << " "
       << (hit.copies.size() == 1 ? context.words.copy : context.words.copies) << "</summary><ul>";
  for (std::size_t i = 0; i < std::min(hit.copies.size(), shown_copies); ++i)
    html << copy_item(context, hit.copies[i]);
  if (hit.copies.size() > shown_copies)
    html << "<li class=\"soft\">+" << hit.copies.size() - shown_copies << " " << context.words.more
         << "</li>";
  return html << "</ul></details>";
}

/// Nothing where the name of the article is too long for an address.
Html similar_link(const PageContext& context, const Article& article) {
  PageState state;
  state.interface = context.state.interface;
  state.like = display_id(article);
  const std::string address = address_of(state);
  Html html;
  if (address.size() > max_linked_address) return html;
  html << "<p class=\"facts like\"><a href=\"" << text_of(address) << "\" aria-label=\""
       << context.words.similar << ": " << text_of(shortened(article.title, shown_heading)) << "\">"
       << context.words.similar << "</a></p>";
  return html;
}

/// "Matched: Tiongkok (china), aturan (regulation)".
Html wordings(const PageContext& context, const Hit& hit) {
  Html html;
  if (hit.wordings.empty()) return html;
  html << "<p class=\"soft\">" << context.words.matched << ": ";
  for (std::size_t i = 0; i < std::min(hit.wordings.size(), shown_wordings); ++i) {
    if (i > 0) html << ", ";  // a choice between two Markups crashes clang 14
    html << "<bdi>" << text_of(shortened(hit.wordings[i].said, shown_name)) << "</bdi> (<bdi>"
         << text_of(shortened(hit.wordings[i].asked, shown_name)) << "</bdi>)";
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
  html << "<h2>";
  if (context.state.like.empty())
    html << words.results;
  else
    html << words.similar_to << " <bdi>" << text_of(shortened(context.state.like, shown_heading))
         << "</bdi>";
  html << "</h2><p class=\"soft\">";
  if (!results.matches_exact) html << words.about << " ";
  html << text_of(count_in_words(results.matches, words)) << " "
       << (results.matches == 1 ? words.article : words.articles);
  if (context.state.page > 1) html << ", " << words.page << " " << context.state.page;
  if (!results.facets.empty())  // they follow the hits where the window is narrow
    html << " <a class=\"jump\" href=\"#filters\">" << words.filters << "</a>";
  return html << "</p>";
}

Html sort_links(const PageContext& context) {
  const InterfaceWords& words = context.words;
  Html html;
  html << "<nav class=\"line\" aria-label=\"" << words.sort << "\">";
  const bool by_words = context.state.has_words();
  const Sort shown =
      !by_words && context.state.sort != Sort::oldest ? Sort::newest : context.state.sort;
  const auto link = [&](Sort sort, Markup name) {
    PageState state = context.state;
    state.sort = sort;
    state.page = 1;
    html << "<a href=\"" << text_of(address_of(state)) << "\"";
    if (shown == sort) html << " aria-current=\"true\"";
    html << ">" << name << "</a> ";
  };
  if (by_words) {
    link(Sort::relevance, words.relevance);
    link(Sort::recent, words.recent);
  }
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
std::string asked(const PageContext& context, std::size_t bytes) {
  const PageState& state = context.state;
  if (!state.query.empty()) return shortened(state.query, bytes);
  if (state.like.empty()) return filters_in_words(context);
  return std::string{context.words.similar_to.text()} + ' ' + shortened(state.like, bytes);
}

/// A page behind the last one, or an answer without hits.
Html no_hits(const PageContext& context, const SearchResults& results) {
  const InterfaceWords& words = context.words;
  Html html;
  if (results.matches > 0 && context.state.page > 1) {
    PageState first = context.state;
    first.page = 1;
    return html << "<h2>" << words.past_end << "</h2><p>" << open_link(first) << words.first_page
                << "</a></p>";
  }
  return html << "<h2>" << words.nothing << " “<bdi>" << text_of(asked(context, shown_sentence))
              << "</bdi>”</h2><p>" << words.nothing_help << "</p>";
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
  for (std::size_t i = 0; i < std::min(results.notes.size(), shown_notes); ++i)
    main << "<p class=\"soft\" lang=\"en\">" << text_of(shortened(results.notes[i], shown_sentence))
         << "</p>";
  main << "<div class=\"cols\"><div>"
       << (results.hits.empty() ? no_hits(context, results) : hit_list(context, results))
       << "</div>" << facet_lists(context, results.facets) << "</div>";
  return page_frame(context, asked(context, shown_heading) + " - " + context.config.title, main);
}

}  // namespace pantau
