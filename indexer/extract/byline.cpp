#include "indexer/extract/byline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/date_script.h"
#include "indexer/extract/date_text.h"
#include "indexer/extract/lines.h"

namespace pantau {
namespace {

constexpr std::size_t longest_byline = 180;
constexpr std::size_t longest_name = 60;

/// What a by-line opens with. An "of" word such as "by" must be followed by a capital; a label such
/// as "Penulis" by a colon or a capital.
constexpr std::array<std::string_view, 42> openings{
    "submitted by", "por",     "written by", "story by",     "reported by", "words by",
    "posted by",    "by",      "author",     "ditulis oleh", "oleh",        "penulis",
    "reporter",     "pewarta", "wartawan",   "jurnalis",     "rep",         "laporan",
    "von",          "par",     "words",      "autor",        "auteur",      "โดย",
    "ผู้เขียน",        "撰文",    "作者",       "记者",         "記者",        "取材・文",
    "執筆",         "文",      "글",         "text",         "текст",       "автор",
    "av",           "af",      "door",       "autore",       "kontributor", "tekst"};

/// Where the names end: what follows is a role, a site, a place or another person's task.
constexpr std::array<std::string_view, 25> cuts{
    " | ",  "|",      " - ",     " – ",   " — ",   " / ",     "/",     " • ",  " · ",
    "  ",   "（",     "(",       "：",    ": ",    "、",      " for ", " in ", " at ",
    " on ", " pada ", " Editor", " Red:", " Red.", " editor", "　"};

/// Words that join names.
constexpr std::array<std::string_view, 7> joints{" and ", " dan ", " und ", " et ",
                                                 " y ",   " & ",   " with "};

std::string_view trim_signs(std::string_view text) {
  const auto is_sign = [](char c) {
    return is_ascii(c) && !is_ascii_letter(c) && !is_ascii_digit(c);
  };
  while (!text.empty() && is_sign(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_sign(text.back()) && text.back() != '.') text.remove_suffix(1);
  return text;
}

bool is_word_start(char c) {
  return is_ascii_upper(c) || !is_ascii(c);
}

std::string_view cut_after_names(std::string_view text) {
  if (const auto date = find_date(text)) text = text.substr(0, date->begin);
  std::size_t end = text.size();
  for (const auto cut : cuts) end = std::min(end, text.find(cut));
  end = std::min(end, text.find_first_of("0123456789@#"));
  return trim_signs(text.substr(0, end));
}

bool looks_like_name(std::string_view name) {
  if (name.size() < 2 || name.size() > longest_name || !is_word_start(name.front())) return false;
  const auto words = 1 + std::count(name.begin(), name.end(), ' ');
  return words <= 6 && name.find_first_of("!?\"") == std::string_view::npos;
}

/// "Jane Roe, Staff Writer" is one name: a part of a list counts only if it has two words, as names
/// do.
std::vector<std::string_view> split_names(std::string_view text) {
  std::vector<std::string_view> names;
  while (!text.empty()) {
    std::size_t end = text.find(','), skip = 1;
    for (const auto joint : joints)
      if (const auto at = text.find(joint); at < end) end = at, skip = joint.size();
    const auto name = trim_signs(text.substr(0, end));
    if (looks_like_name(name)) names.push_back(name);
    if (end == std::string_view::npos) break;
    text.remove_prefix(std::min(end + skip, text.size()));
  }
  return names;
}

bool names_a_role(std::string_view name) {
  static constexpr std::array<std::string_view, 16> roles{
      "editor",      "writer", "reporter", "correspondent", "staff",    "redaksi",  "desk",
      "contributor", "chief",  "senior",   "political",     "business", "redaktur", "freelance",
      "update",      "wib"};
  const std::string lower = to_lower_ascii(name);
  return std::any_of(roles.begin(), roles.end(),
                     [&](auto role) { return lower.find(role) != std::string::npos; });
}

std::string join_names(std::string_view text) {
  std::string joined;
  for (const auto name : split_names(cut_after_names(text))) {
    const bool first = joined.empty();
    if (!first && (names_a_role(name) || name.find(' ') == std::string_view::npos)) continue;
    if (!first) joined += ", ";
    joined += in_small_letters(collapse_space(name));
  }
  return joined;
}

/// What stands side by side in a line: "March 3, 2020 | By Jane Roe", "2023年1月10日 记者：林若溪".
std::vector<std::string_view> pieces(std::string_view line) {
  static constexpr std::array<std::string_view, 9> separators{"|",   "  ",  "　",  " · ", " • ",
                                                              " - ", " – ", " — ", "（"};
  std::vector<std::string_view> found;
  while (!line.empty()) {
    std::size_t end = line.size(), skip = 0;
    for (const auto separator : separators)
      if (const auto at = line.find(separator); at < end) end = at, skip = separator.size();
    if (const auto piece = trim_signs(line.substr(0, end)); !piece.empty()) found.push_back(piece);
    line.remove_prefix(std::min(end + skip, line.size()));
  }
  return found;
}

/// Two to four words with capitals: "Jane van Roe" is none, for the price of "of the Senate".
bool is_latin_name(std::string_view name) {
  int words = 0;
  for (std::size_t at = 0; at < name.size(); ++words) {
    if (!is_word_start(name[at])) return false;
    at = std::min(name.find(' ', at), name.size() - 1) + 1;
  }
  return words >= 2 && words <= 4;
}

/// First byte of the characters beyond the alphabets of Europe.
constexpr unsigned char first_wide = 0xE0;

/// Two to five ideographs, or given name and family name.
bool is_other_name(std::string_view name) {
  constexpr std::size_t fewest = 6, most = 20;  // bytes
  if (name.find_first_of("0123456789:") != name.npos || name.find("：") != name.npos) return false;
  const bool spaced = name.find(' ') != name.npos;
  return spaced || (name.size() >= fewest && name.size() <= most &&
                    static_cast<unsigned char>(name[0]) >= 0xE3);
}

}  // namespace

std::string_view after_byline_opening(std::string_view text) {
  const std::string lower = to_lower_ascii(text.substr(0, longest_name));
  for (const auto opening : openings) {
    if (!lower.starts_with(opening)) continue;
    std::string_view rest = text.substr(opening.size());
    const bool latin = is_ascii(opening.front());
    if (latin && !rest.starts_with(' ') && !rest.starts_with(':')) continue;
    const auto start = rest.find_first_not_of(" :\t");
    if (start == std::string_view::npos) return {};
    rest.remove_prefix(start);
    for (const std::string_view colon : {"：", "／", "＝", "　"})
      if (rest.starts_with(colon)) rest.remove_prefix(colon.size());
    if (!rest.empty() && is_word_start(rest.front())) return rest;
  }
  return {};
}

std::string author_in(std::string_view line) {
  if (line.size() > longest_byline) return {};
  for (const auto piece : pieces(line))
    if (const auto rest = after_byline_opening(piece); !rest.empty()) return join_names(rest);
  return {};
}

std::string bare_author_in(std::string_view line) {
  if (line.size() > longest_byline || is_bar(line)) return {};
  const auto date = find_date(line);
  const std::size_t begin = date ? date->begin : line.size(), end = date ? date->end : line.size();
  auto parts = pieces(line.substr(0, begin));
  // Right behind the date stands the time of day: only what a sign sets apart from it counts.
  const auto behind = line.substr(end);
  const auto first = behind.find_first_not_of(" ,T");
  const bool time =
      first != behind.npos && (is_ascii_letter(behind[first]) || is_ascii_digit(behind[first]));
  const auto more = pieces(behind);
  parts.insert(parts.end(), more.begin() + (time ? 1 : 0), more.end());
  for (const auto part : parts) {
    const std::string_view name = trim_signs(part.substr(0, part.find_first_of(",(0123456789")));
    if (!looks_like_name(name) || names_a_role(name)) continue;
    const bool wide = static_cast<unsigned char>(name.front()) >= first_wide;
    if (wide ? is_other_name(name) : is_latin_name(name))
      return in_small_letters(collapse_space(name));
  }
  return {};
}

std::string in_small_letters(std::string_view name) {
  // Agencies, desks and stations; initials have no vowel or are short.
  static constexpr std::array<std::string_view, 12> others{
      "NEWS",  "PRESS", "MEDIA",   "INDONESIA", "TEAM",   "TIM",
      "STAFF", "DESK",  "REDAKSI", "AGENCY",    "ONLINE", "EDITORIAL"};
  constexpr std::size_t shortest = 3;
  std::string spelled;
  std::size_t words = 0;
  for (std::size_t at = 0; at < name.size(); ++words) {
    const auto end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    const bool initial = word.size() <= 2;
    if (words == 0 && word.size() < shortest) return std::string{name};
    if (std::find(others.begin(), others.end(), word) != others.end()) return std::string{name};
    if (!initial && word.find_first_of("AEIOUY") == word.npos) return std::string{name};
    bool first = true;
    for (const char c : word) {
      if (!is_ascii_upper(c) && c != '.' && c != '-' && c != '\'') return std::string{name};
      spelled += first || initial ? c : to_lower_ascii(c);
      first = c == '-' || c == '\'' || c == '.';
    }
    if (end < name.size()) spelled += ' ';
    at = end + 1;
  }
  return words >= 2 ? spelled : std::string{name};
}

bool is_byline_label(std::string_view line) {
  const std::string lower = to_lower_ascii(trim_signs(line));
  return std::find(openings.begin(), openings.end(), lower) != openings.end();
}

bool is_stamp(std::string_view line) {
  constexpr std::size_t longest = 110, longest_rest = 60, list_mark = 3;
  if (line.size() > longest) return false;
  const std::string plain = in_plain_signs(line);
  const auto date = find_date(plain);
  if (!date || plain.size() - (date->end - date->begin) > longest_rest) return false;
  // "- 2 August 2025: the rules apply" is an entry of a list of dates.
  return date->begin == 0 || date->begin > list_mark || is_ascii_letter(line.front());
}

}  // namespace pantau
