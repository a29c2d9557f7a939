// Pairs of words -> the bytes of a lexicon (lexicon_image.h). Runs at build time only, and in
// tests. Tested by tests/searcher/lexicon_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "common/analyzer.h"

namespace pantau {

/// Two wordings of one thing, as a dictionary has them.
struct WordPair {
  std::string english, indonesian;  ///< as written; LexiconBuilder folds them
  bool from_freedict = false;       ///< else from the glossary
  bool ambiguous = false;           ///< see Translation::ambiguous
  bool minor = false;               ///< right, but not the usual translation
  unsigned to_indonesian = 0;       ///< per cent of the English word's weight; 0: not said
  unsigned to_english = 0;          ///< per cent of the Indonesian word's weight; 0: not said
};

class LexiconBuilder {
 public:
  /// One translation of a headword.
  struct Option {
    bool ambiguous = false, minor = false;
    unsigned per_cent = 0;  ///< as in WordPair, of the direction it is for
    std::string stem{};     ///< of the translation; this and the share are known when all are
    double share = 0;
  };
  /// By source (FreeDict after the glossary), then by wording.
  using Options = std::map<std::pair<bool, std::string>, Option>;
  using Headwords = std::map<std::string, Options>;

  /// A share belongs to the stems of a pair, on whichever of their lines it stands.
  /// When two pairs of one source fold to the same words, the first counts. A wording that
  /// folds to nothing, or to what the other one is, is left out; one of more than max_entry_words
  /// is a translation only, never a headword.
  void add(const WordPair& pair);

  /// The lexicon's bytes: equal for equal pairs in equal order.
  [[nodiscard]] std::string image();

 private:
  [[nodiscard]] std::string fold(std::string_view text);
  void share_by_stem(Headwords& side, std::string_view from, std::string_view to);
  [[nodiscard]] std::string stem(std::string_view words, std::string_view language);

  Analyzer analyzer_;
  Headwords english_, indonesian_;
};

}  // namespace pantau
