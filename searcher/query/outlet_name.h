// An outlet by its name. Tested by tests/searcher/index_reader_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "common/analyzer.h"
#include "searcher/query/expanded_query.h"
#include "searcher/query/vocabulary.h"

namespace pantau {

/// What a name is read with and looked up in.
struct NameSources {
  Analyzer& analyzer;
  Vocabulary& vocabulary;
};

/// The articles of the outlet of just this name, in any case; if the index has none, those of
/// outlets with these words side by side in their names. nullopt if `name` has no words.
[[nodiscard]] std::optional<Alternative> outlet_called(const std::string& name,
                                                       const NameSources& sources);

}  // namespace pantau
