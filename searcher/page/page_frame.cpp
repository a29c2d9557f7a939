#include <array>

#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"
#include "searcher/page/style.h"

namespace pantau {
namespace {

/// The state's question in another format, from its first page.
PageState in_format(PageState state, PageFormat format) {
  state.format = format;
  state.page = 1;
  return state;
}

/// Is this a page of which there is no end, and which no crawler should keep?
bool is_endless(const PageState& state) {
  return state.asks() || !state.article.empty() || !state.facet.empty();
}

Html feed_link(const PageContext& context, Markup type, Markup name, PageFormat format) {
  Html html;
  return html << "<link rel=\"alternate\" type=\"" << type << "\" title=\"" << name << "\" href=\""
              << text_of(address_of(in_format(context.state, format))) << "\">";
}

/// An article has one address, however it was found.
PageState canonical_of(const PageContext& context) {
  if (context.state.article.empty()) return context.state;
  PageState state = context.start();
  state.article = context.state.article;
  return state;
}

Html links(const PageContext& context) {
  const PageState& state = context.state;
  Html html;
  if (!context.config.origin.empty())
    html << "<link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\""
         << text_of(context.config.title) << "\" href=\"?f=opensearch\">";
  if (context.failed || !is_endless(state)) return html;
  html << "<meta name=\"robots\" content=\"noindex,nofollow\"><link rel=\"canonical\" href=\""
       << text_of(context.absolute(canonical_of(context))) << "\">";
  if (state.article.empty() && state.facet.empty())
    html << feed_link(context, "application/atom+xml", "Atom", PageFormat::atom)
         << feed_link(context, "application/rss+xml", "RSS", PageFormat::rss);
  return html;
}

Html head(const PageContext& context, std::string_view title, Sheets sheets) {
  Html html;
  html
      << "<meta charset=\"utf-8\">"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
         "<meta name=\"description\" content=\""
      << context.words->tagline << "\"><title>" << text_of(title)
      << "</title><link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg%20"
         "xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%208%208'%3E%3Ccircle%20cx='3.4'%20"
         "cy='3.4'%20r='2.4'%20fill='none'%20stroke='%230b4f8a'/%3E%3Cpath%20d='M5.2%205.2%207.4%20"
         "7.4'%20stroke='%230b4f8a'/%3E%3C/svg%3E\">"
      << links(context) << style_element();
  if (sheets == Sheets::results) html << results_style_element();
  return html;
}

/// The search box, with the filters of the present search kept as hidden fields; the order and the
/// kind of match belong to the question they were chosen for.
Html search_form(const PageContext& context) {
  const PageState& state = context.state;
  PageState kept = context.start();
  kept.languages = state.languages;
  kept.outlets = state.outlets;
  kept.entities = state.entities;
  kept.recent = state.recent;
  kept.from = state.from;
  kept.to = state.to;
  Html html;
  html << "<form role=\"search\"";
  if (context.below) html << " action=\"" << text_of(context.address({})) << "\"";
  html << "><input type=\"search\" name=\"q\" aria-label=\"" << context.words->search_box
       << "\" value=\"" << text_of(state.query)
       << "\" maxlength=\"1000\" autocomplete=\"off\" autocapitalize=\"none\"";
  if (!is_endless(state) && !state.help) html << " autofocus";
  html << ">";
  for (const Parameter& field : parameters_of(kept))
    html << "<input type=\"hidden\" name=\"" << text_of(field.name) << "\" value=\""
         << text_of(field.value) << "\">";
  return html << "<button type=\"submit\">" << context.words->search << "</button></form>";
}

/// Links to this page in the other language, and to the help.
Html site_links(const PageContext& context) {
  PageState other = context.state;
  other.format = PageFormat::html;
  other.interface = context.words->code == "en" ? "id" : "en";
  PageState help = context.start();
  help.help = true;
  Html html;
  return html << "<nav class=\"line\" aria-label=\"" << text_of(context.config.title)
              << "\"><a href=\"" << text_of(context.address(help)) << "\">"
              << context.words->help.link << "</a> <a hreflang=\"" << text_of(other.interface)
              << "\" lang=\"" << text_of(other.interface) << "\" href=\""
              << text_of(context.address(other)) << "\">" << context.words->in_other_language
              << "</a></nav>";
}

/// What can be asked; InterfaceWords::example_notes say what each shows.
constexpr std::array<std::string_view, 5> examples{
    "deepfake regulation China", "aturan perlindungan data pribadi", "\"AI Act\" lang:en",
    "title:stablecoin", "entity:ojk date:2024..2025"};

}  // namespace

Html open_link(std::string_view address) {
  Html html;
  return html << "<a href=\"" << text_of(address) << "\">";
}

Html open_link(const PageState& state) {
  Html html;
  if (!is_endless(state)) return open_link(address_of(state));
  return html << "<a rel=\"nofollow\" href=\"" << text_of(address_of(state)) << "\">";
}

Html other_formats(const PageContext& context) {
  const auto link = [&](PageFormat format, Markup name) {
    Html html;
    return html << open_link(in_format(context.state, format)) << name << "</a> ";
  };
  Html html;
  if (address_of(context.state).size() > max_linked_address) return html;
  return html << "<p class=\"line soft\"><span>" << context.words->feeds << "</span> "
              << link(PageFormat::atom, "Atom") << link(PageFormat::rss, "RSS") << "<span>"
              << context.words->download << "</span> " << link(PageFormat::csv, "CSV")
              << link(PageFormat::bibtex, "BibTeX") << link(PageFormat::ris, "RIS")
              << link(PageFormat::json, "JSON") << link(PageFormat::jsonl, "JSON Lines") << "</p>";
}

Html page_frame(const PageContext& context, std::string_view title, const Html& main,
                Sheets sheets) {
  Html html;
  html << "<!DOCTYPE html>\n<html lang=\"" << text_of(context.words->code) << "\"><head>"
       << head(context, title, sheets) << "</head>\n<body><a class=\"skip\" href=\"";
  if (sheets == Sheets::results)
    html << "#results";
  else
    html << "#main";
  return html << "\">" << context.words->skip << "</a><header><div class=\"line\"><h1>"
              << open_link(context.address(context.start())) << text_of(context.config.title)
              << "</a></h1> " << site_links(context) << "</div>" << search_form(context)
              << "</header>\n<main id=\"main\">" << main << "</main></body></html>\n";
}

Html start_page(const PageContext& context) {
  Html main;
  main << "<p class=\"tagline\">" << context.words->tagline << "</p><h2>" << context.words->examples
       << "</h2><ul class=\"examples\">";
  for (std::size_t i = 0; i < examples.size(); ++i) {
    PageState state = context.start();
    state.query = examples.at(i);
    main << "<li>" << open_link(state) << text_of(state.query) << "</a> <span class=\"soft\">"
         << context.words->example_notes.at(i) << "</span></li>";
  }
  main << "</ul>";
  return page_frame(context, context.config.title, main);
}

Html problem_page(const PageContext& context, const Html& what) {
  Html main;
  main << "<h2>" << context.words->problem << "</h2><p>" << what << "</p><p>"
       << open_link(context.address(context.start())) << context.words->back << "</a></p>";
  return page_frame(context, context.config.title, main);
}

}  // namespace pantau
