// What a word or a run of words means in the other language: the compiled glossary (data/glossary)
// and, where it was installed at build time, FreeDict's English-Indonesian dictionary, looked up
// in an image that is in the program. Entrance: Lexicon. Tested by
// tests/searcher/lexicon_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/image_reader.h"
#include "common/stemmer.h"

namespace pantau {

/// The longest run of words that is looked up as one.
inline constexpr std::size_t max_entry_words = 4;

enum class Source { glossary, freedict };

struct Translation {
  std::string words;  ///< one or more folded words, one space between
  double share = 0;   ///< of its source's weight for this entry; shares of a source sum to 1
  Source source = Source::glossary;
  bool ambiguous = false;  ///< one side usually means something else: does not count alone

  friend bool operator==(const Translation&, const Translation&) = default;
};

struct LexiconEntry {
  std::size_t length = 0;                 ///< how many of the words it covers, 0: none
  std::vector<Translation> translations;  ///< the glossary's first, each source by falling share
};

/// One per thread: it stems. Not bound to the language of the index or of the query.
class Lexicon {
 public:
  /// The lexicon that was compiled into this program.
  [[nodiscard]] static Lexicon embedded();

  /// `image` as lexicon_image.h describes it; must outlive this. Throws Error{input} if its head is
  /// not that of an image; damage further in is found by the look-ups, which then throw too.
  explicit Lexicon(std::string_view image);

  /// The entry of the longest run, at most max_entry_words, that begins at words[0]; words are
  /// folded forms as Analyzer cuts them, `from` is "en" or "id" (nothing is found from others).
  /// In each source the headword itself wins; else all headwords with the same stems count, the
  /// nearest in spelling most. A word said twice in Indonesian (negara-negara) is one plural.
  [[nodiscard]] LexiconEntry find(std::span<const std::string> words, std::string_view from) const;

  /// The entry of this one word; length 1, or 0 if there is none.
  [[nodiscard]] LexiconEntry find_word(const std::string& word, std::string_view from) const;

  /// Is it a word, in any inflection, of either language?
  [[nodiscard]] bool has(const std::string& word) const {
    return find_word(word, "en").length > 0 || find_word(word, "id").length > 0;
  }

 private:
  /// A sorted part of the image: rows of a string and what it leads to.
  struct Table {
    std::size_t offset = 0, rows = 0;
  };
  struct Side {
    Table headwords, stems;
  };

  [[nodiscard]] const Side* side(std::string_view from) const;
  [[nodiscard]] std::string_view key(const Table& table, std::size_t row) const;
  [[nodiscard]] std::size_t target(const Table& table, std::size_t row) const;
  /// table.rows if there is none.
  [[nodiscard]] std::size_t find_row(const Table& table, std::string_view words) const;
  [[nodiscard]] std::vector<Translation> read_entry(std::size_t offset) const;
  [[nodiscard]] std::vector<Translation> merge_by_stem(const Side& side, std::string_view stems,
                                                       std::string_view words) const;
  [[nodiscard]] LexiconEntry find_run(std::span<const std::string> words,
                                      std::string_view from) const;

  ImageReader image_;
  Side english_, indonesian_;
  std::unique_ptr<StemmerSet> stemmers_;
};

}  // namespace pantau
