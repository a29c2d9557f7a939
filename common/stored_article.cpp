#include "common/stored_article.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pantau {
namespace {

struct TextField {
  std::string_view name;
  std::string Article::*value;
};

/// `text` last: xapian-delve -d then shows the short fields first.
constexpr std::array text_fields{
    TextField{"id", &Article::id},
    TextField{"url", &Article::url},
    TextField{"title", &Article::title},
    TextField{"author", &Article::author},
    TextField{"outlet", &Article::outlet},
    TextField{"lang", &Article::language},
    TextField{"file", &Article::file},
    TextField{"captured", &Article::captured},
    TextField{"canonical", &Article::canonical},
    TextField{"text", &Article::text},
};

void append_line(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out.append(name) += '=';
  for (const char c : value) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\')
      out += "\\\\";
    else
      out += c;
  }
  out += '\n';
}

std::string unescape(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '\\' || i + 1 == value.size())
      out += value[i];
    else
      out += value[++i] == 'n' ? '\n' : value[i];
  }
  return out;
}

void set_field(Article& article, std::string_view name, std::string_view value) {
  if (name == "date") article.date = parse_iso_date(value);
  if (name == "truncated") article.truncated = true;
  if (name == "offset") std::from_chars(value.data(), value.data() + value.size(), article.offset);
  const auto field = std::find_if(text_fields.begin(), text_fields.end(),
                                  [&](const TextField& f) { return f.name == name; });
  if (field != text_fields.end()) article.*(field->value) = unescape(value);
}

}  // namespace

std::string encode_article(const Article& article) {
  std::string data;
  data.reserve(article.text.size() + 512);
  if (article.date) append_line(data, "date", to_iso(*article.date));
  if (article.offset > 0) append_line(data, "offset", std::to_string(article.offset));
  if (article.truncated) append_line(data, "truncated", "1");
  for (const TextField& field : text_fields) append_line(data, field.name, article.*(field.value));
  return data;
}

Article decode_article(std::string_view data) {
  Article article;
  while (!data.empty()) {
    const auto end = std::min(data.find('\n'), data.size());
    const std::string_view line = data.substr(0, end);
    data.remove_prefix(std::min(end + 1, data.size()));
    const auto equals = line.find('=');
    if (equals != std::string_view::npos)
      set_field(article, line.substr(0, equals), line.substr(equals + 1));
  }
  return article;
}

}  // namespace pantau
