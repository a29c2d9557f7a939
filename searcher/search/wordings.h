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

/// Which marked words of `title` and `snippet`, both in `language`, are other words than was asked:
/// as the article writes them, once for each thing asked, in the article's order. The words of a
/// name or phrase count only where they stand together.
[[nodiscard]] std::vector<Wording> wordings_of(const MarkedText& title, const MarkedText& snippet,
                                               std::string_view language, const Meanings& meanings,
                                               Analyzer& analyzer);

}  // namespace pantau
