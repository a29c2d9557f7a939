#include "searcher/page/shown_names.h"

#include <algorithm>
#include <array>
#include <set>

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "common/host_name.h"

namespace pantau {
namespace {

/// Scripts that one language writes side by side.
const std::array<std::set<UScriptCode>, 3>& mixed_scripts() {
  static const std::array<std::set<UScriptCode>, 3> mixes{
      std::set{USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_LATIN},
      std::set{USCRIPT_HAN, USCRIPT_HANGUL, USCRIPT_LATIN},
      std::set{USCRIPT_HAN, USCRIPT_BOPOMOFO, USCRIPT_LATIN}};
  return mixes;
}

/// Scripts with letters that look like Latin ones.
constexpr std::array look_alikes{USCRIPT_CYRILLIC, USCRIPT_GREEK, USCRIPT_ARMENIAN,
                                 USCRIPT_CHEROKEE, USCRIPT_LISU};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

std::set<UScriptCode> scripts_of(std::string_view text) {
  std::set<UScriptCode> scripts;
  const auto signs = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  for (std::int32_t at = 0; at < signs.length(); at = signs.moveIndex32(at, 1)) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(signs.char32At(at), &status);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) scripts.insert(script);
    if (signs.char32At(at) == 0xFFFD) scripts.insert(USCRIPT_UNKNOWN);
  }
  return scripts;
}

bool may_deceive(std::string_view label, bool latin_site) {
  if (is_ascii(label)) return false;
  const std::set<UScriptCode> scripts = scripts_of(label);
  if (scripts.size() <= 1)
    return scripts.empty() || scripts.contains(USCRIPT_UNKNOWN) ||
           (latin_site && std::find(look_alikes.begin(), look_alikes.end(), *scripts.begin()) !=
                              look_alikes.end());
  return std::none_of(mixed_scripts().begin(), mixed_scripts().end(), [&](const auto& mix) {
    return std::includes(mix.begin(), mix.end(), scripts.begin(), scripts.end());
  });
}

}  // namespace

std::string display_language(std::string_view code, std::string_view in) {
  icu::UnicodeString name;
  icu::Locale{std::string{code}.c_str()}.getDisplayLanguage(icu::Locale{std::string{in}.c_str()},
                                                            name);
  std::string out;
  name.toUTF8String(out);
  return out.empty() ? std::string{code} : out;
}

std::string shown_host(const std::string& host) {
  if (is_ascii(host)) return host;
  const bool latin_site = is_ascii(std::string_view{host}.substr(host.rfind('.') + 1));
  for (std::string_view rest = host; !rest.empty();) {
    const std::size_t end = std::min(rest.find('.'), rest.size());
    if (may_deceive(rest.substr(0, end), latin_site)) return host_in_ascii(host);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return host;
}

}  // namespace pantau
