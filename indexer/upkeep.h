// What pantau-index does with an index besides feeding it: --check, --stats, --export, --delete,
// --delete-outlet, --expire, --merge, --compact. Tested by tests/cli/upkeep_test.cpp.
#pragma once

#include <ostream>

#include "indexer/options.h"

namespace pantau {

/// Does the one task that `options` name. Results go to `out`. False if there was nothing to do it
/// to.
[[nodiscard]] bool do_upkeep(const IndexOptions& options, std::ostream& out);

}  // namespace pantau
