// data/entities/entities.tsv -> the bytes of a table of entities (common/entities/entity_image.h).
// Runs at build time only, and in tests. Tested by tests/common/entities_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// The image of the table `text`. Throws Error{input} at a row that is not as
/// data/entities/README.md has it.
[[nodiscard]] std::string compile_entities(std::string_view text);

}  // namespace pantau
