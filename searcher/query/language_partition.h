// A part of the index whose articles share a namespace of terms: one language with a stemmer, or
// all languages without one. Every question is matched in each partition with that partition's own
// statistics.
#pragma once

#include <string>
#include <vector>

namespace pantau {

struct LanguagePartition {
  std::string term_prefix;         ///< "Zen:", or "Z:" for the languages without a stemmer
  std::vector<std::string> codes;  ///< its languages: {"en"}, {"th", "zh"}
  unsigned documents = 0;
  /// Mean number of words of an article, those of its title counted as often as they weigh.
  double average_length = 1;

  /// The language whose stemmer and stop words apply.
  [[nodiscard]] const std::string& language() const { return codes.front(); }
};

/// The partition whose terms have this prefix, or nullptr.
[[nodiscard]] inline const LanguagePartition* find_partition(
    const std::vector<LanguagePartition>& partitions, const std::string& term_prefix) {
  for (const LanguagePartition& partition : partitions)
    if (partition.term_prefix == term_prefix) return &partition;
  return nullptr;
}

}  // namespace pantau
