// What a person means by `entity:VALUE`: an id of data/entities, or a name that is there.
// Tested by tests/searcher/index_reader_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "common/analyzer.h"

namespace pantau {

struct EntityValue {
  std::string id;    ///< the value itself if the table has no such entity
  std::string note;  ///< says so, with what may have been meant; "" if it has
};

[[nodiscard]] EntityValue entity_value(std::string_view text, Analyzer& analyzer);

}  // namespace pantau
