// The bytes of the compiled table of entities, as compile_entities() writes and EntityTable reads
// them. All numbers are little-endian; everything but strings begins at a multiple of 4. Tested by
// tests/common/entities_test.cpp.
//
//   head       0  "PEN1"
//              4  u32 bytes of the whole image
//              8  u32 offset, u32 rows of the entities
//             16  u32 offset, u32 count of the slots, a power of two
//   entity     sorted by id: u32 id (a string, and so on), u32 kind, u32 offset, u32 count of names
//   name       u32 as written, u32 its folded words, u8 language (entity_languages), 3 bytes 0
//   slot       u32 offset of a bucket, or 0. That of a key is at its fnv1a modulo the count, or the
//              next free one after.
//   bucket     u32 key, u32 count, then the candidates whose first word it is, longest first:
//   candidate  u32 words to match, u32 exact spelling or 0, u32 row of the entity, u8 words,
//              u8 bytes of the exact spelling before its first word, u8 flags, u8 0
//   string     u8 length, then as many bytes
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pantau::entity_image {

inline constexpr std::string_view magic = "PEN1";
inline constexpr std::size_t head_bytes = 24;
inline constexpr std::size_t entities_at = 8;
inline constexpr std::size_t slots_at = 16;
inline constexpr std::size_t entity_bytes = 16;
inline constexpr std::size_t name_bytes = 12;
inline constexpr std::size_t candidate_bytes = 16;
inline constexpr std::size_t max_string_bytes = 255;
inline constexpr std::uint8_t flag_abbreviation = 1;  ///< any case of letters will do in a query
inline constexpr std::uint8_t flag_unbroken = 2;      ///< a script without spaces

/// Han, kana and Hangul begin with these bytes in UTF-8 (U+3000 and up). Where the dictionary cuts
/// such a name depends on its neighbours, so what it is made of is compared and not its words.
[[nodiscard]] constexpr bool is_unbroken(std::string_view form) {
  return !form.empty() && static_cast<unsigned char>(form.front()) >= 0xE3;
}

/// A folded word without "'s", which English adds to any name.
[[nodiscard]] constexpr std::string_view bare(std::string_view form) {
  return form.size() > 2 && form.ends_with("'s") ? form.substr(0, form.size() - 2) : form;
}

/// What the candidates for a match at this word are found by: the word, or its first sign.
[[nodiscard]] constexpr std::string_view key_of(std::string_view form) {
  constexpr std::size_t bytes = 3;  // of one sign; a rarer one has four, and its first three do too
  return is_unbroken(form) ? form.substr(0, bytes) : bare(form);
}

}  // namespace pantau::entity_image
