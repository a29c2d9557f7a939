#include "indexer/extract/site_name.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/headline.h"

namespace pantau {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::array<std::string_view, 8> separators{" - ", " | ",  " – ", " — ",
                                                     "｜",  " :: ", "_",   " » "};

bool has_upper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_ascii_upper);
}

bool has_lower(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_letter(c) && !is_ascii_upper(c); });
}

bool is_site(std::string_view text) {
  const auto dot = text.find('.');
  return dot != text.npos && dot > 2 && dot + 2 < text.size();
}

/// "Solopos.com, JAKARTA -- ...", "JAKARTA, KOMPAS.com - ...", "Jakarta (ANTARA News) - ...".
std::string_view name_in_dateline(std::string_view paragraph) {
  const std::string_view dateline = paragraph.substr(0, dateline_size(paragraph));
  if (const auto open = dateline.find('('); open != dateline.npos) {
    const auto inside = dateline.substr(open + 1, dateline.find(')', open) - open - 1);
    return inside.find('/') == inside.npos ? inside : std::string_view{};
  }
  const auto comma = dateline.find(", ");
  if (comma == dateline.npos) return {};
  const auto before = dateline.substr(0, comma);
  auto after = dateline.substr(comma + 2);
  after = after.substr(0, after.find(' '));
  if (is_site(after)) return after;
  // A place in capitals behind the comma: what stands before it is the paper.
  return !has_lower(after) && has_lower(before) ? before : std::string_view{};
}

bool is_copyright(std::string_view line) {
  static constexpr std::array<std::string_view, 9> signs{
      "©", "copyright", "hak cipta", "版权", "版權", "all rights", "สงวนลิขสิทธิ์", "ลิขสิทธิ์", "(c) "};
  const std::string lower = to_lower_ascii(line);
  return std::any_of(signs.begin(), signs.end(),
                     [&](auto sign) { return lower.find(sign) != lower.npos; });
}

/// A name as it is compared: without case, spaces and "the".
std::string key_of(std::string_view name) {
  std::string key;
  for (const char c : name)
    if (c != ' ') key += to_lower_ascii(c);
  if (name.starts_with("The ") || name.starts_with("THE ")) key.erase(0, 3);
  return key;
}

/// Lines that may speak of the site: paragraphs may well speak of a paper, but of another one.
bool may_name_site(const Line& line) {
  constexpr std::size_t longest_line = 300;
  return line.text.size() <= longest_line && !line.prose;
}

/// How surely the page speaks of `name`, which it has at line `at`, as its own: in the copyright
/// line, or again and again.
int evidence(std::span<const Line> lines, std::size_t at, std::string_view name) {
  const std::string key = key_of(name);
  int points = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == at || !may_name_site(lines[i]) || lines[i].text == lines[at].text) continue;
    if (key_of(lines[i].text).find(key) == std::string::npos) continue;
    points += is_copyright(lines[i].text) ? 3 : 1;
  }
  return points;
}

/// What stands behind the last separator of `title`, if it comes after its first `from` bytes.
std::string_view last_piece(std::string_view title, std::size_t from) {
  for (const auto separator : separators)
    if (const auto at = title.rfind(separator); at != title.npos && at >= from)
      return title.substr(at + separator.size());
  return {};
}

/// What follows the headline in the page's title line: "Headline - Site". Where that line is all
/// there is of the headline, the page must use the name elsewhere.
std::string_view name_behind_title(const PageParts& page) {
  constexpr std::size_t title_lines = 3;
  constexpr int enough = 2;
  if (!page.headline) return {};
  const std::string_view headline = page.lines[*page.headline].text;
  for (std::size_t i = 0; i < std::min(title_lines, *page.headline); ++i)
    if (page.lines[i].text.starts_with(headline))
      if (const auto name = last_piece(page.lines[i].text, headline.size()); !name.empty())
        return name;
  const auto name = *page.headline < title_lines ? last_piece(headline, 1) : std::string_view{};
  const bool fits = name.size() >= 3 && name.size() <= longest_name;
  return fits && evidence(page.lines, *page.headline, name) >= enough ? name : std::string_view{};
}

/// "汐見新聞デジタル" at the top and "汐見新聞社" in the copyright line: what they share is the
/// name.
std::string_view shared_with_copyright(std::span<const Line> lines, std::string_view name) {
  constexpr std::size_t shortest = 9;  // bytes: three ideographs
  for (const Line& line : lines) {
    if (is_ascii(name.front()) || !may_name_site(line) || !is_copyright(line.text)) continue;
    for (std::size_t size = name.size(); size >= shortest; size = utf8_floor(name, size - 1))
      if (line.text.find(name.substr(0, size)) != line.text.npos) return name.substr(0, size);
  }
  return {};
}

std::string_view first_piece(std::string_view line) {
  std::size_t end = line.size();
  for (const auto separator : separators) end = std::min(end, line.find(separator));
  return line.substr(0, end);
}

/// One of the first lines, if the page uses it as its name.
std::string_view name_at_top(const PageParts& page) {
  constexpr std::size_t top_lines = 4;
  constexpr int enough = 2;
  for (std::size_t i = 0; i < std::min({top_lines, page.lines.size(), page.body.front()}); ++i) {
    const Line& line = page.lines[i];
    if (page.headline == i || line.phrase.kind != PhraseKind::none || line.caption) continue;
    const std::string_view name = first_piece(line.text);
    const auto words = 1 + std::count(name.begin(), name.end(), ' ');
    if (page.headline && page.lines[*page.headline].text.starts_with(name)) continue;
    if (name.size() < 3 || name.size() > longest_name || words > 5) continue;
    if (evidence(page.lines, i, name) + (i == 0 ? 1 : 0) >= enough) return name;
    if (const auto shared = shared_with_copyright(page.lines, name); !shared.empty()) return shared;
  }
  return {};
}

/// The part of `line` that is `key` when case and spaces are left out; empty if there is none.
std::string_view find_spelling(std::string_view line, std::string_view key) {
  for (std::size_t begin = 0; begin < line.size(); ++begin) {
    std::size_t at = begin, matched = 0;
    while (at < line.size() && matched < key.size() &&
           (to_lower_ascii(line[at]) == key[matched] || (line[at] == ' ' && matched > 0)))
      matched += line[at++] != ' ';
    if (matched == key.size()) return line.substr(begin, at - begin);
  }
  return {};
}

/// Mastheads shout: "LAYAR KOTA", "penadigital". The way the page writes the name elsewhere is
/// better.
std::string_view best_spelling(std::span<const Line> lines, std::string_view name) {
  if (has_upper(name) && has_lower(name)) return name;
  const std::string key = key_of(name);
  if (key.size() + 3 < name.size() && name.starts_with("THE ")) return name;
  for (const Line& line : lines) {
    if (!may_name_site(line)) continue;
    const auto spelling = find_spelling(line.text, key);
    if (has_upper(spelling) && has_lower(spelling)) return spelling;
  }
  return name;
}

}  // namespace

std::string find_site_name(const PageParts& page) {
  if (const auto name = name_in_dateline(page.lines[page.body.front()].text); !name.empty())
    return collapse_space(name);
  std::string_view name = name_at_top(page);
  if (name.empty()) name = name_behind_title(page);
  if (name.empty() || !is_ascii(name.front())) return collapse_space(name);
  return collapse_space(best_spelling(page.lines, name));
}

}  // namespace pantau
