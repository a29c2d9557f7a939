// Pages made as news sites of many kinds and languages make theirs (tests/data/pages), with every
// sentence marked: [[+of the story+]], [[-not of it-]]. The comment at their head says what else is
// wanted.
#include <map>
#include <vector>

#include <doctest/doctest.h>

#include "common/utf8.h"
#include "indexer/extract/html_article.h"
#include "tests/program.h"

namespace pantau {
namespace {

struct MarkedPage {
  std::map<std::string, std::string> wanted;  ///< "title", "author", "date"
  std::vector<std::string> kept, dropped;
  std::string html;  ///< without the marks
};

std::string without_tags(std::string_view html) {
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false, text += ' ';
  }
  return collapse_space(text);
}

MarkedPage read_page(const std::filesystem::path& path) {
  constexpr std::size_t mark = 3;
  MarkedPage page;
  const std::string file = read_file(path);
  const std::size_t body = file.find("-->");
  std::istringstream head{file.substr(4, body - 4)};
  for (std::string line; std::getline(head, line);)
    if (const auto colon = line.find(':'); colon != line.npos)
      page.wanted[collapse_space(line.substr(0, colon))] = collapse_space(line.substr(colon + 1));
  for (std::size_t at = body + mark; at < file.size();) {
    const std::size_t open = std::min(file.find("[[", at), file.size());
    page.html += file.substr(at, open - at);
    if (open == file.size()) break;
    const bool kept = file[open + 2] == '+';
    const std::size_t close = file.find(kept ? "+]]" : "-]]", open);
    const std::string marked = file.substr(open + mark, close - open - mark);
    (kept ? page.kept : page.dropped).push_back(without_tags(marked));
    page.html += marked;
    at = close + mark;
  }
  return page;
}

/// Whether `line` is told: anywhere if it is long enough to be nothing else, else as a paragraph.
bool tells(const std::string& text, const std::string& line) {
  constexpr std::size_t telling = 12;
  if (line.size() >= telling) return text.find(line) != text.npos;
  return ("\n\n" + text + "\n\n").find("\n\n" + line + "\n\n") != std::string::npos;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

}  // namespace

TEST_CASE("of every kind of site the story is kept, and nothing else") {
  std::size_t pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator{PANTAU_TEST_PAGES}) {
    const MarkedPage page = read_page(entry.path());
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const HtmlArticle article = extract_html(page.html, "", "");
    CHECK(article.is_article);
    for (const std::string& line : page.kept) {
      CAPTURE(line);
      CHECK(tells(article.text, line));
    }
    for (const std::string& line : page.dropped) {
      CAPTURE(line);
      CHECK_FALSE(tells(article.text, line));
    }
    for (const auto& [field, value] : page.wanted) {
      CAPTURE(field);
      if (field == "title") CHECK(article.title == value);
      if (field == "author") CHECK(joined(article.authors) == value);
      if (field == "date") CHECK(to_iso(article.date.value()) == value);
    }
    ++pages;
  }
  CHECK(pages >= 20);
}

}  // namespace pantau
