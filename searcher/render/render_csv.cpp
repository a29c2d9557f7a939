#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "searcher/render/plain_line.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// A value that begins with one of these is run by spreadsheets, whatever quotes stand around it.
constexpr std::string_view formula_starts = "=+-@\t\r";

/// Characters of full width that some spreadsheets read as the same signs.
constexpr std::array<std::string_view, 4> wide_starts{"＝", "＋", "－", "＠"};

bool is_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  if (!text.empty() && formula_starts.find(text.front()) != std::string_view::npos) return true;
  return std::any_of(wide_starts.begin(), wide_starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

std::string cell(std::string_view raw) {
  const std::string text = plain_line(raw);
  std::string out{is_formula(text) ? "\"'" : "\""};
  for (const char c : text) {
    if (c == '"') out += c;
    out += c;
  }
  return out += '"';
}

void put_row(std::initializer_list<std::string_view> values, std::ostream& out) {
  const char* separator = "";
  for (const std::string_view value : values) out << std::exchange(separator, ",") << cell(value);
  out << "\r\n";
}

}  // namespace

void render_csv(const SearchResults& results, std::ostream& out) {
  put_row({"rank", "date", "title", "outlet", "author", "lang", "url", "id", "excerpt", "copies"},
          out);
  std::size_t rank = results.offset;
  for (const Hit& hit : results.hits) {
    const Article& article = hit.article;
    put_row({std::to_string(++rank), article.date ? to_iso(*article.date) : "", article.title,
             article.outlet, article.author, article.language, web_address(article), article.handle,
             hit.snippet.text, std::to_string(hit.copies.size())},
            out);
  }
}

}  // namespace pantau
