#include <algorithm>
#include <array>

#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"

namespace pantau {
namespace {

/// What can be asked; HelpWords::examples say what each shows.
constexpr std::array<std::string_view, 12> examples{"deepfake regulation",
                                                    "\"personal data\"",
                                                    "stablecoin AND reserve",
                                                    "TikTok OR YouTube",
                                                    "+crypto -bitcoin",
                                                    "data NEAR/5 breach",
                                                    "regul*",
                                                    "title:AI",
                                                    "entity:ojk",
                                                    "outlet:\"Policy Ledger\"",
                                                    "host:policyledger.example",
                                                    "lang:id date:2024-01..2024-06"};

Html paragraph(Markup heading, Markup text) {
  Html html;
  return html << "<h3>" << heading << "</h3><p>" << text << "</p>";
}

Html languages(const PageContext& context, const IndexFacts& facts) {
  Html html;
  html << "<ul class=\"line\">";
  for (const LanguageCount& language : facts.languages) {
    PageState state = context.start();
    state.languages = {language.code};
    html << "<li>" << open_link(state) << text_of(language_in_words(language.code, *context.words))
         << "</a> <span class=\"soft\">"
         << text_of(count_in_words(language.articles, *context.words)) << "</span></li> ";
  }
  return html << "</ul>";
}

Html contents(const PageContext& context, const IndexFacts& facts) {
  const InterfaceWords& words = *context.words;
  Html html;
  html << "<h3>" << words.help.contents << "</h3><p>"
       << text_of(count_in_words(facts.articles, words)) << " "
       << (facts.articles == 1 ? words.article : words.articles);
  if (facts.first && facts.last)
    html << ", " << words.help.from_to << " " << text_of(day_in_words(*facts.first, words)) << " "
         << words.time.to << " " << text_of(day_in_words(*facts.last, words));
  html << ".";
  if (facts.fed)
    html << " " << words.help.last_fed << " " << text_of(day_in_words(*facts.fed, words)) << ".";
  PageState outlets = context.start();
  outlets.facet = "outlet";
  return html << "</p>" << languages(context, facts) << "<p>" << open_link(outlets)
              << words.help.all_outlets << "</a></p>";
}

}  // namespace

Html help_page(const PageContext& context, const IndexFacts& facts) {
  const HelpWords& words = context.words->help;
  Html main;
  main << "<h2>" << words.title << "</h2>" << contents(context, facts) << "<h3>" << words.ask
       << "</h3><p>" << words.words_rule << "</p><ul class=\"examples\">";
  for (std::size_t i = 0; i < examples.size(); ++i) {
    PageState state = context.start();
    state.query = examples.at(i);
    main << "<li>" << open_link(state) << text_of(state.query) << "</a> <span class=\"soft\">"
         << words.examples.at(i) << "</span></li>";
  }
  main << "</ul>" << paragraph(words.subscribe, words.subscribe_how)
       << paragraph(words.cite, words.cite_how) << paragraph(words.programs, words.programs_how);
  return page_frame(context, std::string{words.link.text()} + " - " + context.config.title, main);
}

Html facet_page(const PageContext& context, const Facet& facet) {
  const InterfaceWords& words = *context.words;
  const bool outlets = context.state.facet == "outlet";
  const bool languages = context.state.facet == "lang";
  const Markup name = outlets ? words.outlets : languages ? words.languages : words.entities;
  Facet shown = facet;
  if (context.state.by_name)
    std::sort(shown.values.begin(), shown.values.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  PageState other = context.state;
  other.by_name = !other.by_name;
  Html main;
  main << filter_chips(context) << "<div id=\"results\"><h2>" << name << "</h2><p>"
       << open_link(other) << (context.state.by_name ? words.by_count : words.by_name)
       << "</a></p><ul class=\"values\">";
  for (const FacetValue& value : shown.values) main << value_item(context, shown, value);
  main << "</ul></div>";
  return page_frame(context, std::string{name.text()} + " - " + context.config.title, main,
                    Sheets::results);
}

Html opensearch_description(const PageContext& context) {
  constexpr std::size_t short_name = 16;  // OpenSearch 1.1, ShortName
  PageState question = context.start();
  const std::string base = context.absolute(question);
  const std::string joint = base.ends_with('?') ? "" : "&";
  const auto url = [&](Markup type, std::string_view format) {
    Html html;
    return html << "<Url type=\"" << type << "\" template=\"" << text_of(base + joint)
                << "q={searchTerms}" << text_of(format) << "\"/>\n";
  };
  std::string name = context.config.title;
  if (name.size() > short_name) name = shortened(name, short_name - 1);
  Html html;
  html << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>"
       << text_of(name) << "</ShortName>\n<Description>" << context.words->tagline
       << "</Description>\n<InputEncoding>UTF-8</InputEncoding>\n<Language>"
       << text_of(context.words->code) << "</Language>\n"
       << url("text/html", "") << url("application/atom+xml", "&f=atom")
       << url("application/rss+xml", "&f=rss") << "</OpenSearchDescription>\n";
  return html;
}

}  // namespace pantau
