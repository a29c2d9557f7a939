#include "indexer/extract/publication.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/date_script.h"
#include "indexer/extract/date_text.h"

namespace pantau {
namespace {

constexpr std::size_t lines_above_headline = 4;
constexpr std::size_t lines_below_story = 6;

/// A stretch of lines, by place.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// From the headline to the first full paragraph, where by-line and date stand; a summary may come
/// before them and count as the story's first line.
Stretch head_of(const PageParts& page) {
  constexpr std::size_t without_headline = 12, behind_summary = 8;
  const std::size_t start = page.body.front();
  const std::size_t from = page.headline.value_or(start - std::min(start, without_headline));
  const std::size_t second = page.body.size() > 2 ? page.body[2] : start;
  return {from, std::min(second, start + behind_summary)};
}

/// "date 2021-03-19 Alexa": the crawler's own note, not the page's.
bool is_crawler_note(std::string_view line) {
  return line.starts_with("date ") || line.starts_with("crawled") || line.starts_with("fetched");
}

struct Found {
  std::optional<Date> published;
  std::optional<Date> updated;
};

/// The first dates in a stretch of short lines.
Found dates_in(std::span<const Line> lines, Stretch stretch) {
  constexpr std::size_t longest = 250;
  Found found;
  for (std::size_t i = stretch.begin; i < stretch.end && !found.published; ++i) {
    if (lines[i].text.size() > longest || lines[i].prose || is_crawler_note(lines[i].text))
      continue;
    const std::string plain = in_plain_signs(lines[i].text);
    const std::string_view text = plain;
    std::size_t from = 0;
    for (const WrittenDate& written : find_dates(text, 3)) {
      // "Updated" may stand alone on the line above.
      const bool lone_label = from == 0 && written.begin < 4 && i > 0 && lines[i - 1].width < 30 &&
                              says_updated(lines[i - 1].text) && !find_date(lines[i - 1].text);
      if (lone_label || says_updated(text.substr(from, written.begin - from))) {
        if (!found.updated) found.updated = written.date;
      } else if (!found.published) {
        found.published = written.date;
      }
      from = written.end;
    }
  }
  return found;
}

bool ends_with_weekday(std::string_view text) {
  static constexpr std::array<std::string_view, 26> weekdays{
      "senin",     "selasa",   "rabu",   "kamis",    "jumat",  "jum'at", "sabtu",
      "minggu",    "ahad",     "isnin",  "khamis",   "jumaat", "monday", "tuesday",
      "wednesday", "thursday", "friday", "saturday", "sunday", "mon",    "tue",
      "wed",       "thu",      "fri",    "sat",      "sun"};
  while (!text.empty() && (text.back() == ' ' || text.back() == '(' || text.back() == ','))
    text.remove_suffix(1);
  const std::string lower =
      to_lower_ascii(text.substr(text.size() - std::min<std::size_t>(text.size(), 12)));
  return std::any_of(weekdays.begin(), weekdays.end(),
                     [&](auto day) { return lower.ends_with(day); });
}

/// News agencies' papers write the day of the report into the text: "Sabtu (20/3/2021)". The latest
/// of those in the first paragraphs, since the others are days of what is reported.
std::optional<Date> date_in_lead(const PageParts& page) {
  constexpr std::size_t paragraphs = 5, dates_a_paragraph = 4;
  std::optional<Date> latest;
  for (std::size_t i = 0; i < std::min(page.body.size(), paragraphs); ++i) {
    const auto text = page.lines[page.body[i]].text;
    for (const WrittenDate& written : find_dates(text.substr(0, 4000), dates_a_paragraph)) {
      const auto before = text.substr(0, written.begin);
      const bool bracketed = before.ends_with('(') && text.substr(written.end).starts_with(')');
      const bool dateline =
          i == 0 && written.begin < 40 && text.substr(written.end, 40).find("--") != text.npos;
      if (!dateline && !ends_with_weekday(before) && !(i == 0 && bracketed)) continue;
      if (!latest || written.date > *latest) latest = written.date;
    }
  }
  return latest;
}

/// Behind the story, up to where other stories begin.
Stretch foot_of(const PageParts& page) {
  const std::size_t begin = page.body.back() + 1;
  std::size_t end = begin;
  while (end < page.lines.size() && end - begin < lines_below_story &&
         page.lines[end].phrase.kind != PhraseKind::section_end)
    ++end;
  return {begin, end};
}

}  // namespace

std::optional<Date> find_publication_date(const PageParts& page) {
  const Stretch head = head_of(page);
  const Found below_headline = dates_in(page.lines, head);
  if (below_headline.published) return below_headline.published;
  const std::size_t above = head.begin - std::min(head.begin, lines_above_headline);
  const Found above_headline = dates_in(page.lines, {above, head.begin});
  if (page.headline && above_headline.published) return above_headline.published;
  if (const auto date = date_in_lead(page)) return date;
  if (const auto found = dates_in(page.lines, foot_of(page)); found.published)
    return found.published;
  return below_headline.updated ? below_headline.updated : above_headline.updated;
}

std::string find_author(const PageParts& page) {
  const Stretch head = head_of(page);
  const std::size_t first = head.begin - std::min<std::size_t>(head.begin, 2);
  for (std::size_t i = first; i < head.end; ++i) {
    if (page.headline == i) continue;
    if (auto author = author_in(page.lines[i].text); !author.empty()) return author;
    if (is_byline_label(page.lines[i].text) && i + 1 < head.end)
      if (auto author = bare_author_in(page.lines[i + 1].text); !author.empty()) return author;
  }
  for (std::size_t i = head.begin + 1; i < head.end; ++i) {
    const Line& line = page.lines[i];
    if (line.phrase.kind != PhraseKind::none || line.caption) continue;
    const bool dated = find_date(line.text) ||
                       (i + 1 < head.end && is_stamp(page.lines[i + 1].text)) ||
                       (i > head.begin + 1 && is_stamp(page.lines[i - 1].text));
    if (!dated) continue;
    if (auto author = bare_author_in(line.text); !author.empty()) return author;
  }
  const Stretch foot = foot_of(page);
  for (std::size_t i = foot.begin; i < foot.end; ++i)
    if (auto author = author_in(page.lines[i].text); !author.empty()) return author;
  return {};
}

}  // namespace pantau
