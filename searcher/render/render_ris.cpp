#include <algorithm>

#include "searcher/render/plain_line.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// A tag of two signs, two spaces, a hyphen, a space and one line.
void put(std::string_view tag, std::string_view value, std::ostream& out) {
  const std::string line = plain_line(value);
  if (!line.empty()) out << tag << "  - " << line << "\r\n";
}

void put_authors(std::string_view list, std::ostream& out) {
  constexpr std::string_view joint = ", ";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(joint), list.size());
    put("AU", list.substr(0, end), out);
    list.remove_prefix(std::min(end + joint.size(), list.size()));
  }
}

/// "2021/03/19".
std::string with_slashes(Date date) {
  std::string text = to_iso(date);
  std::replace(text.begin(), text.end(), '-', '/');
  return text;
}

}  // namespace

void render_ris(const SearchResults& results, std::ostream& out) {
  for (const Hit& hit : results.hits) {
    const Article& article = hit.article;
    out << "TY  - NEWS\r\n";
    put("TI", article.title, out);
    put_authors(article.author, out);
    put("T2", article.outlet, out);
    if (article.date) {
      put("PY", std::to_string(static_cast<int>(article.date->year())), out);
      put("DA", with_slashes(*article.date), out);
    }
    put("LA", article.language, out);
    put("UR", web_address(article), out);
    if (const auto day = parse_iso_date(article.captured)) put("Y2", with_slashes(*day), out);
    put("AB", hit.snippet.text, out);
    put("ID", article.handle, out);
    out << "ER  - \r\n\r\n";
  }
}

}  // namespace pantau
