// The values of one slot for many documents, read in the order of the index, in which they lie
// together. Tested through tests/searcher/index_reader_test.cpp.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace pantau {

/// In the order of `ids`; "" where a document has none.
[[nodiscard]] std::vector<std::string> slot_values(const Xapian::Database& database,
                                                   Xapian::valueno slot,
                                                   const std::vector<Xapian::docid>& ids);

}  // namespace pantau
