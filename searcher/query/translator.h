// Words of a query -> groups of words that say the same in another language of the index: from the
// lexicon, from the spelling of cognates, and the words themselves. Entrance:
// Translator::translate. Tested by tests/searcher/translator_test.cpp.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/lexicon/lexicon.h"

namespace pantau {

/// How much the glossary counts beside FreeDict, where a word is in both: it is ours and reviewed,
/// and knows which translation is usual.
inline constexpr double glossary_share = 0.85;

/// A cognate found by spelling, and the word itself (names, loans), beside what the lexicon says:
/// as parts of its best translation.
inline constexpr double cognate_share = 0.3;
inline constexpr double same_form_share = 0.5;

/// The words of an entry of several words, taken one by one, beside the entry's own translations.
inline constexpr double single_words_share = 0.1;

/// Translations of less than this part of the best one of their group bring more noise than finds.
inline constexpr double min_target_weight = 0.05;

/// One way to say it: a word, or several side by side.
struct TranslationTarget {
  std::vector<std::string> forms;  ///< folded, as articles write them
  double weight = 1;               ///< 1 for the likeliest of its group
};

/// What a run of the query's words may be called in the other language; at least one target.
struct TranslationGroup {
  std::vector<std::string> words;  ///< the run
  std::vector<TranslationTarget> targets;
};

/// How many articles of the other language have a form's term.
using FormFrequency = std::function<unsigned(const std::string& form)>;

/// Translates from one language into one other: English and Indonesian. One thread; `lexicon` must
/// outlive it.
class Translator {
 public:
  Translator(const Lexicon& lexicon, std::string_view from, FormFrequency frequency)
      : lexicon_{lexicon}, from_{from}, frequency_{std::move(frequency)} {}

  /// The groups of `words`, folded forms, in their order and without overlaps. What no article has
  /// is left out, and so is a run for which nothing is left.
  [[nodiscard]] std::vector<TranslationGroup> translate(std::span<const std::string> words) const;

  [[nodiscard]] const std::string& source_language() const { return from_; }

 private:
  using Targets = std::vector<TranslationTarget>;

  [[nodiscard]] Targets targets_of(const LexiconEntry& entry) const;
  [[nodiscard]] Targets targets_of_run(std::span<const std::string> run,
                                       const LexiconEntry& entry) const;
  [[nodiscard]] Targets targets_of_word(const std::string& word, const LexiconEntry& entry) const;
  [[nodiscard]] bool occurs(const TranslationTarget& target) const;

  const Lexicon& lexicon_;
  std::string from_;
  FormFrequency frequency_;
};

}  // namespace pantau
