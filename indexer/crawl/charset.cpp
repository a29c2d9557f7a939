#include "indexer/crawl/charset.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/crawl/header_fields.h"

namespace pantau {
namespace {

constexpr auto npos = std::string_view::npos;

/// Browsers look for a declaration in the first 1,024 bytes and real pages have it later.
constexpr std::size_t declared_within = 8192;

/// What the detector reads: enough to be sure, and it reads slowly.
constexpr std::size_t detected_bytes = std::size_t{16} * 1024;

/// Below this confidence (of 100) ICU is guessing, and windows-1252 is the likelier guess.
constexpr int least_confidence = 12;

/// Two-byte charsets can look like UTF-8 by chance in a few characters, never in more than this
/// many.
constexpr std::size_t chance_sequences = 8;

/// What the bytes of a text are, read as UTF-8.
struct Survey {
  std::size_t good = 0;      // sequences of two to four bytes
  std::size_t bad = 0;       // ill-formed ones
  std::size_t controls = 0;  // C0 but tab, line feed and carriage return; DEL, C1
};

bool is_control(std::uint8_t byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

constexpr std::int64_t block_bytes = 64;

// Without branches inside, so that the compiler looks at many bytes at once: most blocks are plain.
bool is_plain_block(const std::uint8_t* s) {
  unsigned odd = 0;
  for (std::int64_t i = 0; i < block_bytes; ++i) {
    const unsigned below_space = s[i] < 0x20;
    const unsigned white = (s[i] == '\t') | (s[i] == '\n') | (s[i] == '\r');
    odd |= (s[i] >= 0x7F) | (below_space & (white ^ 1U));
  }
  return odd == 0;
}

Survey survey(std::string_view bytes) {
  Survey found;
  const auto* s = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    if (size - i >= block_bytes && is_plain_block(s + i)) {
      i += block_bytes;
      continue;
    }
    for (const std::int64_t end = std::min(size, i + block_bytes); i < end;) {
      if (s[i] < 0x80) {
        if (is_control(s[i++])) ++found.controls;
        continue;
      }
      UChar32 c;
      U8_NEXT(s, i, size, c);
      ++(c < 0 ? found.bad : found.good);
      if (c >= 0x80 && c < 0xA0) ++found.controls;
    }
  }
  return found;
}

struct ConverterDeleter {
  void operator()(UConverter* it) const { ucnv_close(it); }
};
using Converter = std::unique_ptr<UConverter, ConverterDeleter>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter{ucnv_open(name, &status)};
  return U_SUCCESS(status) != 0 ? std::move(converter) : nullptr;
}

// Empty if ICU has no such converter.
std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
  const Converter from = open_converter(charset.c_str());
  const Converter to = open_converter("UTF-8");
  if (!from || !to) return std::nullopt;
  std::string out;
  std::array<char, 16384> part{};
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  out.reserve(bytes.size() + bytes.size() / 2);
  for (bool is_first = true;; is_first = false) {
    UErrorCode status = U_ZERO_ERROR;
    char* target = part.data();
    ucnv_convertEx(to.get(), from.get(), &target, part.data() + part.size(), &source, source_end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   static_cast<UBool>(is_first), 1, &status);
    out.append(part.data(), target);
    if (status != U_BUFFER_OVERFLOW_ERROR) break;  // all is converted: bad bytes are replaced
  }
  return out;
}

std::size_t count_replacements(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(replacement, at)) != npos; at += replacement.size())
    ++count;
  return count;
}

// The label in <meta charset="...">, <meta http-equiv content="...; charset=..."> or
// <?xml encoding="...">, or "".
std::string declared_in_markup(std::string_view bytes) {
  const std::string head = to_lower_ascii(bytes.substr(0, declared_within));
  const std::string_view lowered = head;
  for (std::size_t at = 0; (at = lowered.find("<meta", at)) != npos; ++at) {
    std::string label = charset_parameter(lowered.substr(at, lowered.find('>', at) - at));
    if (!label.empty()) return label;
  }
  if (!lowered.starts_with("<?xml")) return {};
  const std::string_view declaration = lowered.substr(0, lowered.find("?>"));
  const std::size_t name = declaration.find("encoding=");
  if (name == npos) return {};
  return charset_parameter("charset=" + std::string{declaration.substr(name + 9)});
}

// The part of `bytes` that tells most: from a little before the first byte that is not ASCII.
std::string_view sample_of(std::string_view bytes) {
  const auto* first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c < 0; });
  const auto at = static_cast<std::size_t>(first - bytes.begin());
  return bytes.substr(at > 256 ? at - 256 : 0, detected_bytes);
}

bool is_single_byte(const std::string& converter) {
  return converter.starts_with("windows-125") || converter.starts_with("ISO-8859") ||
         converter == "windows-874" || converter == "macintosh";
}

bool is_greek_or_cyrillic(UChar32 c) {
  return c >= 0x370 && c < 0x530;
}

/// Do these two signs never follow each other within a word: a letter and a symbol or a control, a
/// small letter and a capital that is no ASCII, Latin and Greek or Cyrillic?
bool is_fault(UChar32 left, UChar32 right) {
  if (left < 0x80 && right < 0x80) return false;
  const auto is_sign = [](UChar32 c) {
    return u_isalpha(c) == 0 && u_ispunct(c) == 0 && u_isspace(c) == 0;
  };
  const bool letters = u_isalpha(left) != 0 && u_isalpha(right) != 0;
  if (letters)
    return (u_islower(left) != 0 && right >= 0x80 && u_isupper(right) != 0) ||
           (left < 0x80 && is_greek_or_cyrillic(right)) ||
           (right < 0x80 && is_greek_or_cyrillic(left));
  return (u_isalpha(left) != 0 && right >= 0x80 && is_sign(right)) ||
         (u_isalpha(right) != 0 && left >= 0x80 && is_sign(left));
}

/// What is read in a wrong charset is full of them.
std::size_t count_faults(std::string_view text) {
  std::size_t faults = 0;
  UChar32 last = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character character = character_at(text, at);
    const auto c = static_cast<UChar32>(character.code);
    faults += is_fault(last, c) ? 1U : 0U;
    last = c;
    at += character.size;
  }
  // Central Europe's two charsets share all letters but some: no language has both of these.
  if (text.find("\u0142") != npos && text.find("\u0161") != npos) ++faults;
  return faults;
}

struct DetectorDeleter {
  void operator()(UCharsetDetector* it) const { ucsdet_close(it); }
};

/// What ICU takes the bytes for; windows-1252 if it only guesses.
std::string detected_by_icu(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorDeleter> detector{ucsdet_open(&status)};
  ucsdet_enableInputFilter(detector.get(), 1);  // tags say nothing about the language
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) != 0 && i < found; ++i) {
    if (ucsdet_getConfidence(matches[i], &status) < least_confidence) break;
    std::string converter = find_converter(ucsdet_getName(matches[i], &status));
    if (!converter.empty() && converter != "UTF-8" && !converter.starts_with("UTF-16"))
      return converter;
  }
  return "windows-1252";
}

/// What ICU does not know, or takes for a neighbour's; in the order of how often pages are in them.
constexpr std::array other_charsets{"windows-1252", "windows-1251", "windows-1250",
                                    "ISO-8859-2",   "IBM866",       "KOI8-R"};

/// ICU's choice, unless it makes nonsense of words and another one does not.
std::string detect(std::string_view bytes) {
  const std::string_view sample = sample_of(bytes);
  std::string best = detected_by_icu(sample);
  if (!is_single_byte(best)) return best;
  std::size_t fewest = count_faults(convert(sample, best).value_or(""));
  for (const char* other : other_charsets) {
    const auto text = convert(sample, other);
    const std::size_t faults = text ? count_faults(*text) : fewest;
    // Half of them: a page has a sign or two in its words whatever it is read as.
    if (2 * faults >= fewest) continue;
    fewest = faults;
    best = other;
  }
  return best;
}

struct Mark {
  std::string_view bytes, charset;
};

std::optional<Mark> find_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr std::array marks{
      Mark{"\xEF\xBB\xBF"sv, "UTF-8"sv},    Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"sv},
      Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"sv}, Mark{"\xFF\xFE"sv, "UTF-16LE"sv},
      Mark{"\xFE\xFF"sv, "UTF-16BE"sv},
  };
  for (const Mark& mark : marks)
    if (bytes.starts_with(mark.bytes)) return mark;
  return std::nullopt;
}

/// UTF-16 without a mark: every second byte is zero, in Latin text, and in the tags that any page
/// begins with.
std::string utf16_without_mark(std::string_view bytes) {
  for (const std::size_t size : {std::size_t{32}, std::size_t{4096}}) {
    std::array<std::size_t, 2> zeros{};
    const std::string_view head = bytes.substr(0, size);
    for (std::size_t i = 0; i < head.size(); ++i)
      if (head[i] == '\0') ++zeros[i % 2];
    if (zeros[1] * 4 > head.size() && zeros[0] * 8 < zeros[1]) return "UTF-16LE";
    if (zeros[0] * 4 > head.size() && zeros[1] * 8 < zeros[0]) return "UTF-16BE";
  }
  return {};
}

/// The escapes with which ISO-2022-JP goes over to JIS X 0208 (RFC 1468).
bool has_japanese_escapes(std::string_view bytes) {
  return bytes.find("\x1B$B") != npos || bytes.find("\x1B$@") != npos;
}

// The charset of bytes that are not ASCII and have no mark.
std::string choose(std::string_view bytes, std::string_view declared, const Survey& count) {
  if (count.good + count.bad == 0 && has_japanese_escapes(bytes)) return "ISO-2022-JP";
  std::string by_markup = find_converter(declared_in_markup(bytes));
  if (by_markup.starts_with("UTF-16")) by_markup = "UTF-8";  // it could not have been read so far
  std::string charset = find_converter(declared);
  if (charset.empty() || charset.starts_with("UTF-16")) charset = by_markup;
  if (count.bad == 0 &&
      (count.good > chance_sequences || charset.empty() || is_single_byte(charset)))
    return "UTF-8";
  if (charset == "UTF-8" && count.bad > 0 && !by_markup.empty()) charset = by_markup;
  const bool is_nearly_utf8 = count.good >= 4 * count.bad;
  if ((charset.empty() || charset == "UTF-8") && is_nearly_utf8) return "UTF-8";
  if (charset.empty() || charset == "UTF-8") return detect(bytes);
  return charset;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  if (const auto mark = find_mark(bytes)) {
    bytes.remove_prefix(mark->bytes.size());
    if (mark->charset == "UTF-8") return to_valid_utf8(bytes);
    return to_valid_utf8(convert(bytes, std::string{mark->charset}).value_or(std::string{bytes}));
  }
  const Survey found = survey(bytes);
  const bool is_ascii = found.good + found.bad + found.controls == 0;
  std::string charset = is_ascii ? "UTF-8" : utf16_without_mark(bytes);
  if (charset.empty()) charset = choose(bytes, declared, found);
  if (charset == "UTF-8") {
    const bool is_clean = found.bad + found.controls == 0;
    return is_clean ? std::string{bytes} : to_valid_utf8(bytes);
  }
  std::optional<std::string> text = convert(bytes, charset);
  // A label that is plainly wrong is worse than none.
  if (!text || count_replacements(*text) * 50 > text->size()) text = convert(bytes, detect(bytes));
  return to_valid_utf8(text.value_or(std::string{bytes}));
}

bool is_wide_unicode(std::string_view bytes) {
  const auto mark = find_mark(bytes);
  return mark ? mark->charset != "UTF-8" : !utf16_without_mark(bytes).empty();
}

}  // namespace pantau
