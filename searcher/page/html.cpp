#include "searcher/page/html.h"

#include "searcher/render/plain_line.h"

namespace pantau {

namespace {

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

Html text_of(std::string_view raw) {
  Html html;
  html.text(raw);
  return html;
}

}  // namespace pantau
