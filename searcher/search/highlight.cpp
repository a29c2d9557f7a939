#include "searcher/search/highlight.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>

#include "common/stemmer.h"
#include "common/text.h"
#include "common/utf8.h"
#include "searcher/query/stop_words.h"

namespace pantau {
namespace {

constexpr std::string_view ellipsis = "…";

/// A snippet is looked for in the first bytes of a body: a report's later chapters cost more time
/// than all else in an answer and rarely show better what it is about.
constexpr std::size_t max_scanned_bytes = 64U << 10U;

/// A cut sentence begins this many characters before its first mark, so that the mark can be read.
constexpr std::size_t lead_in_chars = 40;

/// A matching word of the body; `term` tells two words of one stem from two different ones.
struct Match {
  std::size_t begin, end;
  std::string term;
  std::uint32_t position = 0;
  bool is_small = false;  ///< a stop word
};

bool matches(const std::string& form, const std::string& term, const MatchTerms& wanted) {
  return wanted.terms.contains(term) ||
         std::any_of(wanted.prefixes.begin(), wanted.prefixes.end(),
                     [&](const std::string& prefix) { return form.starts_with(prefix); });
}

/// Names and translations have small words ("Ministry of Communication"), which by themselves show
/// nothing: they stay in a run with another match, or where there is nothing else.
void drop_lone_small_words(std::vector<Match>& found) {
  const auto is_small = [](const Match& match) { return match.is_small; };
  if (std::all_of(found.begin(), found.end(), is_small)) return;
  std::vector<Match> kept;
  for (auto run = found.begin(), end = run; run != found.end(); run = end) {
    while (++end != found.end() && end->position == std::prev(end)->position + 1) {
    }
    if (!std::all_of(run, end, is_small))
      kept.insert(kept.end(), std::make_move_iterator(run), std::make_move_iterator(end));
  }
  found = std::move(kept);
}

/// A run may have this many other words between its own, and stand in any order.
constexpr std::uint32_t other_words_in_run = 1;

/// Are the first matches the terms of `run`, side by side in their order?
bool starts_with(std::span<const Match> found, const std::vector<std::string>& run) {
  if (found.size() < run.size()) return false;
  for (std::size_t i = 0; i < run.size(); ++i)
    if (found[i].term != run[i] || found[i].position != found[0].position + i) return false;
  return true;
}

/// How many of the first matches are all words of `run`; 0 if they are not.
std::size_t run_at(std::span<const Match> found, MatchTerms::Run run) {
  if (run.in_order) return starts_with(found, run.terms) ? run.terms.size() : 0;
  const std::size_t room = run.terms.size() + other_words_in_run;
  for (std::size_t i = 0; i < found.size() && found[i].position < found[0].position + room; ++i) {
    const bool is_part = std::erase(run.terms, found[i].term) > 0;
    if (i == 0 && !is_part) return 0;
    if (run.terms.empty()) return i + 1;
  }
  return 0;
}

/// A word of a phrase, a name or a translation stays where the others stand beside it.
void drop_lone_parts(std::vector<Match>& found, const MatchTerms& wanted) {
  if (wanted.parts.empty()) return;
  std::vector<bool> keep;
  keep.reserve(found.size());
  for (const Match& match : found) keep.push_back(!wanted.parts.contains(match.term));
  for (const MatchTerms::Run& run : wanted.runs)
    for (std::size_t i = 0, length = 0; i < found.size(); i += std::max<std::size_t>(length, 1)) {
      length = run_at(std::span{found}.subspan(i), run);
      std::fill_n(keep.begin() + static_cast<std::ptrdiff_t>(i), length, true);
    }
  std::vector<Match> kept;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (keep[i]) kept.push_back(std::move(found[i]));
  found = std::move(kept);
}

std::vector<Match> find_matches(std::string_view text, std::string_view language,
                                const MatchTerms& wanted, Analyzer& analyzer) {
  std::vector<Match> found;
  if (wanted.empty()) return found;
  const bool sieves = wanted.sieve && wanted.prefixes.empty();
  std::string term;
  std::map<std::string, bool> small;
  for (const Word& word : analyzer.words(text)) {
    if (sieves && !wanted.sieve->lets_through(word.form)) continue;
    term = analyzer.term(word.form, language);
    if (!matches(word.form, term, wanted)) continue;
    const auto [known, is_new] = small.try_emplace(word.form);
    if (is_new) known->second = is_stop_word(word.form, language);
    found.push_back({word.begin, word.end, term, word.position, known->second});
  }
  drop_lone_parts(found, wanted);
  drop_lone_small_words(found);
  return found;
}

struct Window {
  std::size_t begin = 0, end = 0;
};

/// How much of the query some matches show: different words first, then how many there are.
struct Worth {
  std::size_t different = 0, all = 0;
  auto operator<=>(const Worth&) const = default;
};

Worth worth_of(std::span<const Match> found) {
  std::set<std::string_view> different;
  for (const Match& match : found) different.insert(match.term);
  return {different.size(), found.size()};
}

/// The best sentence, or two neighbours where both fit and show more; the earliest of equals.
Window best_sentences(std::string_view body, std::span<const Match> found, Analyzer& analyzer,
                      std::size_t max_chars) {
  const auto sentences = analyzer.sentences(body);
  Window best{0, sentences.empty() ? body.size() : sentences.front().end};
  Worth best_worth;
  std::size_t first = 0;  // of the matches in this sentence
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    while (first < found.size() && found[first].begin < sentences[i].begin) ++first;
    std::size_t last = first;
    for (std::size_t j = i; j < std::min(i + 2, sentences.size()); ++j) {
      const Window window{sentences[i].begin, sentences[j].end};
      if (j > i &&
          count_characters(body.substr(window.begin, window.end - window.begin)) > max_chars)
        break;
      while (last < found.size() && found[last].begin < window.end) ++last;
      const Worth worth = worth_of(found.subspan(first, last - first));
      if (worth <= best_worth) continue;
      best = window;
      best_worth = worth;
    }
  }
  return best;
}

/// The part of a sentence of more than `max_chars` characters that holds most matches.
Window densest_part(std::string_view body, Window sentence, std::span<const Match> found,
                    std::size_t max_chars) {
  Window best{sentence.begin,
              std::min(sentence.end, after_characters(body, sentence.begin, max_chars))};
  Worth best_worth;
  for (std::size_t first = 0; first < found.size(); ++first) {
    if (found[first].begin < sentence.begin || found[first].end > sentence.end) continue;
    const std::size_t begin =
        std::max(sentence.begin, before_characters(body, found[first].begin, lead_in_chars));
    const std::size_t end = std::min(sentence.end, after_characters(body, begin, max_chars));
    std::size_t last = first;
    while (last < found.size() && found[last].end <= end) ++last;
    const Worth worth = worth_of(found.subspan(first, last - first));
    if (worth <= best_worth) continue;
    best = {begin, end};
    best_worth = worth;
  }
  return best;
}

/// Moves the ends of a cut to white space, where there is some within a lead-in's reach; a script
/// without spaces is cut where it is.
Window to_whole_words(std::string_view body, Window sentence, Window part) {
  if (part.begin > sentence.begin) {
    const std::size_t limit = after_characters(body, part.begin, lead_in_chars);
    std::size_t at = part.begin;
    while (at < limit && !is_ascii_space(body[at])) ++at;
    if (at < limit) part.begin = at;
  }
  if (part.end < sentence.end) {
    const std::size_t limit = before_characters(body, part.end, lead_in_chars);
    std::size_t at = part.end;
    while (at > limit && !is_ascii_space(body[at])) --at;
    if (at > limit) part.end = at;
  }
  return part;
}

/// The bytes of `window` as one line, with the marks of the matches that lie inside.
MarkedText cut(std::string_view body, Window window, std::span<const Match> found) {
  MarkedText out;
  std::size_t copied = window.begin;
  const auto copy_to = [&](std::size_t end) {
    for (; copied < end; ++copied) {
      const bool space = is_ascii_space(body[copied]);
      if (!space || (!out.text.empty() && out.text.back() != ' '))
        out.text += space ? ' ' : body[copied];
    }
  };
  for (const Match& match : found) {
    if (match.begin < window.begin || match.end > window.end) continue;
    copy_to(match.begin);
    const std::size_t begin = out.text.size();
    copy_to(match.end);
    out.marks.push_back({begin, out.text.size()});
  }
  copy_to(window.end);
  if (out.text.ends_with(' ')) out.text.pop_back();
  return out;
}

void put_before(MarkedText& text, std::string_view start) {
  text.text.insert(0, start);
  for (Mark& mark : text.marks) {
    mark.begin += start.size();
    mark.end += start.size();
  }
}

}  // namespace

std::vector<Mark> find_marks(std::string_view text, std::string_view language,
                             const MatchTerms& wanted, Analyzer& analyzer) {
  std::vector<Mark> marks;
  for (const Match& match : find_matches(text, language, wanted, analyzer))
    marks.push_back({match.begin, match.end});
  return marks;
}

MarkedText make_snippet(std::string_view body, std::string_view language, const MatchTerms& wanted,
                        Analyzer& analyzer, std::size_t max_chars) {
  body = body.substr(0, utf8_floor(body, max_scanned_bytes));
  const auto found = find_matches(body, language, wanted, analyzer);
  const Window sentence = best_sentences(body, found, analyzer, max_chars);
  if (count_characters(body.substr(sentence.begin, sentence.end - sentence.begin)) <= max_chars)
    return cut(body, sentence, found);
  const std::size_t room = max_chars > 2 ? max_chars - 2 : 0;  // for an ellipsis at either end
  const Window part = to_whole_words(body, sentence, densest_part(body, sentence, found, room));
  MarkedText snippet = cut(body, part, found);
  if (part.begin > sentence.begin) put_before(snippet, ellipsis);
  if (part.end < sentence.end) snippet.text += ellipsis;
  return snippet;
}

}  // namespace pantau
