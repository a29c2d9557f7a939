// Words of a query -> groups of words that say the same in another language of the index: other
// names of an entity, the lexicon, the spelling of cognates, and the words themselves. Entrance:
// Translator::translate. Tested by tests/searcher/translator_test.cpp.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "common/entities/entities.h"
#include "searcher/lexicon/lexicon.h"
#include "searcher/query/expanded_query.h"

namespace pantau {

/// How much the glossary counts beside FreeDict, where a word is in both: it is ours and reviewed,
/// and knows which translation is usual.
inline constexpr double glossary_share = 0.85;

/// A cognate found by spelling, and the word itself (names, loans), beside what the lexicon says:
/// as parts of its best translation.
inline constexpr double cognate_share = 0.3;
inline constexpr double same_form_share = 0.5;

/// A translation that only FreeDict has, of a word that the other language uses as it is: as a part
/// of itself.
inline constexpr double beside_loan_share = 0.25;

/// The words of an entry of several words, taken one by one, beside the entry's own translations.
inline constexpr double single_words_share = 0.1;

/// ... and shorter entries in it ("social media" in "social media ban").
inline constexpr double shorter_run_share = 0.5;

/// Translations of less than this part of the best one of their group bring more noise than finds.
inline constexpr double min_target_weight = 0.05;

/// One way to say it: a word, or several side by side.
struct TranslationTarget {
  std::vector<std::string> forms;  ///< folded, as articles write them
  double weight = 1;               ///< 1 for the likeliest of its group
  std::string of = {};             ///< the part of the run that it translates; "": all of it
  bool ambiguous = false;          ///< usually means something else: only beside other finds
  WordOrigin origin = WordOrigin::glossary;
};

/// What a run of the query's words may be called in the other language; at least one target.
struct TranslationGroup {
  std::vector<std::string> words;  ///< the run
  std::vector<TranslationTarget> targets;
  std::vector<std::string> typed = {};  ///< each of `words` as the query has it

  /// What a target stands for, as typed.
  [[nodiscard]] std::string typed_for(const TranslationTarget& target) const;
};

/// "personal data" of {"personal", "data"}.
[[nodiscard]] std::string joined_by_spaces(const std::vector<std::string>& words);

/// How many articles of the other language have a form's term.
using FormFrequency = std::function<unsigned(const std::string& form)>;

/// What translations are read from; both must outlive the Translator.
struct TranslationSources {
  const Lexicon& lexicon;
  const EntityTable& entities;
};

/// Translates from one language into those of one partition of the index. One thread.
class Translator {
 public:
  /// From `from` into `to`. The lexicon knows English and Indonesian only: into other languages
  /// entities change their names, and other words stay as they are.
  Translator(const TranslationSources& sources, std::string_view from, std::vector<std::string> to,
             FormFrequency frequency);

  /// The groups of `words`, those of `text`, in their order and without overlaps. What no article
  /// has is left out, and so is a run for which nothing is left.
  [[nodiscard]] std::vector<TranslationGroup> translate(std::string_view text,
                                                        std::span<const Word> words) const;

  [[nodiscard]] const std::string& source_language() const { return from_; }

  /// Are words looked up, or only names of entities?
  [[nodiscard]] bool has_lexicon() const { return has_lexicon_; }

 private:
  using Targets = std::vector<TranslationTarget>;
  using Forms = std::span<const std::string>;

  [[nodiscard]] TranslationGroup next_group(const EntityMention& mention, Forms rest) const;
  [[nodiscard]] Targets targets_of_entity(std::uint32_t row, Forms run) const;
  [[nodiscard]] Targets targets_of(const LexiconEntry& entry) const;
  [[nodiscard]] Targets targets_of_run(Forms run, const LexiconEntry& entry) const;
  void weaken_odd_senses(const std::string& word, Targets& targets) const;
  void add_parts(Forms run, std::size_t length, double share, Targets& targets) const;
  [[nodiscard]] Targets targets_of_word(const std::string& word) const;
  [[nodiscard]] bool occurs(const TranslationTarget& target) const;

  TranslationSources sources_;
  std::string from_;
  std::vector<std::string> to_;
  bool has_lexicon_;
  FormFrequency frequency_;
};

}  // namespace pantau
