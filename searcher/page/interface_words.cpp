#include "searcher/page/interface_words.h"

#include "common/language.h"
#include "searcher/page/shown_names.h"

namespace pantau {
namespace {

std::string month_name(Date date, const InterfaceWords& words) {
  return std::string{words.month_names.at(static_cast<unsigned>(date.month()) - 1)};
}

std::string year_of(Date date) {
  return std::to_string(static_cast<int>(date.year()));
}

}  // namespace

const std::vector<std::string_view>& interface_codes() {
  static const std::vector<std::string_view> codes{english_words().code, indonesian_words().code};
  return codes;
}

const InterfaceWords& interface_words(std::string_view code) {
  return code == indonesian_words().code ? indonesian_words() : english_words();
}

std::string day_in_words(Date date, const InterfaceWords& words) {
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' + month_name(date, words) + ' ' +
         year_of(date);
}

std::string period_in_words(std::string_view period, const InterfaceWords& words) {
  const auto days = parse_period(period);
  if (!days) return std::string{period};
  if (days->first == days->last) return day_in_words(days->first, words);
  if (days->first.month() != days->last.month()) return year_of(days->first);
  return month_name(days->first, words) + ' ' + year_of(days->first);
}

std::string count_in_words(std::uint64_t count, const InterfaceWords& words) {
  std::string text = std::to_string(count);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, 1, words.code == "id" ? '.' : ',');
  }
  return text;
}

Html number_in_words(std::uint64_t count, bool exact, const InterfaceWords& words) {
  Html html;
  if (!exact) html << words.about << " ";
  return html << text_of(count_in_words(count, words));
}

std::string language_in_words(std::string_view code, const InterfaceWords& words) {
  if (code.empty() || code == undetermined) return std::string{words.undetermined.text()};
  if (code == "en") return words.code == "id" ? "Inggris" : "English";
  if (code == "id") return words.code == "id" ? "Indonesia" : "Indonesian";
  return display_language(code, words.code);
}

}  // namespace pantau
