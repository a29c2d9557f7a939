// The bytes of a compiled lexicon, as LexiconBuilder writes and Lexicon reads them. All numbers are
// little-endian; everything but strings begins at a multiple of 4. Tested by
// tests/searcher/lexicon_test.cpp.
//
//   head     0  "PLX1"
//            4  u32 bytes of the whole image
//            8  from English:    u32 offset, u32 rows of its headwords, u32 offset, u32 rows of its
//           24  from Indonesian: the same                                             stems
//   table    rows sorted by the bytes of their string: u32 offset of the string, u32 offset of
//            the entry (headwords) or of the list (stems: "person data protect")
//   entry    u32 count, then the translations, each source's by falling share:
//            u32 offset of the string, u16 share of its source's weight (65535: all), u16 flags
//   list     u32 count, then u32 rows in the table of headwords of the same language
//   string   u8 length, then as many bytes: folded words, one space between them
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pantau::lexicon_image {

inline constexpr std::string_view magic = "PLX1";
inline constexpr std::size_t head_bytes = 40;
inline constexpr std::size_t first_side = 8;   ///< where the four numbers of English begin
inline constexpr std::size_t side_bytes = 16;  ///< of one language in the head
inline constexpr std::size_t row_bytes = 8;
inline constexpr std::size_t translation_bytes = 8;
inline constexpr std::uint16_t whole_share = 65535;
inline constexpr std::uint16_t flag_freedict = 1;   ///< else of the glossary
inline constexpr std::uint16_t flag_ambiguous = 2;  ///< see Translation::ambiguous
inline constexpr std::size_t max_string_bytes = 255;

}  // namespace pantau::lexicon_image
