// The languages Pantau knows by name, and which of them it can stem. Codes are ISO 639 in lower
// case. Tested by tests/common/language_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace pantau {

/// Code of a text whose language could not be told (BCP 47).
inline constexpr std::string_view undetermined = "und";

struct Language {
  std::string_view code;     ///< "id"
  std::string_view name;     ///< "Indonesian"
  std::string_view stemmer;  ///< Snowball's name in Xapian 1.4, or "" if there is none
};

[[nodiscard]] std::span<const Language> languages();

/// The row of `code`, or nullptr.
[[nodiscard]] const Language* find_language(std::string_view code);

/// "Indonesian" for "id"; the code itself if unknown.
[[nodiscard]] std::string_view language_name(std::string_view code);

/// The code of a language as a person writes it: "id", "en-GB", "English", "bahasa Indonesia",
/// "inggris". "" for what names none.
[[nodiscard]] std::string code_of_language(std::string_view typed);

/// The primary language of a tag in any of the forms pages use, in today's codes: "EN-us" -> "en",
/// "in" -> "id", "zh_Hant" -> "zh". "" unless it looks like a language tag.
[[nodiscard]] std::string language_code(std::string_view tag);

}  // namespace pantau
