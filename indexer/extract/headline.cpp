#include "indexer/extract/headline.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/byline.h"

namespace pantau {
namespace {

/// A menu may stand between headline and story, hardly more.
constexpr std::size_t lines_above = 150;
/// The first paragraphs name what the headline names.
constexpr std::size_t body_bytes = 6000;

/// Words that a headline may open with in capitals and that say nothing of its story.
bool is_small_word(std::string_view word) {
  static constexpr std::array<std::string_view, 22> words{
      "the", "an",  "in",  "on", "of", "by",  "to",  "at",  "it",  "is",  "for",
      "and", "how", "why", "di", "ke", "dan", "ini", "itu", "der", "die", "la"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The words of a text that carry meaning: of four letters and more, short names ("AI", "EU",
/// "Act"), or, in scripts without spaces, pairs of characters.
std::unordered_set<std::string> key_words(std::string_view text) {
  constexpr std::size_t shortest = 4, pair = 6;  // bytes; two ideographs or Thai letters
  std::unordered_set<std::string> words;
  std::string word;
  bool name = false;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool wide = static_cast<unsigned char>(c) >= 0xE0;
    if (wide && at + pair <= text.size()) words.emplace(text.substr(at, pair));
    const bool in_word = is_ascii_letter(c) || is_ascii_digit(c) || (!is_ascii(c) && !wide);
    if (in_word && at < text.size()) {
      if (word.empty()) name = is_ascii_upper(c);
      word += to_lower_ascii(c);
      continue;
    }
    if (word.size() >= shortest || (name && word.size() >= 2 && !is_small_word(word)))
      words.insert(word);
    word.clear();
  }
  return words;
}

bool may_be_headline(const Line& line) {
  constexpr std::size_t narrowest = 12, widest = 250;
  if (line.width < narrowest || line.width > widest) return false;
  if (line.phrase.kind != PhraseKind::none || line.caption || is_bar(line.text)) return false;
  if (line.text.find("://") != std::string_view::npos || line.text.ends_with(':')) return false;
  const bool one_word =
      line.text.find(' ') == std::string_view::npos && is_ascii(line.text.front());
  if (line.text.find("©") != std::string_view::npos || line.text.starts_with("Copyright"))
    return false;
  return !one_word && !is_stamp(line.text) && author_in(line.text).empty();
}

/// Dumps that keep the page's title have it first: "Headline - Site".
bool opens_title_line(std::span<const Line> lines, std::size_t at) {
  constexpr std::size_t title_lines = 3;
  for (std::size_t i = 0; i < std::min({title_lines, lines.size(), at}); ++i)
    if (lines[i].text.size() > lines[at].text.size() && lines[i].text.starts_with(lines[at].text))
      return true;
  return false;
}

int score(std::span<const Line> lines, std::size_t at, std::size_t body_start,
          const std::unordered_set<std::string>& body_words) {
  constexpr int shared_word = 14, most_shared = 5, other_word = -2, title_line = 60,
                distance_cap = 30;
  const Line& line = lines[at];
  int shared = 0, others = 0;
  for (const auto& word : key_words(line.text)) ++(body_words.contains(word) ? shared : others);
  int points = shared_word * std::min(shared, most_shared) + other_word * std::min(others, 8);
  if (opens_title_line(lines, at))
    points += title_line;
  else if (shared == 0)
    return -1;
  points -= std::min(static_cast<int>(body_start - at), distance_cap);
  constexpr std::size_t comfortable = 110, short_line = 24;
  if (line.width > comfortable) points -= static_cast<int>(line.width - comfortable) / 2;
  if (line.width < short_line) points -= 15;
  if (line.teaser) points -= 30;
  // Keywords and the ends of other lines start small.
  const char first = line.text.front();
  if (is_ascii_letter(first) && !is_ascii_upper(first)) points -= 12;
  if (line.prose && line.text.ends_with('.')) points -= 30;
  return points;
}

bool is_dash(std::string_view text) {
  static constexpr std::array<std::string_view, 5> dashes{"-- ", "- ", "– ", "— ", "-"};
  return std::any_of(dashes.begin(), dashes.end(),
                     [&](auto dash) { return text.starts_with(dash); });
}

}  // namespace

std::optional<std::size_t> find_headline(std::span<const Line> lines,
                                         std::span<const std::size_t> body) {
  if (body.empty()) return {};
  std::string text;
  for (const std::size_t i : body) {
    if (text.size() > body_bytes) break;
    text += lines[i].text.substr(0, utf8_floor(lines[i].text, body_bytes));
    text += ' ';
  }
  const auto words = key_words(text);
  const std::size_t start = body.front();
  std::optional<std::size_t> best;
  int best_points = 0;
  for (std::size_t i = start - std::min(start, lines_above); i < start; ++i) {
    if (!may_be_headline(lines[i])) continue;
    const int points = score(lines, i, start, words);
    if (points >= best_points) best = i, best_points = points;
  }
  return best;
}

std::size_t dateline_size(std::string_view paragraph) {
  constexpr std::size_t reach = 90;
  const std::string_view head = paragraph.substr(0, utf8_floor(paragraph, reach));
  for (auto at = head.find(' '); at != std::string_view::npos; at = head.find(' ', at + 1)) {
    if (!is_dash(head.substr(at + 1))) continue;
    const std::string_view before = head.substr(0, at);
    int capitals = 0, run = 0;
    for (const char c : before)
      capitals = std::max(capitals, run = is_ascii_upper(c) ? run + 1 : 0);
    const bool placed =
        capitals >= 3 || before.ends_with(')') || before.find(".com") != before.npos;
    if (!placed || before.find(". ") != before.npos) return 0;
    const auto text = head.find_first_not_of("- ", at);
    if (text == head.npos) return 0;
    const auto rest = head.substr(text);
    const bool wide_dash = rest.starts_with("–") || rest.starts_with("—");
    return std::min(head.find_first_not_of(' ', text + (wide_dash ? 3 : 0)), head.size());
  }
  return 0;
}

std::string headline_from_lead(std::string_view paragraph) {
  constexpr std::size_t longest = 160, shortest = 25;
  paragraph.remove_prefix(dateline_size(paragraph));
  std::size_t end = paragraph.size();
  for (const std::string_view stop : {". ", "? ", "! ", "。", "！", "？"}) {
    const auto at = paragraph.find(stop, std::min(shortest, paragraph.size()));
    if (at != paragraph.npos)
      end = std::min(end, at + (stop == ". " || stop == "。" ? 0 : stop.size()));
  }
  if (end <= longest) {
    std::string title = collapse_space(paragraph.substr(0, end));
    if (title.ends_with('.')) title.pop_back();
    return title;
  }
  std::string_view cut = paragraph.substr(0, utf8_floor(paragraph, longest));
  if (const auto space = cut.rfind(' '); space != cut.npos && space > shortest)
    cut = cut.substr(0, space);
  return collapse_space(cut) + "…";
}

}  // namespace pantau
