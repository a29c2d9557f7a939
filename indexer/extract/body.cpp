#include "indexer/extract/body.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "indexer/extract/ascii.h"
#include "indexer/extract/byline.h"

namespace pantau {
namespace {

/// "34 Comments", "0 Komentar", "Jane says:": from here on it is the readers who write.
bool is_comment_heading(std::string_view text) {
  constexpr std::size_t longest = 70;
  static constexpr std::array<std::string_view, 12> counted{
      "omment",    "esponse", "repl",  "Repl", "omentar", "ommentaire",
      "omentario", "komen",   "Komen", "評論", "评论",    "コメント"};
  static constexpr std::array<std::string_view, 5> speaking{
      " says:", " said:", " wrote:", " sagt:", " schreibt:"};
  if (text.size() > longest) return false;
  if (std::any_of(speaking.begin(), speaking.end(), [&](auto end) { return text.ends_with(end); }))
    return true;
  if (!is_ascii_digit(text.front())) return false;
  text.remove_prefix(std::min(text.find_first_not_of("0123456789.,  "), text.size()));
  return std::any_of(counted.begin(), counted.end(),
                     [&](auto word) { return text.find(word) <= 1; });
}

/// What a line adds to a run of lines that it belongs to. The run with the greatest sum is the
/// story (maximum subsequence segmentation, Pasternak and Roth 2009): a paragraph outweighs the few
/// short lines before it, a menu or a list of other stories outweighs the paragraph behind it. In
/// characters of prose.
int worth(const Line& line) {
  constexpr int longest = 500, short_line = -55, menu_line = -70, section_end = -300,
                box_heading = -100;
  if (line.phrase.kind == PhraseKind::section_end)
    return line.times > 1 || line.phrase.mid_story ? box_heading : section_end;
  if (line.phrase.kind == PhraseKind::menu) return menu_line;
  if (line.phrase.kind == PhraseKind::interruption) return -15;
  if (!line.prose && is_comment_heading(line.text)) return section_end;
  if (line.caption) return -15;
  if (line.teaser) return -20;
  if (line.prose) return std::min(static_cast<int>(line.width), longest) - 20;
  if (line.times > 1 || is_bar(line.text)) return menu_line;
  if (line.ends_sentence && line.sentences > 0 && line.width >= 20) return 10;
  return short_line;
}

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Run best_run(std::span<const Line> lines) {
  Run best, run;
  long long best_sum = 0, sum = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (sum <= 0) sum = 0, run.begin = i;
    sum += worth(lines[i]);
    run.end = i + 1;
    if (sum > best_sum) best_sum = sum, best = run;
  }
  return best;
}

/// Whether one of the two lines before or behind is a teaser too: they come in lists, a sentence
/// that trails off does not.
bool teaser_near(std::span<const Line> lines, std::size_t at) {
  const std::size_t begin = at - std::min<std::size_t>(at, 2), end = std::min(at + 3, lines.size());
  for (std::size_t i = begin; i < end; ++i)
    if (i != at && lines[i].teaser) return true;
  return false;
}

/// Lines of `run` that are not known to be something else.
std::vector<std::size_t> sift(std::span<const Line> lines, Run run) {
  constexpr std::size_t first_lines = 4;  // by-lines stand among them
  std::vector<std::size_t> kept;
  std::unordered_set<std::string_view> seen;
  bool list_of_others = false;  // behind "Baca juga:" that stands alone
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const Line& line = lines[i];
    if (line.phrase.kind != PhraseKind::none) {
      list_of_others = line.phrase.whole_line && line.phrase.kind != PhraseKind::menu;
      continue;
    }
    if (line.prose) list_of_others = false;
    if (line.teaser && teaser_near(lines, i)) continue;
    if (list_of_others || is_bar(line.text)) continue;
    if (line.prose ? !seen.insert(line.text).second : line.times > 1) continue;
    if (line.caption || (!line.prose && is_stamp(line.text))) continue;
    if (kept.size() < first_lines && !line.prose && !author_in(line.text).empty()) continue;
    kept.push_back(i);
  }
  return kept;
}

bool introduces_list(const Line& line) {
  return line.text.ends_with(':') || line.text.ends_with("：");
}

/// A sub-heading or two between paragraphs belong to the story; a longer row of lines that are no
/// sentences is a list of links, unless it is set as a list.
std::vector<std::size_t> without_rows(std::span<const Line> lines,
                                      const std::vector<std::size_t>& body) {
  constexpr std::size_t longest_heading = 3;
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < body.size();) {
    std::size_t end = i;
    bool sentences = false;
    while (end < body.size() && !lines[body[end]].prose)
      sentences |= lines[body[end++]].ends_sentence;
    const bool introduced =
        introduces_list(lines[body[i]]) || (i > 0 && introduces_list(lines[body[i - 1]]));
    if (end == i)
      ++end;
    else if (end - i > longest_heading && !sentences && !introduced) {
      i = end;
      continue;
    }
    kept.insert(kept.end(), body.begin() + static_cast<std::ptrdiff_t>(i),
                body.begin() + static_cast<std::ptrdiff_t>(end));
    i = end;
  }
  return kept;
}

}  // namespace

std::vector<std::size_t> find_body(std::span<const Line> lines) {
  return without_rows(lines, sift(lines, best_run(lines)));
}

}  // namespace pantau
