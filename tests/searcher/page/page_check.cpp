#include "tests/searcher/page/page_check.h"

#include <set>
#include <vector>

#include "common/utf8.h"
#include "searcher/render/html.h"

namespace pantau {
namespace {

const std::set<std::string, std::less<>> known_elements{
    "!DOCTYPE", "html",    "head", "meta",    "title",   "link",  "style",  "body", "a",
    "header",   "h1",      "h2",   "h3",      "form",    "input", "button", "main", "p",
    "nav",      "ol",      "ul",   "li",      "article", "bdi",   "mark",   "span", "time",
    "div",      "section", "b",    "details", "summary", "label"};

const std::set<std::string, std::less<>> void_elements{"!DOCTYPE", "meta", "link", "input"};

const std::set<std::string, std::less<>> known_attributes{"charset",      "name",
                                                          "content",      "rel",
                                                          "href",         "type",
                                                          "title",        "lang",
                                                          "class",        "id",
                                                          "role",         "aria-label",
                                                          "value",        "maxlength",
                                                          "autocomplete", "autocapitalize",
                                                          "autofocus",    "hreflang",
                                                          "datetime",     "aria-current",
                                                          "html",         "action",
                                                          "aria-hidden",  "start",
                                                          "open",         "aria-labelledby",
                                                          "dir"};

std::string_view until(std::string_view& rest, std::string_view stops) {
  const std::size_t end = std::min(rest.find_first_of(stops), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(end);
  return piece;
}

/// Reads ` name="value"...` up to `>`; "" or what is wrong.
std::string read_attributes(std::string_view& rest) {
  while (true) {
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    if (rest.empty()) return "a tag without an end";
    if (rest.front() == '>') break;
    const std::string name{until(rest, " =>")};
    if (!known_attributes.contains(name)) return "attribute " + name;
    if (rest.empty() || rest.front() != '=') continue;
    if (!rest.starts_with("=\"")) return "an unquoted value of " + name;
    rest.remove_prefix(2);
    const std::string_view value = until(rest, "\"");
    if (rest.empty()) return "a value without an end";
    if (value.find('<') != std::string_view::npos) return "< in a value";
    const bool address = value.starts_with("https://") || value.starts_with("http://") ||
                         value.starts_with("?") || value.starts_with("#") ||
                         value.starts_with("/pantau.cgi?") ||
                         value.starts_with("data:image/svg+xml,%3Csvg");
    if ((name == "href" || name == "action") && !address) return "an address " + std::string{value};
    rest.remove_prefix(1);
  }
  rest.remove_prefix(1);
  return {};
}

std::string read_tag(std::string_view& rest, std::vector<std::string>& open) {
  const bool closing = rest.starts_with("</");
  rest.remove_prefix(closing ? 2 : 1);
  const std::string name{until(rest, " >")};
  if (!known_elements.contains(name)) return "element " + name;
  if (std::string wrong = read_attributes(rest); !wrong.empty()) return wrong + " in " + name;
  if (closing) {
    if (open.empty() || open.back() != name) return "a closing " + name;
    open.pop_back();
  } else if (!void_elements.contains(name)) {
    open.push_back(name);
  }
  if (name == "style" && !closing) rest.remove_prefix(std::min(rest.find('<'), rest.size()));
  return {};
}

}  // namespace

std::string what_is_wrong_with(std::string_view page) {
  if (!is_valid_utf8(page)) return "not UTF-8";
  std::string plain;
  for (const char c : page)
    if (std::string_view{"&<>\"'\n"}.find(c) == std::string_view::npos) plain += c;
  if (escape_markup(plain) != plain) return "control characters";
  std::vector<std::string> open;
  std::string_view rest = page;
  while (!rest.empty()) {
    until(rest, "<>");
    if (rest.empty()) break;
    if (rest.front() == '>') return "a lone >";
    if (std::string wrong = read_tag(rest, open); !wrong.empty()) return wrong;
  }
  return open.empty() ? "" : "an open " + open.back();
}

}  // namespace pantau
