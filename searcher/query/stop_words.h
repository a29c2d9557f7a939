// Words that say nothing about the subject of a query (data/words/stop.tsv).
// Tested by tests/searcher/index_reader_test.cpp.
#pragma once

#include <string_view>

namespace pantau {

/// Is `form`, NFKC and case folded, a stop word of `language`?
[[nodiscard]] bool is_stop_word(std::string_view form, std::string_view language);

}  // namespace pantau
