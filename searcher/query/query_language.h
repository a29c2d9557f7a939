// Which language a query is in, told from its words and how often each language of the index has
// them: its stop words are then left out, and no other's. Tested by
// tests/searcher/query_language_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "searcher/lexicon/lexicon.h"
#include "searcher/query/language_partition.h"

namespace pantau {

/// Articles that have the term.
using DocumentFrequency = std::function<unsigned(const std::string& term)>;

/// "en" or "id". A sum over the words of how much likelier each is in one language's articles than
/// in the other's, of stop words that only one has, and of words that only one language's lexicon
/// has; names decide nothing, and then it does not matter. In an index without one of the two the
/// other needs a clear majority, since what it has is likelier asked for, or a word that it does
/// not have; "" if it has neither and the words do not tell.
[[nodiscard]] std::string query_language(std::string_view query, Analyzer& analyzer,
                                         const Lexicon& lexicon,
                                         const std::vector<LanguagePartition>& partitions,
                                         const DocumentFrequency& frequency);

}  // namespace pantau
