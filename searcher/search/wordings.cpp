#include "searcher/search/wordings.h"

#include <algorithm>
#include <span>
#include <utility>

#include "searcher/query/stop_words.h"

namespace pantau {
namespace {

/// A marked word of the article: where it is in its text, and what it is.
struct MarkedWord {
  std::uint32_t begin, end, position;
  std::string form, term;
};

/// In the article a name or phrase may have this many other words between its own.
constexpr std::size_t words_between = 1;

/// ... but no end of a clause.
constexpr std::string_view separators = ",.;:!?()";

std::vector<MarkedWord> marked_words(const MarkedText& text, std::string_view language,
                                     Analyzer& analyzer) {
  std::vector<MarkedWord> marked;
  auto mark = text.marks.begin();
  for (const Word& word : analyzer.words(text.text)) {
    while (mark != text.marks.end() && mark->end <= word.begin) ++mark;
    if (mark == text.marks.end()) break;
    if (word.end <= mark->begin) continue;
    marked.push_back({word.begin, word.end, word.position, word.form,
                      std::string{analyzer.term(word.form, language)}});
  }
  return marked;
}

/// The terms of `phrase`, one space between its words, in the order of letters.
std::vector<std::string> terms_of(std::string_view phrase, std::string_view language,
                                  Analyzer& analyzer) {
  std::vector<std::string> terms;
  for (const Word& word : analyzer.words(phrase))
    terms.emplace_back(analyzer.term(word.form, language));
  std::sort(terms.begin(), terms.end());
  return terms;
}

/// How many of the first marked words stand close together and are all the words of a phrase, in
/// whatever order; 0 if they are not.
std::size_t phrase_at(std::span<const MarkedWord> marked, std::vector<std::string> terms) {
  const std::size_t room = terms.size() + words_between;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i].position - marked.front().position >= room) break;
    const auto term = std::find(terms.begin(), terms.end(), marked[i].term);
    if (term == terms.end()) continue;
    terms.erase(term);
    if (terms.empty()) return i + 1;
  }
  return 0;
}

class WordingFinder {
 public:
  WordingFinder(std::string_view language, const Meanings& meanings, Analyzer& analyzer)
      : language_{language}, meanings_{meanings}, analyzer_{analyzer} {}

  void look_at(const MarkedText& text) {
    const std::vector<MarkedWord> marked = marked_words(text, language_, analyzer_);
    for (std::size_t i = 0; i < marked.size(); ++i) {
      const auto rest = std::span{marked}.subspan(i);
      const auto [first, last] = meanings_.equal_range(marked[i].term);
      for (auto meaning = first; meaning != last; ++meaning)
        look_at(text.text, rest, meaning->second);
    }
    for (Found& found : found_)
      for (std::size_t i = 0; i < marked.size() && !found.as_asked; ++i)
        found.as_asked = phrase_at(std::span{marked}.subspan(i), found.asked_terms) > 0;
  }

  /// Where the article has the words that were asked as well, nothing needs to be said, and
  /// nothing of a part where the whole was found.
  [[nodiscard]] std::vector<Wording> wordings() const {
    std::vector<Wording> wordings;
    for (const Found& found : found_)
      if (!found.as_asked && !is_part(found.asked)) wordings.push_back(found.wording);
    return wordings;
  }

 private:
  struct Found {
    Wording wording;
    std::string asked;  ///< folded
    std::vector<std::string> asked_terms;
    std::size_t words = 0;  ///< of the article
    bool as_asked = false;
  };

  /// "data", if "personal data" was found.
  [[nodiscard]] bool is_part(const std::string& asked) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Found& found) {
      const std::string whole = ' ' + found.asked + ' ';
      return found.asked != asked && whole.find(' ' + asked + ' ') != std::string::npos;
    });
  }

  /// If the first of these marked words say it, and say more of it than what was found before.
  void look_at(const std::string& text, std::span<const MarkedWord> marked,
               const Meaning& meaning) {
    const std::size_t count =
        meaning.said.empty() ? 1 : phrase_at(marked, terms_of(meaning.said, language_, analyzer_));
    if (count == 0) return;
    // A small word says little by itself: "yang (who)".
    if (count == 1 && is_stop_word(marked.front().form, language_)) return;
    const std::uint32_t begin = marked.front().begin;
    Wording wording{text.substr(begin, marked[count - 1].end - begin), meaning.typed};
    if (wording.said.find_first_of(separators) != std::string::npos) return;
    const auto known = std::find_if(found_.begin(), found_.end(), [&](const Found& found) {
      return found.asked == meaning.asked;
    });
    if (known == found_.end())
      found_.push_back({std::move(wording), meaning.asked,
                        terms_of(meaning.asked, language_, analyzer_), count, false});
    else if (count > known->words) {
      known->wording = std::move(wording);
      known->words = count;
    }
  }

  std::string_view language_;
  const Meanings& meanings_;
  Analyzer& analyzer_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Wording> wordings_of(const MarkedText& title, const MarkedText& snippet,
                                 std::string_view language, const Meanings& meanings,
                                 Analyzer& analyzer) {
  if (meanings.empty()) return {};
  WordingFinder finder{language, meanings, analyzer};
  finder.look_at(title);
  finder.look_at(snippet);
  return finder.wordings();
}

}  // namespace pantau
