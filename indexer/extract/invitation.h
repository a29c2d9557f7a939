// Lines that ask the reader to go elsewhere, told by how they are built where no phrase list knows
// them. Entrance: is_invitation. Tested by tests/indexer/invitation_test.cpp.
#pragma once

#include <string_view>

namespace pantau {

/// Whether a line announces another story ("Go deeper: ...", "【関連記事】..."), or calls the
/// reader to a channel, an app or a newsletter ("Simak ... di Saluran WhatsApp dengan klik ...").
[[nodiscard]] bool is_invitation(std::string_view line);

}  // namespace pantau
