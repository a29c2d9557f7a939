// "Did you mean": the nearest word of the index's own vocabulary, in any of its languages, for a
// word that no article has. It costs the index nothing: the sorted list of terms is walked with the
// edit distance to the typed word, past all that can no longer come near it. Entrance: Speller.
// Tested by tests/searcher/speller_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "searcher/query/language_partition.h"
#include "searcher/search/deadline.h"

namespace pantau {

/// Letters, from how many on a word may have one mistake, or two. In shorter words one letter makes
/// another word, or another company.
inline constexpr std::size_t letters_for_one_edit = 5, letters_for_two_edits = 8;

/// Terms looked at for one word: a bound on time that 500,000 words do not reach.
inline constexpr std::size_t max_walked_terms = 50'000;

/// Fewer articles with a word may be one article's own mistake.
inline constexpr unsigned min_suggested_articles = 2;

struct Correction {
  std::string form;
  unsigned articles;  ///< that have it, about
};

/// Keeps references to what it is given; one thread.
class Speller {
 public:
  Speller(const Xapian::Database& database, Analyzer& analyzer,
          const std::vector<LanguagePartition>& partitions, const Deadline& deadline)
      : database_{database}, analyzer_{analyzer}, partitions_{partitions}, deadline_{deadline} {}

  /// Does an article have the word, in any inflection, or an author or outlet the name?
  [[nodiscard]] bool is_known(const std::string& form);

  /// The word that was meant, if that is likely. Not for words that are known, for numbers, short
  /// words and scripts without letters.
  [[nodiscard]] std::optional<Correction> correct(const std::string& form);

 private:
  struct Candidate;

  void walk(const std::string& space, const std::string& typed, std::vector<Candidate>& found);
  [[nodiscard]] std::string written_form(const std::string& term, const std::string& language,
                                         const std::string& stem);

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const std::vector<LanguagePartition>& partitions_;
  const Deadline& deadline_;
};

}  // namespace pantau
