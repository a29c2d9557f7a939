// Which language a query is in, told from its words and how often each language of the index has
// them: its stop words are then left out, and no other's. Tested by
// tests/searcher/query_language_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analyzer.h"
#include "searcher/query/language_branch.h"

namespace pantau {

/// Articles that have the term.
using DocumentFrequency = std::function<unsigned(const std::string& term)>;

/// "en" or "id", or "" if the index has articles in neither. A sum over the words of how much
/// likelier each is in one language's articles than in the other's, and of stop words that only one
/// has; names decide nothing, and then it does not matter.
[[nodiscard]] std::string query_language(std::string_view query, Analyzer& analyzer,
                                         const std::vector<LanguageBranch>& branches,
                                         const DocumentFrequency& frequency);

}  // namespace pantau
