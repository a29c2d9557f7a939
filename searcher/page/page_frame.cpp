#include <array>

#include "searcher/page/page_context.h"
#include "searcher/page/shortened.h"
#include "searcher/page/style.h"

namespace pantau {
namespace {

/// The same question in another format or interface language, from its first page.
PageState in_format(PageState state, PageFormat format) {
  state.format = format;
  state.page = 1;
  return state;
}

Html head(const PageContext& context, std::string_view title) {
  const PageState& state = context.state;
  Html html;
  html << "<meta charset=\"utf-8\">"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
          "<meta name=\"description\" content=\""
       << context.words.tagline << "\"><title>";
  html.text(title);
  html
      << "</title><link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg%20"
         "xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%208%208'%3E%3Ccircle%20cx='3.4'%20"
         "cy='3.4'%20r='2.4'%20fill='none'%20stroke='%230b4f8a'/%3E%3Cpath%20d='M5.2%205.2%207.4%20"
         "7.4'%20stroke='%230b4f8a'/%3E%3C/svg%3E\"><link rel=\"search\" "
         "type=\"application/opensearchdescription+xml\" title=\"";
  html.text(context.config.title);
  html << "\" href=\"?f=opensearch\">";
  if (state.asks() && !context.failed) {
    html << "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"" << context.words.feed
         << "\" href=\"" << text_of(address_of(in_format(state, PageFormat::atom)))
         << "\"><link rel=\"canonical\" href=\"" << text_of(context.absolute(state)) << "\">";
  }
  return html << style_element();
}

/// The search box, with the filters of the present search kept as hidden fields.
Html search_form(const PageContext& context) {
  PageState kept = context.state;
  kept.query.clear();
  kept.like.clear();
  kept.page = 1;
  kept.format = PageFormat::html;
  Html html;
  html << "<form role=\"search\"";
  if (context.below) html << " action=\"" << text_of(context.address({})) << "\"";
  html << "><input type=\"search\" name=\"q\" aria-label=\"" << context.words.search_box
       << "\" value=\"" << text_of(context.state.query)
       << "\" maxlength=\"1000\" autocomplete=\"off\" autocapitalize=\"none\"";
  if (!context.state.asks()) html << " autofocus";
  html << ">";
  for (const Parameter& field : parameters_of(kept))
    html << "<input type=\"hidden\" name=\"" << text_of(field.name) << "\" value=\""
         << text_of(field.value) << "\">";
  return html << "<button type=\"submit\">" << context.words.search << "</button></form>";
}

Html footer(const PageContext& context) {
  PageState other = in_format(context.state, PageFormat::html);
  other.interface = context.words.code == "en" ? "id" : "en";
  Html html;
  html << "<footer><div class=\"more\">";
  if (context.state.asks() && !context.failed)
    html << open_link(in_format(context.state, PageFormat::atom)) << context.words.feed << "</a>"
         << open_link(in_format(context.state, PageFormat::json)) << context.words.as_json
         << "</a>";
  html << "<a hreflang=\"" << text_of(other.interface) << "\" lang=\"" << text_of(other.interface)
       << "\" href=\"" << text_of(context.address(other)) << "\">"
       << context.words.in_other_language << "</a></div></footer>";
  return html;
}

/// The empty page in the same language.
PageState start_state(const PageContext& context) {
  PageState start;
  start.interface = context.state.interface;
  return start;
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
  return open_link(address_of(state));
}

Html page_frame(const PageContext& context, std::string_view title, const Html& main) {
  Html html;
  html << "<!DOCTYPE html>\n<html lang=\"" << text_of(context.words.code) << "\"><head>"
       << head(context, title) << "</head>\n<body><a class=\"skip\" href=\"#main\">"
       << context.words.skip << "</a><header><h1>"
       << open_link(context.address(start_state(context))) << text_of(context.config.title)
       << "</a></h1>" << search_form(context) << "</header>\n<main id=\"main\">" << main
       << "</main>\n"
       << footer(context) << "</body></html>\n";
  return html;
}

Html start_page(const PageContext& context) {
  Html main;
  main << "<p class=\"tagline\">" << context.words.tagline << "</p><h2>" << context.words.examples
       << "</h2><ul class=\"examples\">";
  for (std::size_t i = 0; i < examples.size(); ++i) {
    PageState state = start_state(context);
    state.query = examples.at(i);
    main << "<li>" << open_link(state) << text_of(state.query) << "</a> <span class=\"soft\">"
         << context.words.example_notes.at(i) << "</span></li>";
  }
  main << "</ul>";
  return page_frame(context, context.config.title, main);
}

Html problem_page(const PageContext& context, Markup what, std::string_view detail) {
  Html main;
  main << "<h2>" << context.words.problem << "</h2><p>" << what << "</p>";
  if (!detail.empty())
    main << "<p class=\"soft\" lang=\"en\">" << text_of(shortened(detail, shown_sentence))
         << "</p>";
  main << "<p>" << open_link(context.address(start_state(context))) << context.words.back
       << "</a></p>";
  return page_frame(context, context.config.title, main);
}

}  // namespace pantau
