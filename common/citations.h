// Citations of laws, which are written in many ways and mean one thing: "UU No. 27 Tahun 2022", "UU
// 27/2022", "Law No. 27 of 2022"; "Article 5(1)(a)", "Pasal 27 ayat (3)". Entrance: find_citations.
// Tested by tests/common/citations_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"

namespace pantau {

struct Citation {
  std::string form;            ///< one for all ways to write it: "uu-27-2022", "art-27-3"; no word
  std::uint32_t first, count;  ///< the words it is: words[first] to words[first + count - 1]

  friend bool operator==(const Citation&, const Citation&) = default;
};

/// Those in `text`, whose words are `words`, in the order of their numbers. A paragraph of an
/// article is cited with the article's: "art-5-1-a" and "art-5-1", the more exact one first. Names
/// of kinds of laws are in data/words/laws.tsv.
[[nodiscard]] std::vector<Citation> find_citations(std::string_view text,
                                                   std::span<const Word> words);

}  // namespace pantau
