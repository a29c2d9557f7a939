#include "searcher/render/html.h"

#include <algorithm>

#include "searcher/render/plain_line.h"

namespace pantau {

namespace {

/// What markup is made of.
constexpr std::string_view signs = "&<>\"'";

/// How a character is written that markup is made of; "" for any other.
constexpr std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string escape_markup(std::string_view text) {
  const std::string line = plain_line(text);
  std::string out;
  out.reserve(line.size() + line.size() / 8);
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t start = i;
    while (i < line.size() && entity_of(line[i]).empty()) ++i;
    out.append(line, start, i - start);
    if (i < line.size()) out += entity_of(line[i++]);
  }
  return out;
}

std::string unescape_markup(std::string_view markup) {
  std::string out;
  for (std::size_t i = 0; i < markup.size();) {
    const std::string_view rest = markup.substr(i);
    const auto sign = std::find_if(signs.begin(), signs.end(),
                                   [&](char c) { return rest.starts_with(entity_of(c)); });
    if (sign != signs.end()) {
      out += *sign;
      i += entity_of(*sign).size();
    } else if (rest.front() == '<') {
      i += std::min(rest.find('>'), rest.size() - 1) + 1;
    } else {
      out += markup[i++];
    }
  }
  return out;
}

Html text_of(std::string_view raw) {
  Html html;
  html.text(raw);
  return html;
}

}  // namespace pantau
