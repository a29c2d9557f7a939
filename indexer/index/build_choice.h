// Which of the two ways of writing an index pays for what is to come. Entrance: choose_build, a
// pure function. Tested by tests/indexer/build_choice_test.cpp.
#pragma once

#include <cstdint>

namespace pantau {

enum class Build {
  automatic,  ///< chosen from sizes
  direct,  ///< one writer that changes the current generation, with frequent commits (DirectBatch)
  segments,  ///< workers write small databases, which are merged into the next generation
             ///< (SegmentBatch)
};

/// What the choice depends on.
struct BuildSizes {
  std::uint64_t input_bytes = 0;     ///< to be read by this run; 0 if nobody knows
  std::uint64_t index_bytes = 0;     ///< of the current generation
  std::uint64_t index_articles = 0;  ///< in it
  std::uint64_t batch_articles = 0;  ///< asked for between two commits, or 0
  bool rebuild = false;              ///< nothing is committed before the end
};

/// Never automatic. `asked` is followed where it is not automatic.
[[nodiscard]] Build choose_build(Build asked, const BuildSizes& sizes);

}  // namespace pantau
