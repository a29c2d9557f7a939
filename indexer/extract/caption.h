// Photo captions and credits, which dumps leave between the paragraphs. Entrance: is_caption.
// Tested by tests/indexer/caption_test.cpp.
#pragma once

#include <string_view>

namespace pantau {

/// Whether a line says what a photo shows or who took it: "Foto: Istimewa", "The court. (AP
/// Photo/A. Lee)", "A shop in Jakarta | Getty Images". A long paragraph that merely ends so is
/// none.
[[nodiscard]] bool is_caption(std::string_view line);

}  // namespace pantau
