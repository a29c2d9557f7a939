#include <algorithm>

#include "common/entities/entities.h"
#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"

namespace pantau {
namespace {

/// Values of a facet that are shown: what a person reads at a glance.
constexpr std::size_t shown_values = 8;

/// Months or years shown: the latest ones.
constexpr std::size_t shown_periods = 24;

/// Every link repeats the address, and Chinese takes nine bytes a sign in one: behind an address
/// longer than this half as many are shown, so that the page stays below 30 KB.
constexpr std::size_t long_address = 150;

std::size_t as_many_as(std::size_t most, const PageContext& context) {
  return address_of(context.state).size() > long_address ? most / 2 : most;
}

/// The state without `value` in `values`, or with it; from its first page.
PageState toggled(PageState state, std::vector<std::string> PageState::*values,
                  const std::string& value) {
  std::vector<std::string>& list = state.*values;
  const auto at = std::lower_bound(list.begin(), list.end(), value);
  if (at != list.end() && *at == value)
    list.erase(at);
  else
    list.insert(at, value);
  state.page = 1;
  return state;
}

PageState in_period(PageState state, const std::string& from, const std::string& to) {
  state.from = from;
  state.to = to;
  state.page = 1;
  return state;
}

std::string period_text(const PageContext& context) {
  const InterfaceWords& words = context.words;
  const PageState& state = context.state;
  if (state.from == state.to) return period_in_words(state.from, words);
  std::string text;
  if (!state.from.empty())
    text = std::string{words.from.text()} + ' ' + period_in_words(state.from, words);
  if (!state.to.empty())
    text += (text.empty() ? "" : " ") + std::string{words.to.text()} + ' ' +
            period_in_words(state.to, words);
  return text;
}

/// What a value of a facet is called on the page.
std::string label_of(const Facet& facet, const std::string& value, const InterfaceWords& words) {
  if (facet.name == "lang") return language_in_words(value, words);
  if (facet.name == "month" || facet.name == "year") return period_in_words(value, words);
  if (facet.name == "entity") return entity_name(value, words.code);
  return value;
}

Html count_of(const PageContext& context, const Facet& facet, std::uint64_t articles) {
  Html html;
  html << "<span class=\"soft\">";
  if (!facet.exact) html << context.words.about << " ";
  return html << text_of(count_in_words(articles, context.words)) << "</span>";
}

/// The link of one value, which adds the filter, or takes it away where it is set. Nothing for a
/// value too long for an address.
Html value_item(const PageContext& context, const Facet& facet, const FacetValue& value,
                std::vector<std::string> PageState::*filter) {
  const std::vector<std::string>& set = context.state.*filter;
  const bool is_set = std::binary_search(set.begin(), set.end(), value.value);
  const std::string address = address_of(toggled(context.state, filter, value.value));
  Html html;
  if (address.size() > max_linked_address) return html;
  html << "<li><a href=\"" << text_of(address) << "\"";
  if (is_set) html << " aria-current=\"true\"";
  html << "><bdi>" << text_of(shortened(label_of(facet, value.value, context.words), shown_name))
       << "</bdi>";
  if (is_set) html << " ×";
  return html << "</a> " << count_of(context, facet, value.articles) << "</li>";
}

/// "other outlets 34": of what has one value an article, which others are not named.
Html other_values(const PageContext& context, const Facet& facet) {
  std::uint64_t articles = facet.others;
  for (std::size_t i = as_many_as(shown_values, context); i < facet.values.size(); ++i)
    articles += facet.values[i].articles;
  Html html;
  if (articles == 0) return html;
  return html << "<li class=\"soft\">" << context.words.others << " "
              << count_of(context, facet, articles) << "</li>";
}

Html value_list(const PageContext& context, const Facet& facet, Markup heading,
                std::vector<std::string> PageState::*filter) {
  Html html;
  html << "<h3>" << heading << "</h3><ul>";
  const std::size_t most = as_many_as(shown_values, context);
  for (std::size_t i = 0; i < std::min(facet.values.size(), most); ++i)
    html << value_item(context, facet, facet.values[i], filter);
  if (facet.name == "outlet") html << other_values(context, facet);
  return html << "</ul>";
}

/// The class of a bar that is `share` of the longest; widths come in steps of a twentieth, because
/// the page's policy allows no style but the sheet.
std::string bar_class(std::uint64_t articles, std::uint64_t most) {
  constexpr std::uint64_t steps = 20;
  return "w" + std::to_string(std::max<std::uint64_t>(1, articles * steps / most));
}

Html histogram(const PageContext& context, const Facet& facet) {
  const std::size_t shown = as_many_as(shown_periods, context);
  const std::size_t skipped = facet.values.size() - std::min(facet.values.size(), shown);
  std::uint64_t most = 1;
  for (const FacetValue& value : facet.values) most = std::max(most, value.articles);
  Html html;
  html << "<h3>" << context.words.months << "</h3><ol class=\"months";
  if (facet.name == "year") html << " years";
  html << "\">";
  for (std::size_t i = skipped; i < facet.values.size(); ++i) {
    const FacetValue& value = facet.values[i];
    html << "<li>" << open_link(in_period(context.state, value.value, value.value)) << "<span>"
         << text_of(label_of(facet, value.value, context.words))
         << "</span><span aria-hidden=\"true\"><b class=\""
         << text_of(bar_class(value.articles, most)) << "\"></b></span>"
         << count_of(context, facet, value.articles) << "</a></li>";
  }
  return html << "</ol>";
}

/// A filter as a link that takes it away.
struct Chip {
  PageState without;
  std::string label;
};

std::vector<Chip> chips_of(const PageContext& context) {
  const PageState& state = context.state;
  std::vector<Chip> chips;
  for (const std::string& code : state.languages)
    chips.push_back(
        {toggled(state, &PageState::languages, code), language_in_words(code, context.words)});
  for (const std::string& outlet : state.outlets)
    chips.push_back({toggled(state, &PageState::outlets, outlet), outlet});
  for (const std::string& entity : state.entities)
    chips.push_back(
        {toggled(state, &PageState::entities, entity), entity_name(entity, context.words.code)});
  if (!state.from.empty() || !state.to.empty())
    chips.push_back({in_period(state, "", ""), period_text(context)});
  for (Chip& chip : chips) chip.label = shortened(chip.label, shown_name);
  return chips;
}

}  // namespace

Html filter_chips(const PageContext& context) {
  Html html;
  if (!context.state.filtered()) return html;
  html << "<ul class=\"chips\">";
  for (const Chip& chip : chips_of(context))
    html << "<li><a href=\"" << text_of(address_of(chip.without)) << "\" aria-label=\""
         << context.words.remove << " " << text_of(chip.label) << "\"><bdi>" << text_of(chip.label)
         << "</bdi> ×</a></li>";
  PageState all = in_period(context.state, "", "");
  all.languages.clear();
  all.outlets.clear();
  all.entities.clear();
  return html << "<li>" << open_link(all) << context.words.clear << "</a></li></ul>";
}

std::string filters_in_words(const PageContext& context) {
  std::string text;
  for (const Chip& chip : chips_of(context)) text += (text.empty() ? "" : ", ") + chip.label;
  return text;
}

Html facet_lists(const PageContext& context, const std::vector<Facet>& facets) {
  Html html;
  for (const Facet& facet : facets) {
    if (facet.values.empty()) continue;
    if (facet.name == "month" || facet.name == "year") html << histogram(context, facet);
    if (facet.name == "lang")
      html << value_list(context, facet, context.words.languages, &PageState::languages);
    if (facet.name == "outlet")
      html << value_list(context, facet, context.words.outlets, &PageState::outlets);
    if (facet.name == "entity")
      html << value_list(context, facet, context.words.entities, &PageState::entities);
  }
  if (html.empty()) return html;
  Html nav;
  nav << "<nav class=\"facets\" id=\"filters\" aria-label=\"" << context.words.filters << "\"><h2>"
      << context.words.filters << "</h2>" << html << "</nav>";
  return nav;
}

}  // namespace pantau
