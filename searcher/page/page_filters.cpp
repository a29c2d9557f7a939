#include <algorithm>

#include "common/entities/entities.h"
#include "searcher/page/page_parts.h"
#include "searcher/page/shortened.h"

namespace pantau {
namespace {

/// Values of a facet that are shown: what a person reads at a glance.
constexpr std::size_t shown_values = 8;

/// Every link repeats the address, and Chinese takes nine bytes a sign in one: with an address
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

/// The list of filters that a facet's values go to.
std::vector<std::string> PageState::*filter_of(const Facet& facet) {
  if (facet.name == "lang") return &PageState::languages;
  return facet.name == "outlet" ? &PageState::outlets : &PageState::entities;
}

/// What a value of a facet is called on the page.
std::string label_of(const Facet& facet, const std::string& value, const InterfaceWords& words) {
  if (facet.name == "lang") return language_in_words(value, words);
  return facet.name == "entity" ? entity_name(value, words.code) : value;
}

/// Values to show: the first ones, and those that are set wherever they stand.
std::vector<FacetValue> shown_of(const PageContext& context, const Facet& facet) {
  const std::vector<std::string>& set = context.state.*filter_of(facet);
  std::vector<FacetValue> shown;
  std::size_t left = as_many_as(shown_values, context);
  for (const FacetValue& value : facet.values) {
    const bool is_set = std::binary_search(set.begin(), set.end(), value.value);
    if (left == 0 && !is_set) continue;
    if (left > 0) --left;
    shown.push_back(value);
  }
  return shown;
}

/// "other outlets 34", a link to all of them.
Html other_values(const PageContext& context, const Facet& facet, std::size_t shown) {
  std::uint64_t articles = facet.name == "outlet" ? facet.others : 0;
  for (std::size_t i = shown; i < facet.values.size(); ++i) articles += facet.values[i].articles;
  Html html;
  if (facet.values.size() <= shown) return html;
  PageState all = context.state;
  all.facet = facet.name;
  all.page = 1;
  html << "<li>" << open_link(all);
  if (facet.name != "outlet") return html << context.words->every << "</a></li>";
  return html << context.words->others << "</a> " << count_of(context, facet, articles) << "</li>";
}

Html value_list(const PageContext& context, const Facet& facet, Markup heading) {
  const std::vector<FacetValue> shown = shown_of(context, facet);
  Html html;
  html << "<h2>" << heading << "</h2><ul>";
  for (const FacetValue& value : shown) html << value_item(context, facet, value);
  return html << other_values(context, facet, shown.size()) << "</ul>";
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
        {toggled(state, &PageState::languages, code), language_in_words(code, *context.words)});
  for (const std::string& outlet : state.outlets)
    chips.push_back({toggled(state, &PageState::outlets, outlet), outlet});
  for (const std::string& entity : state.entities)
    chips.push_back(
        {toggled(state, &PageState::entities, entity), entity_name(entity, context.words->code)});
  if (state.dated()) chips.push_back({at_any_time(state), time_in_words(context)});
  for (Chip& chip : chips) chip.label = shortened(chip.label, shown_name);
  return chips;
}

}  // namespace

Html count_of(const PageContext& context, const Facet& facet, std::uint64_t articles) {
  Html html;
  return html << "<span class=\"soft\">" << number_in_words(articles, facet.exact, *context.words)
              << "</span>";
}

Html value_item(const PageContext& context, const Facet& facet, const FacetValue& value) {
  std::vector<std::string> PageState::*const filter = filter_of(facet);
  const std::vector<std::string>& set = context.state.*filter;
  const bool is_set = std::binary_search(set.begin(), set.end(), value.value);
  PageState other = toggled(context.state, filter, value.value);
  other.facet.clear();
  other.by_name = false;
  Html html;
  if (address_of(other).size() > max_linked_address) return html;
  html << "<li><a rel=\"nofollow\" href=\"" << text_of(address_of(other)) << "\"";
  if (is_set) html << " aria-current=\"true\"";
  html << "><bdi>" << text_of(shortened(label_of(facet, value.value, *context.words), shown_name))
       << "</bdi>";
  if (is_set) html << " ×";
  return html << "</a> " << count_of(context, facet, value.articles) << "</li>";
}

Html filter_chips(const PageContext& context) {
  Html html;
  if (!context.state.filtered()) return html;
  html << "<ul class=\"chips\">";
  for (const Chip& chip : chips_of(context))
    html << "<li><a rel=\"nofollow\" href=\"" << text_of(address_of(chip.without))
         << "\" aria-label=\"" << context.words->remove << " " << text_of(chip.label) << "\"><bdi>"
         << text_of(chip.label) << "</bdi> ×</a></li> ";
  PageState all = at_any_time(context.state);
  all.languages.clear();
  all.outlets.clear();
  all.entities.clear();
  return html << "<li>" << open_link(all) << context.words->clear << "</a></li></ul>";
}

std::string filters_in_words(const PageContext& context) {
  std::string text;
  for (const Chip& chip : chips_of(context)) text += (text.empty() ? "" : ", ") + chip.label;
  return text;
}

Html facet_lists(const PageContext& context, const std::vector<Facet>& facets) {
  const Facet* times = nullptr;
  Html html;
  const auto list = [&](std::string_view name, Markup heading) {
    for (const Facet& facet : facets)
      if (facet.name == name && !facet.values.empty()) html << value_list(context, facet, heading);
  };
  if (facets.empty()) return html;
  for (const Facet& facet : facets)
    if ((facet.name == "month" || facet.name == "year") && !facet.values.empty()) times = &facet;
  html << "<details id=\"filters\" class=\"facets\"><summary>" << context.words->filters
       << "</summary><nav aria-label=\"" << context.words->filters << "\">";
  list("lang", context.words->languages);
  list("outlet", context.words->outlets);
  list("entity", context.words->entities);
  return html << time_choices(context, times) << "</nav></details>";
}

}  // namespace pantau
