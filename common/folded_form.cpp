#include "common/folded_form.h"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace pantau {
namespace {

/// Letters whose stroke or ligature is no combining mark.
struct Plain {
  char32_t letter;
  const char* plain;
};
constexpr std::array<Plain, 11> plain_letters{{{0xE6, "ae"},
                                               {0xF0, "d"},
                                               {0xF8, "o"},
                                               {0xFE, "th"},
                                               {0x111, "d"},
                                               {0x127, "h"},
                                               {0x131, "i"},
                                               {0x142, "l"},
                                               {0x153, "oe"},
                                               {0x1DD, "e"},
                                               {0x259, "e"}}};

bool is_latin_or_greek(UChar32 c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F) || (c >= 0x370 && c <= 0x3FF);
}

/// A mark that may be left out: of Latin and Greek (U+0300-036F), Arabic's vowel signs and hamza,
/// Hebrew's points.
bool is_optional_mark(UChar32 c, UChar32 base) {
  if (c >= 0x300 && c <= 0x36F) return is_latin_or_greek(base);
  return (c >= 0x64B && c <= 0x655) || c == 0x670 || c == 0x640 || (c >= 0x591 && c <= 0x5C7);
}

/// Without "'s" and the like.
std::string_view without_english_ending(std::string_view form) {
  constexpr std::array<std::string_view, 8> endings{"'s",  "'t",  "'re", "'m",
                                                    "'ll", "'ve", "'d",  "'"};
  for (const std::string_view ending : endings)
    if (form.size() > ending.size() && form.ends_with(ending))
      return form.substr(0, form.size() - ending.size());
  return form;
}

void append_plain(UChar32 c, icu::UnicodeString& out) {
  const auto row = std::find_if(plain_letters.begin(), plain_letters.end(), [&](const Plain& one) {
    return one.letter == static_cast<char32_t>(c);
  });
  if (row == plain_letters.end())
    out.append(c);
  else
    out.append(icu::UnicodeString{row->plain, -1, US_INV});
}

std::string without_marks(std::string_view form) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* const compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string{form};
  const icu::UnicodeString whole = decompose->normalize(
      icu::UnicodeString::fromUTF8({form.data(), static_cast<int32_t>(form.size())}), status);
  icu::UnicodeString bare;
  UChar32 base = 0;
  for (int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1)) {
    const UChar32 c = whole.char32At(i);
    if (is_optional_mark(c, base)) continue;
    append_plain(c, bare);
    if (u_getCombiningClass(c) == 0) base = c;
  }
  std::string out;
  compose->normalize(bare, status).toUTF8String(out);
  return U_FAILURE(status) ? std::string{form} : out;
}

}  // namespace

std::string folded_form(std::string_view form) {
  const bool ascii = std::none_of(form.begin(), form.end(), [](char c) { return (c & 0x80) != 0; });
  const bool apostrophes = form.find('\'') != std::string_view::npos;
  if (ascii && !apostrophes) return {};
  const std::string_view word = apostrophes ? without_english_ending(form) : form;
  if (ascii && word.find('\'') == std::string_view::npos) return {};
  std::string folded = ascii ? std::string{word} : without_marks(word);
  std::erase(folded, '\'');
  return folded == word ? std::string{} : folded;
}

}  // namespace pantau
