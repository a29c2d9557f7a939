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
constexpr std::size_t enough = 4096;

/// CLD2's first choice, or UNKNOWN_LANGUAGE where it would not bet on it.
CLD2::Language ask_cld2(std::string_view text) {
  std::array<CLD2::Language, 3> top{};
  std::array<int, 3> percent{};
  int bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, "",
                                 CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE, top.data(),
                                 percent.data(), &bytes, &reliable);
  constexpr int clear_majority = 60;
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

std::string detect_language(std::string_view text, std::string_view host) {
  text = text.substr(0, utf8_floor(text, enough));
  const CLD2::Language language = ask_cld2(text);
  if (language == CLD2::INDONESIAN || language == CLD2::MALAY)
    return indonesian_or_malay(text, host);
  std::string code = language_code(CLD2::LanguageCode(language));
  return code.empty() || code == "un" ? std::string{undetermined} : code;
}

}  // namespace pantau
