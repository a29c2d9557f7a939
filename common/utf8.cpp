#include "common/utf8.h"

#include <unicode/utf8.h>

namespace pantau {
namespace {

// The macro of ICU, which our warnings are too strict for, as a function.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
/// The character at `i`, which moves behind it; negative for an ill-formed sequence.
UChar32 next_character(std::string_view bytes, std::size_t& i) {
  const char* const s = bytes.data();
  const std::size_t size = bytes.size();
  UChar32 c;
  U8_NEXT(s, i, size, c);
  return c;
}
#pragma GCC diagnostic pop

/// C0 and C1 controls can drive a terminal, overrides of direction (UAX #9) can make a line read as
/// another one; none has a place in an article.
bool is_harmful_control(UChar32 c) {
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

bool is_printable_ascii(char c) {
  return c >= ' ' && c <= '~';
}

bool is_space(UChar32 c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();)
    if (next_character(bytes, i) < 0) return false;
  return true;
}

std::string to_valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t start = i;
    while (i < bytes.size() && is_printable_ascii(bytes[i])) ++i;
    out += bytes.substr(start, i - start);
    if (i == bytes.size()) break;
    const std::size_t sign = i;
    const UChar32 c = next_character(bytes, i);
    if (c < 0)
      out += "\xEF\xBF\xBD";
    else if (is_harmful_control(c))
      out += ' ';
    else
      out += bytes.substr(sign, i - sign);
  }
  return out;
}

std::size_t utf8_floor(std::string_view text, std::size_t limit) {
  if (limit >= text.size()) return text.size();
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return limit;
}

namespace {

/// Leads of the characters beyond ASCII among which is_space has some.
bool may_lead_space(unsigned char byte) {
  return byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/// The first place from `i` on that is no white space.
std::size_t skip_space(std::string_view text, std::size_t i) {
  for (std::size_t next = i; i < text.size(); i = next)
    if (!is_space(next_character(text, next))) break;
  return i;
}

/// The end of the line that starts at `i`: the first white space that is no single space between
/// two words of ASCII. Most texts are copied in a few such lines.
std::size_t line_end(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte > ' ' && !may_lead_space(byte)) {
      ++i;
    } else if (byte == ' ') {
      const bool word_follows = i + 1 < text.size() && text[i + 1] > ' ';
      if (!word_follows) return i;
      i += 2;
    } else {
      std::size_t next = i;
      if (is_space(next_character(text, next))) return i;
      i = next;
    }
  }
  return i;
}

}  // namespace

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = skip_space(text, 0); i < text.size(); i = skip_space(text, i)) {
    if (!out.empty()) out += ' ';
    const std::size_t begin = i;
    i = line_end(text, i);
    out += text.substr(begin, i - begin);
  }
  return out;
}

}  // namespace pantau
