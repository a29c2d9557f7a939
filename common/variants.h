// Other spellings of a word or of a run of words, which articles and queries share: "erdogan" for
// "Erdoğan", "cybersecurity" for "cyber security", "pinjol" for "pinjaman online". An article is
// found by each; a query asks for each beside its own words. Entrance: VariantFinder::find. Tested
// by tests/common/variants_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"

namespace pantau {

struct Variant {
  enum class Kind {
    folded,    ///< one word without accents, apostrophes or a plural's ending: the exact one is
               ///< better
    joined,    ///< several words written as one: "e-mail", "cyber security"
    same,      ///< another name of several words (data/words/same.tsv)
    sign,      ///< one word with the sign after it that belongs to a name: "disney+"
    citation,  ///< of a law (common/citations.h)
  };

  std::string form;            ///< folded; what its term is the stem of
  std::uint32_t first, count;  ///< the words it stands for: words[first] to [first + count - 1]
  Kind kind;

  friend bool operator==(const Variant&, const Variant&) = default;
};

/// Holds the list of data/words/same.tsv, read when the first text of a language comes. One per
/// thread.
class VariantFinder {
 public:
  VariantFinder();
  ~VariantFinder();
  VariantFinder(const VariantFinder&) = delete;
  VariantFinder& operator=(const VariantFinder&) = delete;

  /// The variants in `text`, whose words are `words`, in order. The list of `language` is matched
  /// by its stems, so that "data centres" is "datacenter" too. Valid until the next call.
  [[nodiscard]] const std::vector<Variant>& find(std::string_view text, std::span<const Word> words,
                                                 std::string_view language, StemmerSet& stemmers);

 private:
  struct Lists;

  void add_spellings(std::string_view text, const Word& word, std::uint32_t at,
                     std::string_view language);
  void add_joined(std::string_view text, std::span<const Word> words, std::uint32_t at);
  void add_listed(std::string_view text, std::span<const Word> words, std::uint32_t at,
                  std::string_view language, StemmerSet& stemmers);
  void add(std::string form, std::uint32_t first, std::uint32_t count, Variant::Kind kind);

  std::unique_ptr<Lists> lists_;
  std::vector<Variant> found_;
};

/// Some neighbouring words as one, without accents: "smartglasses".
[[nodiscard]] std::string joined_form(std::span<const Word> words);

}  // namespace pantau
