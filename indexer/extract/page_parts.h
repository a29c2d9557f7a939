// A dump taken apart into lines, story and headline: what the finders of date, author and outlet
// look at.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "indexer/extract/lines.h"

namespace pantau {

struct PageParts {
  std::span<const Line> lines;
  std::vector<std::size_t> body;        ///< places of the story's lines, in order; not empty
  std::optional<std::size_t> headline;  ///< place of the headline, above the story
};

}  // namespace pantau
