#include "indexer/extract/article_json.h"

#include <array>

#include <boost/json.hpp>

#include "common/language.h"
#include "common/utf8.h"
#include "indexer/extract/date_text.h"

namespace pantau {
namespace {

namespace json = boost::json;

/// A record of ours is flat; what nests deeper than this is an attack or another format.
constexpr std::size_t max_depth = 32;

/// The string at `key`, "" for null or nothing, a whole number as its digits. Throws JsonProblem.
std::string text_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || value->is_null()) return {};
  if (value->is_string()) return to_valid_utf8(value->get_string());
  if (value->is_int64()) return std::to_string(value->get_int64());
  if (value->is_uint64()) return std::to_string(value->get_uint64());
  throw JsonProblem{"invalid-field", "'" + std::string{key} + "' is not a string"};
}

/// An author may be a list of names.
std::string names_at(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  if (value == nullptr || !value->is_array()) return collapse_space(text_at(object, key));
  std::string names;
  for (const json::value& name : value->get_array())
    if (name.is_string()) names += (names.empty() ? "" : ", ") + to_valid_utf8(name.get_string());
  return collapse_space(names);
}

/// Longer values are shown by their start: nobody needs more to see what is wrong.
constexpr std::size_t shown_bytes = 60;

void add_unread(Article& article, std::string_view key, std::string_view value) {
  if (!article.unread.empty()) article.unread += ", ";
  article.unread.append(key) += " '" + to_valid_utf8(value.substr(0, shown_bytes)) + "'";
}

std::optional<Date> to_date(const std::string& text) {
  if (const auto date = parse_iso_date(text)) return date;
  const auto written = find_date(text);
  return written ? std::optional{written->date} : std::nullopt;
}

void read_date(const json::object& object, Article& article) {
  const json::value* value = object.if_contains("date");
  if (value == nullptr || value->is_null()) return;
  const std::string text = value->is_string() ? collapse_space(to_valid_utf8(value->get_string()))
                                              : json::serialize(*value);
  article.date = value->is_string() ? to_date(text) : std::nullopt;
  if (!article.date && !text.empty()) add_unread(article, "date", text);
}

void read_language(const json::object& object, Article& article) {
  const std::string text = collapse_space(text_at(object, "lang"));
  article.language = language_code(text);
  if (article.language.empty() && !text.empty()) add_unread(article, "lang", text);
}

JsonArticle to_article(const json::object& object) {
  JsonArticle out;
  Article& article = out.article;
  article.url = collapse_space(text_at(object, "url"));
  article.id = collapse_space(text_at(object, "id"));
  article.title = collapse_space(text_at(object, "title"));
  article.author = names_at(object, "author");
  article.outlet = collapse_space(text_at(object, "outlet"));
  read_language(object, article);
  read_date(object, article);
  article.text = text_at(object, "text");
  out.html = text_at(object, "html");
  if (collapse_space(article.text).empty() && collapse_space(out.html).empty())
    throw JsonProblem{"no-text", "neither 'text' nor 'html' says anything"};
  return out;
}

}  // namespace

std::variant<JsonArticle, JsonProblem> parse_article_json(std::string_view text) {
  json::parse_options options;
  options.max_depth = max_depth;
  json::error_code error;
  const json::value value = json::parse(text, error, json::storage_ptr{}, options);
  if (error) return JsonProblem{"invalid-json", error.message()};
  if (!value.is_object()) return JsonProblem{"invalid-json", "the line is not a JSON object"};
  try {
    return to_article(value.get_object());
  } catch (JsonProblem& problem) {
    return std::move(problem);
  }
}

}  // namespace pantau
