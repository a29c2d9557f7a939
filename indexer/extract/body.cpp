#include "indexer/extract/body.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "common/text.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/comment_heading.h"

namespace pantau {
namespace {

/// What a line adds to a run of lines that it belongs to. The run with the greatest sum is the
/// story (maximum subsequence segmentation, Pasternak and Roth 2009): a paragraph outweighs the few
/// short lines before it, a menu or a list of other stories outweighs the paragraph behind it. In
/// characters of prose.
int worth(std::span<const Line> lines, std::size_t at) {
  const Line& line = lines[at];
  constexpr int longest = 500, short_line = -55, menu_line = -70, section_end = -300,
                box_heading = -100;
  if (line.phrase.kind == PhraseKind::section_end)
    return line.times > 1 || line.phrase.mid_story ? box_heading : section_end;
  if (line.phrase.kind == PhraseKind::menu) return menu_line;
  if (line.phrase.kind == PhraseKind::interruption) return -15;
  const bool day_follows = at + 1 < lines.size() && is_stamp(lines[at + 1].text);
  if (!line.prose && (is_comment_heading(line.text) || (day_follows && is_speaker(line.text))))
    return section_end;
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
    sum += worth(lines, i);
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

/// What a line with a phrase is, for a reader of the explanation.
std::string_view reason_of(PhraseKind kind) {
  switch (kind) {
    case PhraseKind::interruption:
      return "an interruption";
    case PhraseKind::menu:
      return "an entry of a menu";
    default:
      return "heads other stories";
  }
}

/// For each line "" if it is part of the story, else why not: the lines of `run` that are known to
/// be something else.
std::vector<std::string_view> sift(std::span<const Line> lines, Run run) {
  constexpr std::size_t first_lines = 4;  // by-lines stand among them
  std::vector<std::string_view> verdicts(lines.size(), "outside");
  std::unordered_set<std::string_view> seen;
  std::size_t kept = 0;
  bool list_of_others = false;  // behind "Baca juga:" that stands alone
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const Line& line = lines[i];
    std::string_view& verdict = verdicts[i];
    verdict = {};
    if (line.phrase.kind != PhraseKind::none) {
      list_of_others = line.phrase.whole_line && line.phrase.kind != PhraseKind::menu;
      verdict = reason_of(line.phrase.kind);
      continue;
    }
    if (line.prose) list_of_others = false;
    if (line.teaser && teaser_near(lines, i))
      verdict = "one of several teasers";
    else if (list_of_others)
      verdict = "under a heading of other stories";
    else if (is_bar(line.text))
      verdict = "a row of links";
    else if (line.prose ? !seen.insert(line.text).second : line.times > 1)
      verdict = "said before";
    else if (line.caption)
      verdict = "a caption";
    else if (!line.prose && is_stamp(line.text))
      verdict = "only a stamp";
    else if (kept < first_lines && !line.prose && !author_in(line.text).empty())
      verdict = "a by-line";
    kept += verdict.empty();
  }
  return verdicts;
}

bool introduces_list(const Line& line) {
  return line.text.ends_with(':') || line.text.ends_with("：");
}

/// A sub-heading or two between paragraphs belong to the story; a longer row of lines that are no
/// sentences is a list of links, unless it is set as a list.
void drop_rows(std::span<const Line> lines, std::vector<std::string_view>& verdicts) {
  constexpr std::size_t longest_heading = 3;
  const std::vector<std::size_t> body = kept_lines(verdicts);
  for (std::size_t i = 0, end = 0; i < body.size(); i = std::max(end, i + 1)) {
    bool sentences = false;
    for (end = i; end < body.size() && !lines[body[end]].prose; ++end)
      sentences |= lines[body[end]].ends_sentence;
    const bool introduced =
        introduces_list(lines[body[i]]) || (i > 0 && introduces_list(lines[body[i - 1]]));
    if (end - i <= longest_heading || sentences || introduced) continue;
    for (std::size_t k = i; k < end; ++k) verdicts[body[k]] = "a list of links";
  }
}

}  // namespace

std::vector<std::size_t> kept_lines(std::span<const std::string_view> verdicts) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < verdicts.size(); ++i)
    if (verdicts[i].empty()) kept.push_back(i);
  return kept;
}

std::vector<std::string_view> judge_lines(std::span<const Line> lines) {
  std::vector<std::string_view> verdicts = sift(lines, best_run(lines));
  drop_rows(lines, verdicts);
  return verdicts;
}

}  // namespace pantau
