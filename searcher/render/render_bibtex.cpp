#include <array>
#include <cstdio>
#include <set>

#include "common/hash.h"
#include "common/text.h"
#include "searcher/render/plain_line.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

/// Letters of an outlet's name in the key of an entry.
constexpr std::size_t key_letters = 20;

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

/// How TeX wants a character that means something to it; "" for any other. Braces are counted even
/// after a backslash, so they get names.
std::string_view tex_for(char c) {
  switch (c) {
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '\\':
      return "\\textbackslash{}";
    case '~':
      return "\\textasciitilde{}";
    case '^':
      return "\\textasciicircum{}";
    case '#':
      return "\\#";
    case '$':
      return "\\$";
    case '%':
      return "\\%";
    case '&':
      return "\\&";
    case '_':
      return "\\_";
    default:
      return {};
  }
}

std::string tex(std::string_view raw) {
  std::string out;
  for (const char c : plain_line(raw))
    if (const std::string_view name = tex_for(c); name.empty())
      out += c;
    else
      out += name;
  return out;
}

/// An address is taken as it is, but for what would end the value or the line.
std::string verbatim(std::string_view address) {
  std::string out;
  for (const char c : plain_line(address)) {
    if (std::string_view{"{}\\ ^\"<>`|"}.find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    std::array<char, 4> code{};
    std::snprintf(code.data(), code.size(), "%%%02X", static_cast<unsigned char>(c));
    out += code.data();
  }
  return out;
}

/// "Ana Bo and Che Dai": each in braces, because an institution is no family with first names.
std::string authors(std::string_view list) {
  constexpr std::string_view joint = ", ";
  std::string out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(joint), list.size());
    const std::string name = tex(list.substr(0, end));
    if (!name.empty()) out += (out.empty() ? "{" : " and {") + name + '}';
    list.remove_prefix(std::min(end + joint.size(), list.size()));
  }
  return out;
}

/// "policywire2022-1f3a09bc".
std::string key_of(const Article& article) {
  std::string key;
  for (const char c : to_lower_ascii(article.outlet))
    if (key.size() < key_letters && ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) key += c;
  if (key.empty()) key = "news";
  if (article.date) key += std::to_string(static_cast<int>(article.date->year()));
  constexpr std::size_t digits = 8;
  const std::string name = article.handle.empty() ? article.title : article.handle;
  return key + '-' + to_hex(fnv1a(name)).substr(0, digits);
}

void put(std::string_view name, const std::string& value, std::ostream& out) {
  if (!value.empty()) out << ",\n  " << name << " = {" << value << '}';
}

void put_date(const Article& article, std::ostream& out) {
  if (!article.date) return;
  put("date", to_iso(*article.date), out);  // biber
  put("year", std::to_string(static_cast<int>(article.date->year())), out);
  out << ",\n  month = " << months.at(static_cast<unsigned>(article.date->month()) - 1);
}

}  // namespace

void render_bibtex(const SearchResults& results, std::ostream& out) {
  std::set<std::string> keys;
  for (const Hit& hit : results.hits) {
    const Article& article = hit.article;
    std::string key = key_of(article);
    for (int copy = 2; !keys.insert(key).second; ++copy)
      key = key_of(article) + '-' + std::to_string(copy);
    out << "@misc{" << key;
    put("title", "{" + tex(article.title) + "}", out);
    put("author", authors(article.author.empty() ? article.outlet : article.author), out);
    put("howpublished", tex(article.outlet), out);
    put_date(article, out);
    put("url", verbatim(web_address(article)), out);
    if (const auto day = parse_iso_date(article.captured)) put("urldate", to_iso(*day), out);
    out << "\n}\n\n";
  }
}

}  // namespace pantau
