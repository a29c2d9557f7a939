#include "common/utf8.h"

#include <algorithm>

#include <unicode/utf8.h>

#include "common/unicode_class.h"

namespace pantau {
namespace {

// The macro of ICU, which our warnings are too strict for, as a function.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
/// The character at `i`, which moves after it; negative for an ill-formed sequence.
UChar32 next_character(std::string_view bytes, std::size_t& i) {
  const char* const s = bytes.data();
  const std::size_t size = bytes.size();
  UChar32 c;
  U8_NEXT(s, i, size, c);
  return c;
}
#pragma GCC diagnostic pop

bool is_printable_ascii(char c) {
  return c >= ' ' && c <= '~';
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
    else if (is_harmful_control(static_cast<char32_t>(c)))
      out += ' ';
    else
      out += bytes.substr(sign, i - sign);
  }
  return out;
}

Utf8Character character_at(std::string_view text, std::size_t at) {
  std::size_t next = at;
  const UChar32 c = next_character(text, next);
  return {c < 0 ? U'\uFFFD' : static_cast<char32_t>(c), next - at};
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_utf8_continuation(c); }));
}

std::size_t after_characters(std::string_view text, std::size_t at, std::size_t count) {
  for (; count > 0 && at < text.size(); --count) do {
      ++at;
    } while (at < text.size() && is_utf8_continuation(text[at]));
  return at;
}

std::size_t before_characters(std::string_view text, std::size_t at, std::size_t count) {
  for (; count > 0 && at > 0; --count) do {
      --at;
    } while (at > 0 && is_utf8_continuation(text[at]));
  return at;
}

std::size_t utf8_floor(std::string_view text, std::size_t limit) {
  if (limit >= text.size()) return text.size();
  while (limit > 0 && is_utf8_continuation(text[limit])) --limit;
  return limit;
}

namespace {

/// Leads of the characters beyond ASCII among which is_unicode_space has some.
bool may_lead_space(unsigned char byte) {
  return byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/// Moves `next` after the character there; true if that is white space.
bool passes_space(std::string_view text, std::size_t& next) {
  const UChar32 c = next_character(text, next);
  return c >= 0 && is_unicode_space(static_cast<char32_t>(c));
}

/// The first place from `i` on that is no white space.
std::size_t skip_space(std::string_view text, std::size_t i) {
  for (std::size_t next = i; i < text.size(); i = next)
    if (!passes_space(text, next)) break;
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
      if (passes_space(text, next)) return i;
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

std::string collapse_ascii_space(std::string_view text) {
  text.remove_prefix(skip_space(text, 0));
  std::string out;
  for (const char c : text) {
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!is_space)
      out += c;
    else if (!out.ends_with(' '))
      out += ' ';
  }
  for (std::string_view sign : {" ", "\u00A0", "\u2009", "\u202F", "\u3000", " "})
    while (out.ends_with(sign)) out.resize(out.size() - sign.size());
  return out;
}

}  // namespace pantau
