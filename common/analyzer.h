// Text to words, and words to terms: the one analyzer that indexing, queries and highlighting
// share, so that they cannot disagree. ICU breaks words (UAX #29 with the dictionaries for Chinese,
// Japanese, Thai, Lao, Khmer and Burmese), NFKC_Casefold spells them. Tested by
// tests/common/analyzer_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/stemmer.h"

namespace pantau {

/// Raised when the same text would give other words or terms than before; see also
/// analyzer_version().
inline constexpr int analyzer_revision = 3;

/// One word of a text.
struct Word {
  std::string form;        ///< NFKC, case folded, a number as number_form() has it; never empty,
                           ///< never longer than max_word_bytes
  std::uint32_t position;  ///< 1 for the first word; a word too long to index still counts
  std::uint32_t begin;     ///< byte range in the text
  std::uint32_t end;
};

/// The name of the analysis an index was made with: revision, ICU's version and the lists of words.
/// Two different names may cut or stem the same text differently.
[[nodiscard]] std::string analyzer_version();

struct Variant;
class VariantFinder;

/// One per thread. Texts longer than 2 GiB are cut there.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  /// The words of valid UTF-8, in order. Valid until the next call.
  [[nodiscard]] const std::vector<Word>& words(std::string_view text);

  /// The term a word of an article in `language` is found by: "Zen:regul" for "regulations" in
  /// English, "Z:deepfake" in a language that has no stemmer. Valid until the next call.
  [[nodiscard]] std::string_view term(std::string_view form, std::string_view language) {
    return stemmers_.term(form, language);
  }

  /// The other spellings of `words`, which words() gave of `text` (common/variants.h), whose terms
  /// an article in `language` is found by too. Valid until the next call.
  [[nodiscard]] const std::vector<Variant>& variants(std::string_view text,
                                                     std::span<const Word> words,
                                                     std::string_view language);

  /// Byte ranges of the sentences of `text` (UAX #29), in order, together covering it.
  struct Range {
    std::uint32_t begin, end;
  };
  [[nodiscard]] std::vector<Range> sentences(std::string_view text);

 private:
  void add_sentence_ends(std::string_view line, std::vector<std::size_t>& ends);

  struct Breakers;  // ICU's iterators, kept out of this header
  std::unique_ptr<Breakers> breakers_;
  StemmerSet stemmers_;
  std::unique_ptr<VariantFinder> variants_;
  std::vector<Word> words_;
};

/// A name in which case, width and punctuation make no difference: its words, a space after each.
/// "" if it has none.
[[nodiscard]] std::string folded_name(const std::string& name, Analyzer& analyzer);

}  // namespace pantau
