// Which words of an article stand for which words of the query, where they are not the same:
// "Tiongkok (China)". Tested by tests/searcher/translation_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "searcher/query/match_terms.h"
#include "searcher/search/search_request.h"

namespace pantau {

/// Of the marked words of `title` and `snippet`, which are in `language`: those that are other
/// words than was asked, as they are written, each thing asked once, in the order in which they
/// stand there. Of a name or phrase all words must stand together.
[[nodiscard]] std::vector<Wording> wordings_of(const MarkedText& title, const MarkedText& snippet,
                                               std::string_view language, const Meanings& meanings,
                                               Analyzer& analyzer);

}  // namespace pantau
