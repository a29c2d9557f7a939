// More like this: the query that an article stands for. Tested by tests/searcher/similar_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/analyzer.h"
#include "common/article.h"
#include "searcher/query/query_language.h"
#include "searcher/query/query_node.h"

namespace pantau {

/// Words a query for more of the kind has: what tells a story is said by two dozen, and each more
/// costs time.
inline constexpr std::size_t like_words = 25;

/// Any of the like_words words that weigh most in `article`: often said there, in few articles of
/// its language (`partition`). A word said more often is there more often, up to three times.
[[nodiscard]] QueryNode similar_query(const Article& article, const LanguagePartition& partition,
                                      Analyzer& analyzer, const DocumentFrequency& frequency);

/// Terms one of which an article has that a person means by `name`: its URL, its id, or the file
/// it was read from.
[[nodiscard]] std::vector<std::string> terms_naming(const std::string& name);

}  // namespace pantau
