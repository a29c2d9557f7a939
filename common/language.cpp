#include "common/language.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace pantau {
namespace {

constexpr std::array table{
    Language{"ar", "Arabic", "arabic"},
    Language{"bg", "Bulgarian", ""},
    Language{"bn", "Bengali", ""},
    Language{"ca", "Catalan", "catalan"},
    Language{"cs", "Czech", ""},
    Language{"da", "Danish", "danish"},
    Language{"de", "German", "german"},
    Language{"el", "Greek", ""},
    Language{"en", "English", "english"},
    Language{"es", "Spanish", "spanish"},
    Language{"et", "Estonian", ""},
    Language{"eu", "Basque", "basque"},
    Language{"fa", "Persian", ""},
    Language{"fi", "Finnish", "finnish"},
    Language{"fil", "Filipino", ""},
    Language{"fr", "French", "french"},
    Language{"ga", "Irish", "irish"},
    Language{"he", "Hebrew", ""},
    Language{"hi", "Hindi", ""},
    Language{"hr", "Croatian", ""},
    Language{"hu", "Hungarian", "hungarian"},
    Language{"hy", "Armenian", "armenian"},
    Language{"id", "Indonesian", "indonesian"},
    Language{"it", "Italian", "italian"},
    Language{"ja", "Japanese", ""},
    Language{"jv", "Javanese", ""},
    Language{"km", "Khmer", ""},
    Language{"ko", "Korean", ""},
    Language{"lo", "Lao", ""},
    Language{"lt", "Lithuanian", "lithuanian"},
    Language{"lv", "Latvian", ""},
    Language{"ms", "Malay", ""},
    Language{"my", "Burmese", ""},
    Language{"ne", "Nepali", "nepali"},
    Language{"nl", "Dutch", "dutch"},
    Language{"no", "Norwegian", "norwegian"},
    Language{"pl", "Polish", ""},
    Language{"pt", "Portuguese", "portuguese"},
    Language{"ro", "Romanian", "romanian"},
    Language{"ru", "Russian", "russian"},
    Language{"sk", "Slovak", ""},
    Language{"sl", "Slovenian", ""},
    Language{"sr", "Serbian", ""},
    Language{"su", "Sundanese", ""},
    Language{"sv", "Swedish", "swedish"},
    Language{"ta", "Tamil", "tamil"},
    Language{"th", "Thai", ""},
    Language{"tr", "Turkish", "turkish"},
    Language{"uk", "Ukrainian", ""},
    Language{"ur", "Urdu", ""},
    Language{"vi", "Vietnamese", ""},
    Language{"zh", "Chinese", ""},
    Language{undetermined, "undetermined", ""},
};

}  // namespace

std::span<const Language> languages() {
  return table;
}

const Language* find_language(std::string_view code) {
  const auto row = std::find_if(table.begin(), table.end(),
                                [&](const Language& language) { return language.code == code; });
  return row == table.end() ? nullptr : &*row;
}

std::string_view language_name(std::string_view code) {
  const Language* language = find_language(code);
  return language ? language->name : code;
}

std::string language_code(std::string_view tag) {
  std::string code;
  for (const char c : tag.substr(0, tag.find_first_of("-_"))) code += to_lower_ascii(c);
  const bool plausible =
      (code.size() == 2 || code.size() == 3) &&
      std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plausible) return {};
  // Withdrawn codes (ISO 639-1) and the one written standard of Norwegian that pages declare.
  static constexpr std::array<std::array<std::string_view, 2>, 5> renamed{
      {{"in", "id"}, {"iw", "he"}, {"nb", "no"}, {"tl", "fil"}, {"ind", "id"}}};
  for (const auto& [old_code, now] : renamed)
    if (code == old_code) return std::string{now};
  return code;
}

std::string code_of_language(std::string_view typed) {
  // What Indonesian calls the languages that its news is about most.
  static constexpr std::array<std::array<std::string_view, 2>, 12> indonesian{{{"inggris", "en"},
                                                                               {"indonesia", "id"},
                                                                               {"melayu", "ms"},
                                                                               {"jawa", "jv"},
                                                                               {"sunda", "su"},
                                                                               {"tionghoa", "zh"},
                                                                               {"mandarin", "zh"},
                                                                               {"jepang", "ja"},
                                                                               {"korea", "ko"},
                                                                               {"arab", "ar"},
                                                                               {"belanda", "nl"},
                                                                               {"jerman", "de"}}};
  std::string name = to_lower_ascii(typed);
  constexpr std::string_view language = "bahasa ";
  if (name.starts_with(language)) name.erase(0, language.size());
  for (const auto& [spelled, code] : indonesian)
    if (name == spelled) return std::string{code};
  for (const Language& row : table)
    if (name == to_lower_ascii(row.name)) return std::string{row.code};
  return language_code(typed);
}

}  // namespace pantau
