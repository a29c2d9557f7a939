#include "indexer/extract/language_detect.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>

#include "common/language.h"
#include "common/utf8.h"
#include "indexer/extract/malay.h"

namespace pantau {
namespace {

/// More text does not change the answer and costs time: CLD2 reads 23 to 60 MB/s.
constexpr std::size_t enough = 2048;

/// Beginning and middle of a long text: articles open with quotes in another language.
std::string sample(std::string_view text) {
  if (text.size() <= enough) return std::string{text};
  const std::size_t middle = utf8_floor(text, text.size() / 2);
  const auto half = text.substr(middle);
  return std::string{text.substr(0, utf8_floor(text, enough / 2))} + '\n' +
         std::string{half.substr(0, utf8_floor(half, enough / 2))};
}

std::string code_of(CLD2::Language language) {
  return language_code(CLD2::LanguageCode(language));
}

/// CLD2's first choice, or `claimed` where that holds a good part of the text; UNKNOWN_LANGUAGE
/// where it would not bet on any.
CLD2::Language ask_cld2(std::string_view text, std::string_view claimed) {
  constexpr int clear_majority = 60, good_part = 35;
  std::array<CLD2::Language, 3> top{};
  std::array<int, 3> percent{};
  int bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, "",
                                 CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE, top.data(),
                                 percent.data(), &bytes, &reliable);
  for (std::size_t i = 1; i < top.size() && !claimed.empty(); ++i)
    if (percent[i] >= good_part && code_of(top[i]) == claimed) return top[i];
  const bool trusted = reliable || percent[0] >= clear_majority;
  return trusted ? top[0] : CLD2::UNKNOWN_LANGUAGE;
}

/// Indonesian unless the words, or failing them the host, speak for Malay: Indonesia's press is ten
/// times the size of Malaysia's.
std::string indonesian_or_malay(std::string_view text, std::string_view host) {
  const int balance = indonesian_over_malay(text);
  if (balance != 0) return balance > 0 ? "id" : "ms";
  const bool malay_host = host.ends_with(".my") || host.ends_with(".bn");
  return malay_host ? "ms" : "id";
}

}  // namespace

std::string detect_language(std::string_view text, std::string_view host,
                            std::string_view claimed) {
  const std::string read = sample(text);
  const CLD2::Language language = ask_cld2(read, claimed);
  if (language == CLD2::INDONESIAN || language == CLD2::MALAY)
    return indonesian_or_malay(read, host);
  std::string code = code_of(language);
  return code.empty() || code == "un" ? std::string{undetermined} : code;
}

}  // namespace pantau
