#include "searcher/lexicon/embedded_lexicon.h"

// PANTAU_LEXICON_IMAGE is the path of the image, from CMakeLists.txt. As an array of numbers the
// compiler would need a minute for it.
asm(".pushsection .rodata\n"
    ".balign 4\n"
    ".hidden pantau_lexicon_begin, pantau_lexicon_end\n"
    ".globl pantau_lexicon_begin, pantau_lexicon_end\n"
    "pantau_lexicon_begin:\n"
    ".incbin \"" PANTAU_LEXICON_IMAGE
    "\"\n"
    "pantau_lexicon_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const char pantau_lexicon_begin[];  // NOLINT(modernize-avoid-c-arrays): a label's address
extern const char pantau_lexicon_end[];    // NOLINT(modernize-avoid-c-arrays)
}

namespace pantau {

std::string_view embedded_lexicon() {
  return {static_cast<const char*>(pantau_lexicon_begin),
          static_cast<std::size_t>(static_cast<const char*>(pantau_lexicon_end) -
                                   static_cast<const char*>(pantau_lexicon_begin))};
}

}  // namespace pantau
