#include <algorithm>

#include "common/text.h"
#include "common/url.h"
#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"
#include "searcher/page/shown_names.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// The address of the original, "" if there is none that may be linked.
std::string link_of(const Article& article) {
  std::string address = web_address(article);
  if (address.size() > max_linked_address) address.clear();
  return address;
}

/// Isolated, so that right-to-left text turns nothing around it.
Html isolated(std::string_view text) {
  Html html;
  return html << "<bdi>" << text_of(text) << "</bdi>";
}

/// Authors, where they are not the outlet itself.
Html authors(const PageContext& context, const Article& article) {
  Html html;
  if (to_lower_ascii(article.author) == to_lower_ascii(article.outlet)) return html;
  const ShownNames authors = first_authors(article.author);
  if (authors.names.empty()) return html;
  html << " · " << isolated(authors.names);
  if (authors.more > 0)
    html << " +" << text_of(count_in_words(authors.more, *context.words)) << " "
         << context.words->more;
  return html;
}

Html title_of(const PageContext& context, const Hit& hit, std::size_t rank) {
  MarkedText shown = hit.title;
  if (shown.text.empty()) shown = {title_in_words(context, hit.article), {}};
  std::string address = link_of(hit.article);
  if (address.empty()) {
    PageState state = context.state;
    state.article = hit.article.handle;
    state.rank = rank;
    if (!state.article.empty()) address = address_of(state);
    if (address.size() > max_linked_address) address = reading_address(context, hit.article);
  }
  Html html;
  html << "<h3" << language_attributes(hit.article) << ">";
  if (!address.empty()) html << open_link(address);
  html << "<bdi>" << marked(shortened(shown, shown_title)) << "</bdi>";
  if (!address.empty()) html << "</a>";
  return html << "</h3>";
}

Html copy_item(const PageContext& context, const Article& copy) {
  Html html;
  html << "<li" << language_attributes(copy) << ">" << linked_title(context, copy);
  return html << facts_of(context, copy) << "</li>";
}

/// "+3 near copies", opening to the titles and outlets of the first ones.
Html copies(const PageContext& context, const Hit& hit) {
  Html html;
  if (hit.copies.empty()) return html;
  html << "<details><summary>+" << hit.copies.size() << " "
       << (hit.copies.size() == 1 ? context.words->copy : context.words->copies)
       << "</summary><ul>";
  for (std::size_t i = 0; i < std::min(hit.copies.size(), shown_copies); ++i)
    html << copy_item(context, hit.copies[i]);
  if (hit.copies.size() > shown_copies)
    html << "<li class=\"soft\">+" << hit.copies.size() - shown_copies << " " << context.words->more
         << "</li>";
  return html << "</ul></details>";
}

/// "Matched: Tiongkok (china), aturan (regulation)".
Html wordings(const PageContext& context, const Hit& hit) {
  Html html;
  if (hit.wordings.empty()) return html;
  html << "<p class=\"soft\">" << context.words->matched << ": ";
  for (std::size_t i = 0; i < std::min(hit.wordings.size(), shown_wordings); ++i) {
    if (i > 0) html << ", ";  // a choice between two Markups crashes clang 14
    html << isolated(shortened(hit.wordings[i].said, shown_name)) << " ("
         << isolated(shortened(hit.wordings[i].asked, shown_name)) << ")";
  }
  return html << "</p>";
}

/// A link that says of which article it speaks to those who hear it alone.
Html named_link(const std::string& address, Markup text, const std::string& title) {
  Html html;
  return html << "<a rel=\"nofollow\" href=\"" << text_of(address) << "\" aria-label=\"" << text
              << ": " << text_of(shortened(title, shown_heading)) << "\">" << text << "</a>";
}

/// The stored text and what is like it, where the article has a name for addresses.
Html hit_links(const PageContext& context, const Hit& hit, std::size_t rank) {
  Html html;
  const Article& article = hit.article;
  if (article.handle.empty()) return html;
  const std::string title = title_in_words(context, article);
  PageState reading = context.state;
  reading.article = article.handle;
  reading.rank = rank;
  PageState like = context.start();
  like.like = article.handle;
  html << "<p class=\"line soft\">";
  if (address_of(reading).size() <= max_linked_address)
    html << named_link(address_of(reading), context.words->reading.stored_text, title) << " ";
  return html << named_link(address_of(like), context.words->similar, title) << "</p>";
}

}  // namespace

Html marked(const MarkedText& marked, std::size_t begin, std::size_t end) {
  const std::string_view text = std::string_view{marked.text}.substr(0, end);
  std::size_t written = begin;
  Html html;
  for (const Mark& mark : marked.marks) {
    if (mark.begin < begin || mark.end > text.size()) continue;
    html.text(text.substr(written, mark.begin - written));
    html << "<mark>" << text_of(text.substr(mark.begin, mark.end - mark.begin)) << "</mark>";
    written = mark.end;
  }
  html.text(text.substr(written));
  return html;
}

Html language_attributes(const Article& article) {
  Html html;
  if (!article.language.empty() && article.language != "und")
    html << " lang=\"" << text_of(article.language) << "\"";
  return html << " dir=\"auto\"";
}

std::string title_in_words(const PageContext& context, const Article& article) {
  return article.title.empty() ? std::string{context.words->reading.untitled.text()}
                               : article.title;
}

std::string reading_address(const PageContext& context, const Article& article) {
  if (article.handle.empty()) return {};
  PageState state = context.start();
  state.article = article.handle;
  return address_of(state);
}

Html linked_title(const PageContext& context, const Article& article) {
  std::string address = link_of(article);
  if (address.empty()) address = reading_address(context, article);
  Html html;
  if (!address.empty()) html << open_link(address);
  html << isolated(shortened(title_in_words(context, article), shown_title));
  if (!address.empty()) html << "</a>";
  return html;
}

Html facts_of(const PageContext& context, const Article& article) {
  const std::string host = shown_host(host_of(article.url));
  Html html;
  html << "<p class=\"soft\">";
  if (!article.outlet.empty()) html << isolated(shortened(article.outlet, shown_name)) << " · ";
  if (!host.empty() && host != article.outlet)
    html << isolated(shortened(host, shown_name)) << " · ";
  if (article.date)
    html << "<time datetime=\"" << text_of(to_iso(*article.date)) << "\">"
         << text_of(day_in_words(*article.date, *context.words)) << "</time> · ";
  else
    html << context.words->undated << " · ";
  return html << text_of(language_in_words(article.language, *context.words))
              << authors(context, article) << "</p>";
}

Html hit_item(const PageContext& context, const Hit& hit, std::size_t rank) {
  Html html;
  html << "<li><article>" << title_of(context, hit, rank) << facts_of(context, hit.article) << "<p"
       << language_attributes(hit.article) << "><bdi>" << marked(hit.snippet) << "</bdi></p>"
       << wordings(context, hit) << copies(context, hit) << hit_links(context, hit, rank)
       << "</article></li>\n";
  return html;
}

}  // namespace pantau
