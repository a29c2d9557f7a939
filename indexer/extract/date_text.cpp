#include "indexer/extract/date_text.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "indexer/extract/month_names.h"

namespace pantau {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Letters of any script: every byte of a character beyond ASCII counts as one.
bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Reads forward through one text; every step either takes what it names or takes nothing.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_{text}, at_{at} {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(std::string_view what) {
    if (!rest().starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  void take_spaces() {
    while (take(" ") || take("\t") || take("\xC2\xA0")) {
    }
  }

  struct Number {
    int value = 0;
    std::size_t digits = 0;  ///< 0 when there is no number of at most `max_digits` here
  };

  Number take_number(std::size_t max_digits) {
    Number number;
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end]) && end - at_ <= max_digits) {
      number.value = number.value * 10 + (text_[end] - '0');
      ++end;
    }
    if (end == at_ || end - at_ > max_digits) return {};
    number.digits = end - at_;
    at_ = end;
    return number;
  }

  std::string_view take_word() {
    constexpr std::size_t longest = 16;  // bytes; no month has more
    std::size_t end = at_;
    while (end < text_.size() && end - at_ <= longest && is_letter(text_[end])) ++end;
    if (end - at_ > longest) return {};
    const auto word = text_.substr(at_, end - at_);
    at_ = end;
    return word;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

/// The common year of the year in print: Thailand counts from the Buddha's death, and "'21" is
/// short.
int common_year(Cursor::Number year) {
  constexpr int buddhist_offset = 543;
  if (year.digits == 2) return 2000 + year.value;
  return year.value > max_year ? year.value - buddhist_offset : year.value;
}

std::optional<WrittenDate> written(std::size_t begin, std::size_t end, Cursor::Number year,
                                   unsigned month, int day) {
  const auto date = make_date(common_year(year), month, static_cast<unsigned>(day));
  if (!date) return {};
  return WrittenDate{begin, end, *date};
}

/// "2021-03-20", "2021/3/20", "2021.03.20", "2023年1月10日", "2023년 1월 10일".
std::optional<WrittenDate> year_first(std::string_view text, std::size_t begin) {
  Cursor c{text, begin};
  const auto year = c.take_number(4);
  if (year.digits != 4) return {};
  const bool east_asian = c.take("年") || c.take("년");
  const char separator = c.peek();
  if (!east_asian && separator != '-' && separator != '/' && separator != '.') return {};
  if (!east_asian) c.take({&separator, 1});
  c.take_spaces();
  const auto month = c.take_number(2);
  if (month.digits == 0) return {};
  if (east_asian ? !(c.take("月") || c.take("월")) : !c.take({&separator, 1})) return {};
  c.take_spaces();
  const auto day = c.take_number(2);
  if (day.digits == 0) return {};
  if (east_asian && !(c.take("日") || c.take("일") || c.take("號") || c.take("号"))) return {};
  return written(begin, c.at(), year, static_cast<unsigned>(month.value), day.value);
}

/// "20/3/2021", "20-03-2021", "20.3.2021", "20. 3. 2021", "20/03/21"; "3/20/2021" too, as it can
/// mean only one day.
std::optional<WrittenDate> day_first(std::string_view text, std::size_t begin) {
  Cursor c{text, begin};
  auto day = c.take_number(2);
  const char separator = c.peek();
  if (day.digits == 0 || (separator != '/' && separator != '-' && separator != '.')) return {};
  c.take({&separator, 1});
  if (separator == '.') c.take_spaces();
  auto month = c.take_number(2);
  if (month.digits == 0 || !c.take({&separator, 1})) return {};
  if (separator == '.') c.take_spaces();
  const auto year = c.take_number(4);
  const bool short_year = year.digits == 2 && separator == '/' && year.value >= 10;
  if (year.digits != 4 && !short_year) return {};
  if (is_letter(c.peek()) && static_cast<unsigned char>(c.peek()) < 0x80) return {};
  if (month.value > 12) std::swap(day, month);
  return written(begin, c.at(), year, static_cast<unsigned>(month.value), day.value);
}

/// The month named here, in words; 0 and nothing taken if there is none.
unsigned take_month(Cursor& c) {
  if (const LongMonth found = long_month(c.rest()); found.size > 0) {
    c.take(c.rest().substr(0, found.size));
    return found.number;
  }
  if (c.take("tháng ")) {  // Vietnamese counts them
    const auto number = c.take_number(2);
    return number.digits > 0 && number.value <= 12 ? static_cast<unsigned>(number.value) : 0;
  }
  Cursor ahead = c;
  const unsigned month = month_number(ahead.take_word());
  if (month == 0) return 0;
  ahead.take(".");
  c = ahead;
  return month;
}

/// What may stand between the parts of a date in words: "20 de marzo de 2021", "20-Mar-2021", "Mei,
/// 2021".
void take_joint(Cursor& c) {
  if (!c.take(",") && !c.take("-") && !c.take("/")) c.take(".");
  c.take_spaces();
  if (c.take("del ") || c.take("de ") || c.take("of ")) c.take_spaces();
  if (c.take("năm ") || c.take("พ.ศ.") || c.take("'") || c.take("’")) c.take_spaces();
}

void take_ordinal(Cursor& c) {
  static constexpr std::array<std::string_view, 7> ordinals{"st", "nd", "rd", "th", "er", "º", "ª"};
  for (const auto ordinal : ordinals)
    if (c.take(ordinal)) return;
}

/// A year in full; after a Thai month also the last two digits of a Buddhist one.
std::optional<Cursor::Number> take_year(Cursor& c, bool thai) {
  constexpr int buddhist_century = 2500;
  auto year = c.take_number(4);
  if (year.digits == 2 && thai) year = {buddhist_century + year.value, 4};
  if (year.digits != 4) return {};
  return year;
}

/// "20 September 2022", "20. Sept. 2022", "1er mars 2020", "1 มิถุนายน 2565".
std::optional<WrittenDate> day_and_month_name(std::string_view text, std::size_t begin) {
  Cursor c{text, begin};
  const auto day = c.take_number(2);
  if (day.digits == 0) return {};
  take_ordinal(c);
  take_joint(c);
  const bool thai = c.rest().starts_with("\xE0\xB8");
  const unsigned month = take_month(c);
  if (month == 0) return {};
  take_joint(c);
  const auto year = take_year(c, thai);
  if (!year) return {};
  return written(begin, c.at(), *year, month, day.value);
}

/// "March 14, 2024", "Aug. 5th 2024".
std::optional<WrittenDate> month_name_first(std::string_view text, std::size_t begin) {
  Cursor c{text, begin};
  const unsigned month = take_month(c);
  if (month == 0) return {};
  c.take_spaces();
  const auto day = c.take_number(2);
  if (day.digits == 0) return {};
  take_ordinal(c);
  take_joint(c);
  const auto year = c.take_number(4);
  if (year.digits != 4) return {};
  return written(begin, c.at(), year, month, day.value);
}

std::optional<WrittenDate> date_at(std::string_view text, std::size_t begin) {
  if (!is_digit(text[begin])) return month_name_first(text, begin);
  for (const auto read : {year_first, day_first, day_and_month_name})
    if (const auto date = read(text, begin)) return date;
  return {};
}

/// The first byte after the number or the word that starts at `at`; numbers and words are the only
/// places a date can start, and never in the middle of one.
std::size_t token_end(std::string_view text, std::size_t at) {
  const bool number = is_digit(text[at]);
  while (at < text.size() && (number ? is_digit(text[at]) : is_letter(text[at]))) ++at;
  return at;
}

/// In scripts without spaces a date follows other characters at once, and a word holds month names
/// anywhere; ASCII letters or a decimal point before a number make it part of something else.
bool may_start(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_digit(text[at])) return !is_letter(before) || static_cast<unsigned char>(before) >= 0x80;
  return true;
}

}  // namespace

std::optional<WrittenDate> find_date(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    if (!is_digit(text[at]) && !is_letter(text[at])) {
      ++at;
      continue;
    }
    if (may_start(text, at))
      if (auto date = date_at(text, at)) return date;
    at = token_end(text, at);
  }
  return {};
}

bool says_updated(std::string_view text) {
  static constexpr std::array<std::string_view, 20> words{
      "update",     "diperbarui",  "diperbaharui", "modified",  "aktualisiert",
      "mis à jour", "actualizado", "atualizado",   "oppdatert", "uppdaterad",
      "opdateret",  "dikemas",     "更新",         "최종수정",  "แก้ไข",
      "ปรับปรุง",     "aggiornato",  "bijgewerkt",   "обновлено", "revised"};
  const std::string lower = to_lower_ascii(text);
  return std::any_of(words.begin(), words.end(),
                     [&](auto word) { return lower.find(word) != std::string::npos; });
}

std::vector<WrittenDate> find_dates(std::string_view text, std::size_t limit) {
  std::vector<WrittenDate> dates;
  std::size_t from = 0;
  while (dates.size() < limit) {
    const auto date = find_date(text, from);
    if (!date) break;
    dates.push_back(*date);
    from = date->end;
  }
  return dates;
}

}  // namespace pantau
