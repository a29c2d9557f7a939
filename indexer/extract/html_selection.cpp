// The rules that judge one block at a time, and those that look at its neighbours.
// Entrance: select_blocks. Tested by tests/indexer/html_selection_test.cpp.
#include "indexer/extract/html_selection.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/extract/byline.h"
#include "indexer/extract/caption.h"
#include "indexer/extract/comment_heading.h"
#include "indexer/extract/html_content.h"
#include "indexer/extract/html_roots.h"
#include "indexer/extract/invitation.h"
#include "indexer/extract/phrases.h"

namespace pantau {
namespace {

/// A sentence that is a link from end to end only leads elsewhere ...
constexpr double link_only = 0.95;
/// ... and what is no sentence does so when it is mostly links.
constexpr double label_links = 0.6;
/// Items of a list may be half links, as lists of sources are; more is a menu.
constexpr double item_links = 0.6;
/// Blocks up to this width that end no sentence are labels when they stand at an edge of the text.
constexpr std::size_t label_width = 60;

constexpr std::string_view only_a_link = "only a link";

bool is_label(const HtmlBlock& block) {
  // A comma at the end is a salutation's.
  return !block.sentence && !block.text.ends_with(',') && block.width < label_width;
}

/// No headline of another story: those are links from end to end, or end no sentence.
bool is_running_text(const HtmlBlock& block) {
  constexpr double half_links = 0.5;
  return block.sentence && block.width > label_width && link_density(block) < half_links;
}

/// "12 comments" is headed as "comments" is.
std::string_view without_count(std::string_view text) {
  while (text.size() > 1 && ((text.front() >= '0' && text.front() <= '9') || text.front() == ' '))
    text.remove_prefix(1);
  return text;
}

/// "momo wrote: my cousin ...".
bool opens_with_speaker(std::string_view text) {
  constexpr std::size_t longest_name = 40;
  const auto colon = text.find(':');
  return colon != std::string_view::npos && colon < longest_name &&
         is_speaker(text.substr(0, colon + 1));
}

/// A line under a picture, or under all, that says whose it is.
bool is_credit(const HtmlBlock& block) {
  if (block.width >= 300) return false;
  const auto sign = block.text.find("©");
  if (sign != std::string::npos && (sign == 0 || !block.sentence)) return true;
  return block.text.starts_with("Copyright ") || block.text.starts_with("(c) ");
}

std::string_view judge_links(const HtmlBlock& block) {
  constexpr std::size_t longest_appeal = 200;
  if (block.asks && block.width < longest_appeal) return "asks for something";
  const double links = link_density(block);
  if (links >= (block.sentence ? link_only : label_links)) return only_a_link;
  if (block.kind == BlockKind::item && links > item_links) return "item of a list of links";
  return {};
}

class Selection {
 public:
  Selection(const std::vector<HtmlBlock>& blocks, std::size_t begin, std::size_t end)
      : blocks_{blocks}, begin_{begin}, verdicts_(end - begin) {}

  void judge_noise() {
    for (std::size_t i = 0; i < verdicts_.size(); ++i)
      if (block(i).noise != Noise::none) verdicts_[i] = to_string(block(i).noise);
  }

  void judge_each(std::string_view title) {
    for (std::size_t i = 0; i < verdicts_.size(); ++i) {
      if (!verdicts_[i].empty()) continue;
      if (repeats_title(i, title))
        verdicts_[i] = "the title again";
      else if (is_credit(block(i)))
        verdicts_[i] = "says whose it is";
      else if (is_stamp(block(i).text))
        verdicts_[i] = "only a stamp";
      else if (is_caption(block(i).text))
        verdicts_[i] = "a caption";
      if (verdicts_[i].empty()) verdicts_[i] = judge_links(block(i));
    }
  }

  /// What stands in the place of something that is not shown ("External content is not available"),
  /// again and again, and a paragraph that is there twice.
  void drop_repeats() {
    constexpr std::size_t boilerplate = 3;
    std::map<std::string_view, std::size_t> times;
    double once = 0, again = 0;
    for (std::size_t i = 0; i < verdicts_.size(); ++i) {
      if (!verdicts_[i].empty()) continue;
      const bool counts = is_said_once(i);
      const bool repeated = counts && ++times[block(i).text] > 1;
      (repeated ? again : once) += prose_weight(block(i));
    }
    if (again == 0 || again > once) return;  // a page of refrains is what it is
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < verdicts_.size(); ++i) {
      if (!is_said_once(i)) continue;
      const std::string_view text = block(i).text;
      if (!seen.insert(text).second || times[text] >= boilerplate) verdicts_[i] = "said before";
    }
  }

  /// "Read more" in any language: a label directly above links that lead elsewhere.
  void drop_heads_of_links() {
    for (std::size_t i = 0; i + 1 < verdicts_.size(); ++i) {
      if (!verdicts_[i].empty() || !is_label(block(i)) || block(i).kind == BlockKind::heading)
        continue;
      if (verdicts_[i + 1] == only_a_link || verdicts_[i + 1] == to_string(Noise::related))
        verdicts_[i] = "heads links";
    }
  }

  void judge_phrases() {
    for (std::size_t i = 0; i < verdicts_.size(); ++i) {
      if (!verdicts_[i].empty()) continue;
      const Phrase phrase = find_phrase(without_count(block(i).text));
      if (phrase.kind == PhraseKind::interruption) verdicts_[i] = "an interruption";
      if (is_invitation(block(i).text)) verdicts_[i] = "an invitation to go elsewhere";
      if (phrase.kind == PhraseKind::menu) verdicts_[i] = "an entry of a menu";
      if (phrase.kind == PhraseKind::section_end) end_section(i);
    }
  }

  /// "2 replies" below the story: all that follows is what readers wrote.
  void drop_discussion() {
    constexpr double min_story = 300;
    double story = 0;
    std::set<NodeId> homes;  // of the story so far
    for (std::size_t i = 0; i < verdicts_.size(); ++i) {
      if (story >= min_story && begins_discussion(i, homes)) {
        for (std::size_t k = i; k < verdicts_.size(); ++k)
          if (verdicts_[k].empty()) verdicts_[k] = "what readers wrote";
        return;
      }
      if (!verdicts_[i].empty() || prose_weight(block(i)) <= 0) continue;
      story += prose_weight(block(i));
      homes.insert(block(i).home);
    }
  }

  /// Labels before the first and after the last sentence: by-lines, dates, places, sections.
  void trim_edges() {
    std::size_t first = 0, last = verdicts_.size();
    while (first < last && (!verdicts_[first].empty() || is_label(block(first)))) {
      if (verdicts_[first].empty() && block(first).kind != BlockKind::heading)
        verdicts_[first] = "a label above the text";
      ++first;
    }
    while (last > first && (!verdicts_[last - 1].empty() || is_label(block(last - 1)))) {
      --last;
      if (verdicts_[last].empty() && block(last).kind != BlockKind::item)
        verdicts_[last] = "a label below the text";
    }
  }

  /// A heading with nothing kept between it and the next one of its kind.
  void drop_empty_headings() {
    bool text_follows = false;
    for (std::size_t i = verdicts_.size(); i-- > 0;) {
      if (block(i).kind != BlockKind::heading) {
        text_follows |= verdicts_[i].empty();
        if (!verdicts_[i].empty() && block(i).noise == Noise::none) continue;
      } else if (verdicts_[i].empty()) {
        if (!text_follows) verdicts_[i] = "a heading of nothing";
      }
    }
  }

  /// Boxes in which a paragraph follows another one: no teasers.
  void find_homes() {
    for (std::size_t i = 0; i + 1 < verdicts_.size(); ++i)
      if (verdicts_[i].empty() && verdicts_[i + 1].empty() && is_running_text(block(i)) &&
          is_running_text(block(i + 1)) && block(i).home == block(i + 1).home)
        homes_.insert(block(i).home);
  }

  /// "Headline of another story", a link, and one paragraph of it, several times over: a list of
  /// other stories. It stays when it is nearly all there is: then the page itself is such a list.
  void drop_teasers() {
    constexpr std::size_t shortest_list = 3;
    constexpr double little_else = 0.25;
    std::vector<std::size_t> teasers, run;
    double teaser_letters = 0, other_letters = 0;
    for (std::size_t i = 0; i <= verdicts_.size(); ++i) {
      if (i < verdicts_.size() && (!verdicts_[i].empty() || prose_weight(block(i)) <= 0)) continue;
      if (i < verdicts_.size() && is_teaser(i)) {
        run.push_back(i);
        continue;
      }
      if (run.size() >= shortest_list) teasers.insert(teasers.end(), run.begin(), run.end());
      for (const std::size_t k : run)
        (run.size() >= shortest_list ? teaser_letters : other_letters) += prose_weight(block(k));
      run.clear();
      if (i < verdicts_.size()) other_letters += prose_weight(block(i));
    }
    if (other_letters < little_else * teaser_letters) {
      teasers_ = teasers.size();
      return;
    }
    for (const std::size_t i : teasers) verdicts_[i] = "a teaser of another story";
  }

  /// Paragraphs of a round-up stand under headings that are links, in the box of all the story.
  void keep_linked_headings() {
    for (std::size_t i = 0; i + 1 < verdicts_.size(); ++i)
      if (verdicts_[i] == only_a_link && block(i).kind == BlockKind::heading &&
          verdicts_[i + 1].empty() && is_running_text(block(i + 1)) && is_at_home(i + 1) &&
          block(i).home == block(i + 1).home)
        verdicts_[i] = {};
  }

  Selected take() { return {std::move(verdicts_), teasers_}; }

 private:
  /// Is it a statement so long that nobody makes it twice in one story? A question may be put to
  /// several people.
  [[nodiscard]] bool is_said_once(std::size_t i) const {
    constexpr std::size_t min_width = 60;
    return verdicts_[i].empty() && block(i).width >= min_width && block(i).sentence &&
           block(i).kind == BlockKind::paragraph && !block(i).text.ends_with('?');
  }

  /// Readers write in boxes of their own, or under the days on which they wrote. What goes on where
  /// the story stood is the story, whatever its heading.
  [[nodiscard]] bool begins_discussion(std::size_t i, const std::set<NodeId>& homes) const {
    if (block(i).noise != Noise::none) return false;
    constexpr std::size_t near = 3;  // name and picture stand between
    bool dated = false;
    for (std::size_t k = i + 1; k < std::min(i + 1 + near, verdicts_.size()); ++k)
      dated |= is_stamp(block(k).text);
    const bool answered = i + 1 < verdicts_.size() && opens_with_speaker(block(i + 1).text);
    if (is_speaker(block(i).text)) return dated;
    if (!is_comment_heading(block(i).text)) return false;
    if (dated || answered || names_readers(block(i).text)) return true;
    for (std::size_t k = i + 1; k < verdicts_.size(); ++k)
      if (verdicts_[k].empty() && prose_weight(block(k)) > 0 && homes.contains(block(k).home))
        return false;
    return true;
  }

  /// The headline, perhaps with its kicker, above the text.
  [[nodiscard]] bool repeats_title(std::size_t i, std::string_view title) const {
    const std::string& text = block(i).text;
    if (title.empty() || text.size() < title.size()) return false;
    if (text == title) return true;
    return text.size() < title.size() + label_width && !ends_sentence(text) &&
           text.find(title) != std::string::npos && block(i).kind == BlockKind::heading;
  }

  /// A paragraph with a link above it and another one, or nothing, below; dates and sections of
  /// the stories may stand between.
  [[nodiscard]] bool is_teaser(std::size_t i) const {
    constexpr std::size_t min_headline = 15;
    std::size_t above = i;
    while (above > 0 && is_passed_over(above - 1)) --above;
    if (above == 0 || verdicts_[above - 1] != only_a_link || block(above - 1).width < min_headline)
      return false;
    if (is_at_home(i)) return false;
    std::size_t below = i + 1;
    while (below < verdicts_.size() && is_passed_over(below)) ++below;
    return below == verdicts_.size() || verdicts_[below] == only_a_link;
  }

  /// Does a paragraph of the story, under no link, stand in the same box?
  [[nodiscard]] bool is_at_home(std::size_t i) const { return homes_.contains(block(i).home); }

  [[nodiscard]] bool is_passed_over(std::size_t i) const {
    if (verdicts_[i] == only_a_link) return false;
    return !verdicts_[i].empty() || (is_label(block(i)) && block(i).kind != BlockKind::heading);
  }

  [[nodiscard]] const HtmlBlock& block(std::size_t i) const { return blocks_[begin_ + i]; }

  /// "Most popular" and what it heads: up to the next running text.
  void end_section(std::size_t i) {
    verdicts_[i] = "heads other stories";
    for (std::size_t j = i + 1; j < verdicts_.size(); ++j) {
      if (is_running_text(block(j))) break;
      if (verdicts_[j].empty()) verdicts_[j] = "under a heading of other stories";
    }
  }

  const std::vector<HtmlBlock>& blocks_;
  std::size_t begin_;
  std::vector<std::string_view> verdicts_;
  std::size_t teasers_ = 0;
  std::set<NodeId> homes_;  ///< boxes of paragraphs that follow each other
};

}  // namespace

Selected select_blocks(const std::vector<HtmlBlock>& blocks, std::size_t begin, std::size_t end,
                       std::string_view title, const HtmlMethod& method) {
  Selection selection{blocks, begin, end};
  selection.judge_noise();
  if (method.block_rules) selection.judge_each(title);
  if (method.phrases) selection.judge_phrases();
  if (method.teasers) selection.drop_discussion();
  if (method.block_rules) {
    selection.drop_repeats();
    selection.drop_heads_of_links();
    selection.find_homes();
    if (method.teasers) selection.drop_teasers();
    selection.keep_linked_headings();
    selection.trim_edges();
    selection.drop_empty_headings();
  }
  return selection.take();
}

}  // namespace pantau
