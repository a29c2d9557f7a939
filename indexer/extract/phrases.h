// The reviewed phrases of data/phrases/: what news sites put between and around the paragraphs of a
// story. Entrance: find_phrase. Tested by tests/indexer/phrases_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace pantau {

enum class PhraseKind {
  none,
  interruption,  ///< a line inside a story that is not of it: "Baca Juga: ...", "Advertisement"
  menu,          ///< an entry of the site's navigation: "Home", "Kebijakan Privasi"
  section_end,   ///< the heading of what follows a story: "Berita Terkait", "Most Popular"
};

struct Phrase {
  PhraseKind kind = PhraseKind::none;
  bool whole_line =
      false;  ///< the line says nothing more: what it announces comes on the next lines
  /// A section end that also opens single links ("Baca juga"): it may stand in the middle of a
  /// story.
  bool mid_story = false;
};

/// What `line` is by its words alone. Case of ASCII letters, runs of spaces, and bullets or
/// brackets at the ends make no difference. A few hash look-ups, however long the line or the
/// lists.
[[nodiscard]] Phrase find_phrase(std::string_view line);

}  // namespace pantau
