// Beside html_tree.cpp the only file that knows libxml2: it has the names of the characters.
// Entrance: append_html_text. Tested by tests/indexer/html_entities_test.cpp.
#include "indexer/extract/html_entities.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace pantau {
namespace {

/// Longest run without white space that is text: no paragraph of Chinese comes near.
constexpr std::size_t max_word_bytes = 1 << 16;

struct Entity {
  std::string_view name;
  std::uint32_t character;
};

/// The common names, because libxml2 looks through its list from the front, and some that came
/// after it; sorted.
constexpr std::array<Entity, 40> common_entities{{
    {"Auml", 0xC4},    {"Ouml", 0xD6},    {"Uuml", 0xDC},    {"aacute", 0xE1},  {"agrave", 0xE0},
    {"amp", '&'},      {"apos", '\''},    {"auml", 0xE4},    {"bull", 0x2022},  {"ccedil", 0xE7},
    {"colon", ':'},    {"comma", ','},    {"copy", 0xA9},    {"deg", 0xB0},     {"eacute", 0xE9},
    {"egrave", 0xE8},  {"euro", 0x20AC},  {"excl", '!'},     {"gt", '>'},       {"hellip", 0x2026},
    {"iacute", 0xED},  {"laquo", 0xAB},   {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", '<'},
    {"mdash", 0x2014}, {"middot", 0xB7},  {"nbsp", 0xA0},    {"ndash", 0x2013}, {"ntilde", 0xF1},
    {"oacute", 0xF3},  {"ouml", 0xF6},    {"period", '.'},   {"quest", '?'},    {"quot", '"'},
    {"raquo", 0xBB},   {"rdquo", 0x201D}, {"rsquo", 0x2019}, {"szlig", 0xDF},   {"uuml", 0xFC},
}};
static_assert(std::is_sorted(common_entities.begin(), common_entities.end(),
                             [](const Entity& a, const Entity& b) { return a.name < b.name; }));

/// Names are shorter; what is longer is an address with parameters.
constexpr std::size_t max_name = 10;

std::uint32_t named_character(std::string_view name) {
  const auto row = std::lower_bound(
      common_entities.begin(), common_entities.end(), name,
      [](const Entity& entity, std::string_view wanted) { return entity.name < wanted; });
  if (row != common_entities.end() && row->name == name) return row->character;
  const std::string terminated{name};
  const auto* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
  return known == nullptr ? 0 : known->value;
}

/// What browsers make of the numbers of controls: they were meant as windows-1252.
constexpr std::array<std::uint16_t, 32> windows_1252{
    0x20AC, 0x20,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x20,   0x17D,  0x20,   0x20,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x20,   0x17E,  0x178};

/// Controls and overrides of direction have no place in an article (common/utf8.h keeps them out of
/// the bytes; here they come by number).
std::uint32_t harmless(std::uint32_t character) {
  if (character >= 0x80 && character < 0xA0) return windows_1252[character - 0x80];
  const bool control = character < 0x20 || character == 0x7F;
  const bool direction =
      (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
  const bool none = character > 0x10FFFF || (character >= 0xD800 && character < 0xE000);
  return control || direction || none ? ' ' : character;
}

void append_utf8(std::uint32_t c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  constexpr std::array<std::uint32_t, 4> leads{0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(leads[static_cast<std::size_t>(more)] | c >> (6 * more));
  for (int i = more; i-- > 0;) out += static_cast<char>(0x80U | (c >> (6 * i) & 0x3FU));
}

int digit_of(char c, unsigned base) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return base == 16 && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// Decodes the numeric reference at the beginning of `text` ("&#..."); its bytes, 0 if it is none.
std::size_t decode_number(std::string_view text, std::string& out) {
  const unsigned base = text.size() > 2 && (text[2] | 0x20) == 'x' ? 16 : 10;
  const std::size_t begin = base == 16 ? 3 : 2;
  std::size_t end = begin;
  std::uint32_t value = 0;
  for (; end < text.size() && digit_of(text[end], base) >= 0; ++end)
    value =
        std::min(value * base + static_cast<std::uint32_t>(digit_of(text[end], base)), 0x110000U);
  if (end == begin) return 0;
  append_utf8(harmless(value), out);
  return end + (end < text.size() && text[end] == ';');
}

/// Decodes the reference at the beginning of `text` (at '&'); its bytes, 0 if it is none.
std::size_t decode_reference(std::string_view text, std::string& out) {
  if (text.size() > 2 && text[1] == '#') return decode_number(text, out);
  const auto end = text.substr(0, max_name + 2).find(';');
  if (end == std::string_view::npos || end < 3) return 0;
  const std::uint32_t character = named_character(text.substr(1, end - 1));
  if (character == 0) return 0;
  append_utf8(character, out);
  return end + 1;
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

void append_html_value(std::string_view html, std::string& out) {
  while (!html.empty()) {
    const auto sign = std::min(html.find('&'), html.size());
    out += html.substr(0, sign);
    html.remove_prefix(sign);
    if (html.empty()) return;
    const std::size_t size = decode_reference(html, out);
    if (size == 0) out += '&';
    html.remove_prefix(std::max<std::size_t>(size, 1));
  }
}

void append_html_text(std::string_view html, std::string& out) {
  // Whole lines are copied at once: between words single spaces are the rule.
  std::size_t begin = 0, word = 0;
  const auto end_word = [&](std::size_t end) {
    if (end - word <= max_word_bytes) return;
    append_html_value(html.substr(begin, word - begin), out);
    begin = end;
  };
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (!is_space(html[i])) continue;
    end_word(i);
    const std::size_t run = i;
    while (i + 1 < html.size() && is_space(html[i + 1])) ++i;
    word = i + 1;
    if (run == i) continue;
    append_html_value(html.substr(begin, run + 1 - begin), out);
    begin = word;
  }
  end_word(html.size());
  append_html_value(html.substr(begin), out);
}

}  // namespace pantau
