#include "indexer/extract/date_script.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/utf8.h"

namespace pantau {
namespace {

/// The zeros of scripts whose ten digits follow each other: Arabic, Persian, Devanagari, Bengali,
/// Tamil, Thai, Lao, Burmese, Khmer, full-width.
constexpr std::array<char32_t, 10> zeros{0x0660, 0x06F0, 0x0966, 0x09E6, 0x0BE6,
                                         0x0E50, 0x0ED0, 0x1040, 0x17E0, 0xFF10};

struct Sign {
  std::string_view written, plain;
};
constexpr std::array signs{
    Sign{"\u00A0", " "}, Sign{"\u2009", " "}, Sign{"\u202F", " "}, Sign{"\u3000", " "},
    Sign{"\u2002", " "}, Sign{"\u2003", " "}, Sign{"\u2022", " "}, Sign{"\u00B7", " "},
    Sign{"|", " "},      Sign{"\u00AD", ""},  Sign{"\u200B", ""},  Sign{"\u200C", ""},
    Sign{"\u200D", ""},  Sign{"\u200E", ""},  Sign{"\u200F", ""},  Sign{"\uFEFF", ""},
    Sign{"\uFF0F", "/"}, Sign{"\uFF0E", "."}, Sign{"\u2010", "-"}, Sign{"\u2011", "-"}};

constexpr std::array<std::string_view, 12> numerals{"〇", "一", "二", "三", "四", "五",
                                                    "六", "七", "八", "九", "○",  "零"};
constexpr std::string_view ten = "十";

struct Era {
  std::string_view name;
  int year_before;
};
constexpr std::array eras{Era{"令和", 2018}, Era{"平成", 1988}, Era{"昭和", 1925},
                          Era{"民國", 1911}, Era{"民国", 1911}};

/// The ASCII digit for the character, '\0' if it is none.
char plain_digit(char32_t c) {
  for (const char32_t zero : zeros)
    if (c >= zero && c < zero + 10) return static_cast<char>('0' + (c - zero));
  return '\0';
}

std::string with_plain_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto sign = std::find_if(signs.begin(), signs.end(), [&](const Sign& one) {
      return text.substr(at).starts_with(one.written);
    });
    if (sign != signs.end()) {
      out += sign->plain;
      at += sign->written.size();
      continue;
    }
    const Utf8Character character = character_at(text, at);
    if (const char digit = plain_digit(character.code); digit != '\0')
      out += digit;
    else
      out += text.substr(at, character.size);
    at += character.size;
  }
  return out;
}

/// The numeral at `at`, which is moved behind it; -1 if there is none, 10 for 十.
int take_numeral(std::string_view text, std::size_t& at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with(ten)) {
    at += ten.size();
    return 10;
  }
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    if (!rest.starts_with(numerals[i])) continue;
    at += numerals[i].size();
    return i < 10 ? static_cast<int>(i) : 0;
  }
  return -1;
}

/// The number at `at`, which is moved behind it: 二〇二四, 二十四; -1 if there is none.
int take_number(std::string_view text, std::size_t& at) {
  constexpr int max_value = 9999;
  int value = -1;
  bool has_ten = false;
  for (int digit = take_numeral(text, at); digit >= 0 && value <= max_value;
       digit = take_numeral(text, at)) {
    if (digit == 10)
      value = std::max(value, 1) * 10;
    else
      value = value < 0 ? digit : has_ten ? value + digit : value * 10 + digit;
    has_ten |= digit == 10;
  }
  return value;
}

/// Numerals as numbers, where they count a part of a date.
std::string with_plain_numerals(std::string_view text) {
  static constexpr std::array<std::string_view, 4> counted{"年", "月", "日", "号"};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const int value = take_number(text, end);
    const bool counts = std::any_of(counted.begin(), counted.end(), [&](std::string_view unit) {
      return text.substr(end).starts_with(unit);
    });
    if (value >= 0 && counts) {
      out += std::to_string(value);
      at = end;
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string with_common_years(std::string text) {
  for (const Era& era : eras) {
    const std::size_t at = text.find(era.name);
    if (at == std::string::npos) continue;
    const std::size_t begin = text.find_first_not_of(' ', at + era.name.size());
    if (begin == std::string::npos) continue;
    int year = text.substr(begin).starts_with("元") ? 1 : 0;
    std::size_t end = begin + std::string_view{"元"}.size();
    if (year == 0) {
      const auto read = std::from_chars(text.data() + begin, text.data() + text.size(), year);
      end = static_cast<std::size_t>(read.ptr - text.data());
    }
    if (year <= 0 || year > 150 || !text.substr(end).starts_with("年")) continue;
    text.replace(at, end - at, std::to_string(era.year_before + year));
  }
  return text;
}

}  // namespace

std::string in_plain_signs(std::string_view text) {
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && c != '|';
  });
  if (is_plain) return std::string{text};
  return with_common_years(with_plain_numerals(with_plain_digits(text)));
}

}  // namespace pantau
