// A part of the index whose articles share a namespace of terms: one language with a stemmer, or
// all languages without one. Every query is matched in each branch with the branch's own
// statistics.
#pragma once

#include <string>
#include <vector>

namespace pantau {

struct LanguageBranch {
  std::string space;               ///< "Zen:", or "Z:" for the languages without a stemmer
  std::vector<std::string> codes;  ///< of its languages: {"en"}, {"th", "zh"}
  unsigned documents = 0;
  /// Words of an article, those of its title counted as often as they weigh.
  double average_length = 1;
};

}  // namespace pantau
