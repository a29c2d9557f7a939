#include "searcher/page/page_state.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/date.h"
#include "common/error.h"
#include "common/language.h"
#include "common/text.h"
#include "common/url.h"

namespace pantau {
namespace {

using Strings = std::vector<std::string>;

[[noreturn]] void refuse(const std::string& what) {
  throw Error{Error::Kind::usage, what};
}

constexpr std::array<std::pair<std::string_view, Sort>, 4> sorts{{{"relevance", Sort::relevance},
                                                                  {"recent", Sort::recent},
                                                                  {"newest", Sort::newest},
                                                                  {"oldest", Sort::oldest}}};

constexpr std::array<std::pair<std::string_view, PageFormat>, 4> formats{
    {{"html", PageFormat::html},
     {"json", PageFormat::json},
     {"atom", PageFormat::atom},
     {"opensearch", PageFormat::opensearch}}};

template <typename Table>
auto value_of(const Table& table, const Parameter& parameter) {
  for (const auto& [name, value] : table)
    if (name == parameter.value) return value;
  refuse(parameter.name + " cannot be '" + parameter.value + "'");
}

template <typename Table, typename Value>
std::string name_of(const Table& table, Value wanted) {
  for (const auto& [name, value] : table)
    if (value == wanted) return std::string{name};
  return {};
}

std::size_t to_page(const std::string& text) {
  constexpr std::size_t most_digits = 3;
  const bool digits = !text.empty() && text.size() <= most_digits && text.front() != '0' &&
                      text.find_first_not_of("0123456789") == std::string::npos;
  const std::size_t page = digits ? std::stoul(text) : 0;
  if (page == 0 || page > max_page)
    refuse("a page is a number from 1 to " + std::to_string(max_page) + ", not '" + text + "'");
  return page;
}

std::string to_day(const std::string& text) {
  if (!text.empty() && !parse_period(text))
    refuse("a date is 2021, 2021-03 or 2021-03-20, not '" + text + "'");
  return text;
}

bool to_switch(const Parameter& parameter) {
  if (parameter.value == "0") return false;
  if (parameter.value == "1") return true;
  refuse(parameter.name + " is 0 or 1, not '" + parameter.value + "'");
}

void add(Strings& values, const std::string& value) {
  if (value.empty() || std::find(values.begin(), values.end(), value) != values.end()) return;
  if (values.size() == max_filters)
    refuse("at most " + std::to_string(max_filters) + " filters of one kind");
  values.insert(std::upper_bound(values.begin(), values.end(), value), value);
}

void add_languages(PageState& state, const std::string& list) {
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const std::string tag = list.substr(at, end - at);
    const std::string code = language_code(tag);
    if (!tag.empty() && code.empty()) refuse("a language is a code such as en, not '" + tag + "'");
    add(state.languages, code);
    at = end + 1;
  }
}

std::string to_interface(const std::string& text) {
  std::string code = to_lower_ascii(text);
  if (!code.empty() && code != "en" && code != "id")
    refuse("the page speaks en and id, not '" + text + "'");
  return code;
}

void take_parameter(const Parameter& parameter, PageState& state) {
  const std::string& name = parameter.name;
  if (name == "q") state.query = parameter.value;
  if (name == "like") state.like = parameter.value;
  if (name == "lang") add_languages(state, parameter.value);
  if (name == "outlet") add(state.outlets, parameter.value);
  if (name == "entity") add(state.entities, parameter.value);
  if (name == "from") state.from = to_day(parameter.value);
  if (name == "to") state.to = to_day(parameter.value);
  if (name == "sort") state.sort = value_of(sorts, parameter);
  if (name == "p") state.page = to_page(parameter.value);
  if (name == "fold") state.fold = to_switch(parameter);
  if (name == "hl") state.interface = to_interface(parameter.value);
  if (name == "f") state.format = value_of(formats, parameter);
}

void refuse_repetitions(const std::vector<Parameter>& parameters) {
  Strings seen;
  for (const Parameter& parameter : parameters) {
    constexpr std::array<std::string_view, 9> single{"q", "like", "from", "to", "sort",
                                                     "p", "fold", "hl",   "f"};
    if (std::find(single.begin(), single.end(), parameter.name) == single.end()) continue;
    if (std::find(seen.begin(), seen.end(), parameter.name) != seen.end())
      refuse("'" + parameter.name + "' is given twice");
    seen.push_back(parameter.name);
  }
}

}  // namespace

PageState parse_state(const std::vector<Parameter>& parameters) {
  refuse_repetitions(parameters);
  PageState state;
  for (const Parameter& parameter : parameters) take_parameter(parameter, state);
  const SearchRequest dates = to_request(state);
  if (dates.from && dates.to && *dates.to < *dates.from)
    refuse("from " + state.from + " lies after to " + state.to);
  return state;
}

PageState parse_remains(const std::vector<Parameter>& parameters) {
  PageState state;
  for (const Parameter& parameter : parameters) try {
      if (parameter.name == "q" || parameter.name == "hl" || parameter.name == "f")
        take_parameter(parameter, state);
    } catch (const Error&) {
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
  say("lang", join(state.languages, ","));
  for (const std::string& outlet : state.outlets) say("outlet", outlet);
  for (const std::string& entity : state.entities) say("entity", entity);
  say("from", state.from);
  say("to", state.to);
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

SearchRequest to_request(const PageState& state) {
  SearchRequest request;
  request.query = state.query;
  request.like = state.like;
  request.languages = state.languages;
  request.outlets = state.outlets;
  request.entities = state.entities;
  if (!state.from.empty()) request.from = parse_period(state.from)->first;
  if (!state.to.empty()) request.to = parse_period(state.to)->last;
  request.sort = state.sort;
  request.fold = state.fold;
  request.limit = hits_per_page;
  request.offset = (state.page - 1) * hits_per_page;
  if (!state.has_words()) {
    if (request.sort != Sort::oldest) request.sort = Sort::newest;
  }
  return request;
}

}  // namespace pantau
