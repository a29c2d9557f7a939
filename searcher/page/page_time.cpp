#include <algorithm>
#include <array>

#include "searcher/page/page_parts.h"

namespace pantau {
namespace {

/// Months or years shown: the latest ones.
constexpr std::size_t shown_periods = 24;

PageState in_period(PageState state, const std::string& from, const std::string& to) {
  state.recent = Recent::ever;
  state.from = from;
  state.to = to;
  state.page = 1;
  return state;
}

Markup name_of(Recent recent, const TimeWords& words) {
  if (recent == Recent::day) return words.day;
  if (recent == Recent::week) return words.week;
  return recent == Recent::month ? words.month : words.year;
}

/// A link to a time, or away from it where it is the present one; closes nothing, sets no text.
Html open_time(const PageContext& context, const PageState& time, bool is_set) {
  Html html;
  html << "<a rel=\"nofollow\" href=\""
       << text_of(address_of(is_set ? at_any_time(context.state) : time)) << "\"";
  if (is_set) html << " aria-current=\"true\"";
  return html << ">";
}

/// The last day, week, month, year.
Html recent_links(const PageContext& context) {
  Html html;
  html << "<p class=\"line\">";
  for (const Recent recent : {Recent::day, Recent::week, Recent::month, Recent::year}) {
    PageState state = at_any_time(context.state);
    state.recent = recent;
    const bool is_set = context.state.recent == recent;
    html << open_time(context, state, is_set) << name_of(recent, context.words->time);
    if (is_set) html << " ×";
    html << "</a> ";
  }
  return html << "</p>";
}

/// The first or last day of a period, as a date field wants it.
std::string day_of(const std::string& period, bool first) {
  const auto days = parse_period(period);
  if (!days) return {};
  return to_iso(first ? days->first : days->last);
}

Html date_field(Markup name, Markup label, const std::string& value) {
  Html html;
  return html << "<label>" << label << " <input type=\"date\" name=\"" << name << "\" value=\""
              << text_of(value) << "\"></label> ";
}

Html range_form(const PageContext& context) {
  const PageState& state = context.state;
  const TimeWords& words = context.words->time;
  Html html;
  html << "<details class=\"range\"><summary>" << words.range << "</summary><form>";
  for (const Parameter& field : parameters_of(at_any_time(state)))
    html << "<input type=\"hidden\" name=\"" << text_of(field.name) << "\" value=\""
         << text_of(field.value) << "\">";
  return html << date_field("from", words.from, day_of(state.from, true))
              << date_field("to", words.to, day_of(state.to, false)) << "<button type=\"submit\">"
              << words.show << "</button></form></details>";
}

/// The class of a bar that is `share` of the longest; widths come in steps of a twentieth, because
/// the page's policy allows no style but the sheet.
std::string bar_class(std::uint64_t articles, std::uint64_t most) {
  constexpr std::uint64_t steps = 20;
  return "w" + std::to_string(std::max<std::uint64_t>(1, articles * steps / most));
}

bool lies_in(const std::string& period, const PageState& state) {
  const auto days = parse_period(period);
  if (!days || (state.from.empty() && state.to.empty())) return false;
  const bool after = state.from.empty() || parse_period(state.from)->first <= days->first;
  return after && (state.to.empty() || days->last <= parse_period(state.to)->last);
}

/// A year above its months, itself a link.
Html year_row(const PageContext& context, const std::string& year) {
  Html html;
  const bool is_set = context.state.from == year && context.state.to == year;
  return html << "<li class=\"year\">"
              << open_time(context, in_period(context.state, year, year), is_set) << text_of(year)
              << "</a></li>";
}

Html bar_row(const PageContext& context, const Facet& facet, const FacetValue& value,
             std::uint64_t most) {
  const bool is_set = lies_in(value.value, context.state);
  Html html;
  return html << "<li>"
              << open_time(context, in_period(context.state, value.value, value.value), is_set)
              << "<span>" << text_of(period_in_words(value.value, *context.words))
              << "</span> <span aria-hidden=\"true\"><b class=\""
              << text_of(bar_class(value.articles, most)) << "\"></b></span> "
              << count_of(context, facet, value.articles) << "</a></li>";
}

Html histogram(const PageContext& context, const Facet& facet) {
  // Every link repeats the address: with a longer one fewer are shown, so that the page stays
  // small.
  constexpr std::size_t long_address = 150;
  const bool is_long = address_of(context.state).size() > long_address;
  const std::size_t shown = is_long ? shown_periods / 2 : shown_periods;
  const std::size_t skipped = facet.values.size() - std::min(facet.values.size(), shown);
  std::uint64_t most = 1;
  for (const FacetValue& value : facet.values) most = std::max(most, value.articles);
  std::string year;
  Html html;
  html << "<ol class=\"months\">";
  for (std::size_t i = skipped; i < facet.values.size(); ++i) {
    const FacetValue& value = facet.values[i];
    if (facet.name == "month" && value.value.substr(0, 4) != year) {
      year = value.value.substr(0, 4);
      html << year_row(context, year);
    }
    html << bar_row(context, facet, value, most);
  }
  return html << "</ol>";
}

}  // namespace

PageState at_any_time(PageState state) {
  return in_period(std::move(state), "", "");
}

std::string time_in_words(const PageContext& context) {
  const InterfaceWords& words = *context.words;
  const PageState& state = context.state;
  if (state.recent != Recent::ever) return std::string{name_of(state.recent, words.time).text()};
  if (state.from == state.to) return period_in_words(state.from, words);
  std::string text;
  if (!state.from.empty())
    text = std::string{words.time.from.text()} + ' ' + period_in_words(state.from, words);
  if (!state.to.empty())
    text += (text.empty() ? "" : " ") + std::string{words.time.to.text()} + ' ' +
            period_in_words(state.to, words);
  return text;
}

Html time_choices(const PageContext& context, const Facet* facet) {
  Html html;
  html << "<h2>" << context.words->time.when << "</h2>" << recent_links(context)
       << range_form(context);
  if (facet != nullptr) html << histogram(context, *facet);
  return html;
}

}  // namespace pantau
