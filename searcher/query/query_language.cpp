#include "searcher/query/query_language.h"

#include <algorithm>
#include <cmath>

#include "searcher/query/stop_words.h"

namespace pantau {
namespace {

/// One word decides at most this much, so that a single rare name cannot outvote the sentence.
constexpr double max_word_vote = 4;

/// A stop word of one language alone is nearly as good as a word the other never has.
constexpr double stop_word_vote = 3;

/// A word that only one language's lexicon has may still be a name or a loan in the other.
constexpr double headword_vote = 1;

/// So is a word that the one language of an index has nowhere and only the other's lexicon has: if
/// it alone is asked for, what it means in the index's language is all there is to find.
constexpr double absent_word_vote = 1;

/// Votes that the language of no article must win by.
constexpr double missing_language_handicap = 1.5;

/// Times that a word is taken to be found and to be expected beside what is counted, so that rare
/// words decide little.
constexpr double smoothing = 0.1;

struct WordCount {
  unsigned found, articles;
};

/// How much more often one language has a word than another: the logarithm of found over expected
/// in the one, less that in the other. A word that neither has says nothing, however unequal their
/// numbers of articles are.
double log_ratio(WordCount one, WordCount other) {
  const double articles = static_cast<double>(one.articles) + other.articles;
  const double pooled = (one.found + other.found) / std::max(articles, 1.0);
  const auto surprise = [&](WordCount count) {
    return std::log((count.found + smoothing) / (count.articles * pooled + smoothing));
  };
  return surprise(one) - surprise(other);
}

/// Positive for English, by the lexicon and the stop words alone.
double vote_of(const std::string& form, const Lexicon& lexicon) {
  double vote = 0;
  const bool english_stop = is_stop_word(form, "en");
  const bool indonesian_stop = is_stop_word(form, "id");
  if (english_stop != indonesian_stop) vote += english_stop ? stop_word_vote : -stop_word_vote;
  const bool in_english = lexicon.find_word(form, "en").length > 0;
  const bool in_indonesian = lexicon.find_word(form, "id").length > 0;
  if (in_english != in_indonesian) vote += in_english ? headword_vote : -headword_vote;
  return vote;
}

/// What `vote` for the language that the index lacks is worth more if its own, `only`, lacks the
/// word.
double vote_of_absence(const std::string& form, double vote, const LanguagePartition& only,
                       Analyzer& analyzer, const DocumentFrequency& frequency) {
  const std::string& language = only.codes.front();
  const bool for_other = language == "en" ? vote < 0 : vote > 0;
  if (!for_other || frequency(std::string{analyzer.term(form, language)}) > 0) return 0;
  return vote < 0 ? -absent_word_vote : absent_word_vote;
}

}  // namespace

std::string query_language(std::string_view query, Analyzer& analyzer, const Lexicon& lexicon,
                           const std::vector<LanguagePartition>& partitions,
                           const DocumentFrequency& frequency) {
  const LanguagePartition* const english = find_partition(partitions, "Zen:");
  const LanguagePartition* const indonesian = find_partition(partitions, "Zid:");
  double english_vote = 0;
  if (english == nullptr && indonesian != nullptr) english_vote = -missing_language_handicap;
  if (english != nullptr && indonesian == nullptr) english_vote = missing_language_handicap;
  for (const Word& word : analyzer.words(query)) {
    const double vote = vote_of(word.form, lexicon);
    english_vote += vote;
    if (english == nullptr || indonesian == nullptr) {
      if (const LanguagePartition* only = english != nullptr ? english : indonesian)
        english_vote += vote_of_absence(word.form, vote, *only, analyzer, frequency);
      continue;
    }
    const unsigned in_english = frequency(std::string{analyzer.term(word.form, "en")});
    const unsigned in_indonesian = frequency(std::string{analyzer.term(word.form, "id")});
    english_vote += std::clamp(
        log_ratio({in_english, english->documents}, {in_indonesian, indonesian->documents}),
        -max_word_vote, max_word_vote);
  }
  if (english == nullptr && indonesian == nullptr && english_vote == 0) return "";
  return english_vote >= 0 ? "en" : "id";
}

}  // namespace pantau
