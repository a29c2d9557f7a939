#include "searcher/page/page_state.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/date.h"
#include "common/language.h"
#include "common/text.h"
#include "common/url.h"

namespace pantau {
namespace {

using Strings = std::vector<std::string>;

using enum AddressMistake;

template <typename Value>
struct Named {
  std::string_view name;
  Value value;
};

constexpr std::array<Named<Sort>, 4> sorts{{{"relevance", Sort::relevance},
                                            {"recent", Sort::recent},
                                            {"newest", Sort::newest},
                                            {"oldest", Sort::oldest}}};

constexpr std::array<Named<PageFormat>, 9> formats{{{"html", PageFormat::html},
                                                    {"json", PageFormat::json},
                                                    {"jsonl", PageFormat::jsonl},
                                                    {"csv", PageFormat::csv},
                                                    {"bibtex", PageFormat::bibtex},
                                                    {"ris", PageFormat::ris},
                                                    {"atom", PageFormat::atom},
                                                    {"rss", PageFormat::rss},
                                                    {"opensearch", PageFormat::opensearch}}};

constexpr std::array<Named<WordMode>, 3> word_modes{
    {{"enough", WordMode::enough}, {"all", WordMode::all}, {"any", WordMode::any}}};

constexpr std::array<Named<Recent>, 5> recents{{{"ever", Recent::ever},
                                                {"day", Recent::day},
                                                {"week", Recent::week},
                                                {"month", Recent::month},
                                                {"year", Recent::year}}};

constexpr std::array<Named<bool>, 2> switches{{{"0", false}, {"1", true}}};

constexpr std::array<std::string_view, 3> listed_facets{"entity", "lang", "outlet"};

/// Bytes of a name in the address; no article is known by a longer one.
constexpr std::size_t max_name = 2'000;

template <typename Table>
auto value_of(const Table& table, const std::string& text) {
  for (const auto& [name, value] : table)
    if (name == text) return value;
  throw WrongAddress{choice, text};
}

template <typename Table, typename Value>
std::string name_of(const Table& table, Value wanted) {
  for (const auto& [name, value] : table)
    if (value == wanted) return std::string{name};
  return {};
}

/// A page after the last one there can be is that one.
std::size_t to_page(const std::string& text) {
  constexpr std::size_t most_digits = 9;
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  const std::size_t number = digits && text.size() <= most_digits ? std::stoul(text) : 0;
  if (number == 0) throw WrongAddress{page, text};
  return std::min(number, max_page);
}

/// The place of a hit is a help to leaf through an answer: a wrong one is none.
std::size_t to_rank(const std::string& text) {
  constexpr std::size_t most_digits = 5;
  const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
  const std::size_t number = digits && text.size() <= most_digits ? std::stoul(text) : 0;
  return number <= max_page * hits_per_page ? number : 0;
}

std::string to_day(const std::string& text) {
  if (!parse_period(text)) throw WrongAddress{date, text};
  return text;
}

std::string to_facet(const std::string& text) {
  if (std::find(listed_facets.begin(), listed_facets.end(), text) == listed_facets.end())
    throw WrongAddress{choice, text};
  return text;
}

void add(Strings& values, const std::string& value) {
  if (value.empty() || std::find(values.begin(), values.end(), value) != values.end()) return;
  if (values.size() == max_filters) throw WrongAddress{filters, value};
  values.insert(std::upper_bound(values.begin(), values.end(), value), value);
}

/// The code of a tag, or of a language by its English name.
std::string code_of(const std::string& text) {
  if (std::string code = language_code(text); !code.empty()) return code;
  for (const Language& language : languages())
    if (to_lower_ascii(language.name) == to_lower_ascii(text)) return std::string{language.code};
  throw WrongAddress{AddressMistake::language, text};
}

void add_languages(PageState& state, const std::string& list) {
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    if (end > at) add(state.languages, code_of(list.substr(at, end - at)));
    at = end + 1;
  }
}

/// A language that the page does not speak is no mistake: the reader's own is taken instead.
void set_interface(const std::string& text, PageState& state) {
  const std::string code = language_code(text);
  if (code == "en" || code == "id") state.interface = code;
}

void take_question(const std::string& name, const std::string& value, PageState& state) {
  if (name == "q") state.query = value;
  if (name == "like") state.like = value.substr(0, max_name);
  if (name == "id") state.article = value.substr(0, max_name);
  if (name == "n") state.rank = to_rank(value);
  if (name == "facet") state.facet = to_facet(value);
  if (name == "by") state.by_name = value == "name";
  if (name == "help") state.help = value_of(switches, value);
}

void take_filter(const std::string& name, const std::string& value, PageState& state) {
  if (name == "lang") add_languages(state, value);
  if (name == "outlet") add(state.outlets, value);
  if (name == "entity") add(state.entities, value);
  if (name == "when") state.recent = value_of(recents, value);
  if (name == "from") state.from = to_day(value);
  if (name == "to") state.to = to_day(value);
}

void take_view(const std::string& name, const std::string& value, PageState& state) {
  if (name == "words") state.words = value_of(word_modes, value);
  if (name == "translate") state.translate = value_of(switches, value);
  if (name == "sort") state.sort = value_of(sorts, value);
  if (name == "p") state.page = to_page(value);
  if (name == "fold") state.fold = value_of(switches, value);
  if (name == "hl") set_interface(value, state);
  if (name == "f") state.format = value_of(formats, value);
}

void take_parameter(const Parameter& parameter, PageState& state) {
  if (parameter.value.empty()) return;
  take_question(parameter.name, parameter.value, state);
  take_filter(parameter.name, parameter.value, state);
  take_view(parameter.name, parameter.value, state);
}

/// The first day: articles have days, no hours, so the last day is yesterday and today.
Date since(Recent recent, Date today) {
  using std::chrono::days;
  using std::chrono::months;
  using std::chrono::sys_days;
  using std::chrono::years;
  const Date before = recent == Recent::month  ? today - months{1}
                      : recent == Recent::year ? today - years{1}
                                               : today;
  const sys_days day =
      before.ok() ? sys_days{before} : sys_days{before.year() / before.month() / std::chrono::last};
  if (recent == Recent::day) return day - days{1};
  return recent == Recent::week ? day - days{7} : day;
}

}  // namespace

PageState parse_state(const std::vector<Parameter>& parameters) {
  PageState state;
  for (const Parameter& parameter : parameters) take_parameter(parameter, state);
  if (state.recent != Recent::ever) state.from = state.to = {};
  if (!state.from.empty() && !state.to.empty() &&
      parse_period(state.to)->last < parse_period(state.from)->first)
    std::swap(state.from, state.to);
  if (state.article.empty()) state.rank = 0;
  if (state.facet.empty()) state.by_name = false;
  return state;
}

PageState parse_remains(const std::vector<Parameter>& parameters) {
  PageState state;
  for (const Parameter& parameter : parameters) try {
      if (parameter.name == "q" || parameter.name == "hl" || parameter.name == "f")
        take_parameter(parameter, state);
    } catch (const WrongAddress&) {
      continue;  // it is what parse_state refused
    }
  return state;
}

std::vector<Parameter> parameters_of(const PageState& state) {
  std::vector<Parameter> parameters;
  const auto say = [&](std::string_view name, const std::string& value, bool needed = true) {
    if (needed && !value.empty()) parameters.push_back({std::string{name}, value});
  };
  say("q", state.query);
  say("like", state.like);
  say("id", state.article);
  say("n", std::to_string(state.rank), state.rank > 0);
  say("facet", state.facet);
  say("by", "name", state.by_name);
  say("help", "1", state.help);
  say("lang", join(state.languages, ","));
  for (const std::string& outlet : state.outlets) say("outlet", outlet);
  for (const std::string& entity : state.entities) say("entity", entity);
  say("when", name_of(recents, state.recent), state.recent != Recent::ever);
  say("from", state.from);
  say("to", state.to);
  say("words", name_of(word_modes, state.words), state.words != WordMode::enough);
  say("translate", "0", !state.translate);
  say("sort", name_of(sorts, state.sort), state.sort != Sort::relevance);
  say("p", std::to_string(state.page), state.page > 1);
  say("fold", "0", !state.fold);
  say("hl", state.interface);
  say("f", name_of(formats, state.format), state.format != PageFormat::html);
  return parameters;
}

std::string address_of(const PageState& state) {
  std::string address;
  for (const Parameter& parameter : parameters_of(state))
    address +=
        (address.empty() ? "?" : "&") + parameter.name + '=' + encode_parameter(parameter.value);
  return address.empty() ? "?" : address;
}

SearchRequest to_request(const PageState& state, Date today) {
  SearchRequest request;
  request.query = state.query;
  request.like = state.like;
  request.languages = state.languages;
  request.outlets = state.outlets;
  request.entities = state.entities;
  if (!state.from.empty()) request.from = parse_period(state.from)->first;
  if (!state.to.empty()) request.to = parse_period(state.to)->last;
  if (state.recent != Recent::ever) request.from = since(state.recent, today);
  request.words = state.words == WordMode::all   ? WordsAsked::all
                  : state.words == WordMode::any ? WordsAsked::any
                                                 : WordsAsked::enough;
  request.translate = state.translate;
  request.sort = state.sort;
  request.fold = state.fold;
  request.limit = hits_per_page;
  request.offset = (state.page - 1) * hits_per_page;
  request.today = today;
  if (!state.has_words() && request.sort != Sort::oldest) request.sort = Sort::newest;
  return request;
}

}  // namespace pantau
