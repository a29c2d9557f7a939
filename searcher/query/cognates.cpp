#include "searcher/query/cognates.h"

#include <algorithm>
#include <array>

namespace pantau {
namespace {

/// Shorter words are alike by chance.
constexpr std::size_t min_letters = 5;

struct Suffix {
  std::string_view english, indonesian;
};

/// Endings that go together, longer before shorter; where one has several counterparts the usual
/// comes first.
constexpr std::array suffixes{
    Suffix{"ization", "isasi"}, Suffix{"isation", "isasi"},
    Suffix{"ction", "ksi"},     Suffix{"graphy", "grafi"},
    Suffix{"ation", "asi"},     Suffix{"ssion", "si"},
    Suffix{"sophy", "sofi"},    Suffix{"ology", "ologi"},
    Suffix{"ence", "ensi"},     Suffix{"ance", "ansi"},
    Suffix{"ency", "ensi"},     Suffix{"ancy", "ansi"},
    Suffix{"ical", "is"},       Suffix{"ical", "ikal"},
    Suffix{"tion", "si"},       Suffix{"sion", "si"},
    Suffix{"xion", "ksi"},      Suffix{"ific", "ifik"},
    Suffix{"ture", "tur"},      Suffix{"ics", "ika"},
    Suffix{"ics", "ik"},        Suffix{"ity", "itas"},
    Suffix{"ism", "isme"},      Suffix{"ive", "if"},
    Suffix{"ist", "is"},        Suffix{"ize", "isasi"},
    Suffix{"ise", "isasi"},     Suffix{"ous", "us"},
    Suffix{"ent", "en"},        Suffix{"ant", "an"},
    Suffix{"ate", "at"},        Suffix{"ate", "asi"},
    Suffix{"tor", "tur"},       Suffix{"ter", "tir"},
    Suffix{"tre", "ter"},       Suffix{"phy", "fi"},
    Suffix{"que", "k"},         Suffix{"ect", "ek"},
    Suffix{"act", "ak"},        Suffix{"ty", "tas"},
    Suffix{"cy", "si"},         Suffix{"sy", "si"},
    Suffix{"ic", "ik"},         Suffix{"ic", "is"},
    Suffix{"ce", "s"},          Suffix{"le", "el"},
    Suffix{"re", "r"},          Suffix{"se", "s"},
    Suffix{"te", "t"},          Suffix{"ne", "n"},
    Suffix{"me", "m"},          Suffix{"de", "d"},
    Suffix{"st", "s"},          Suffix{"rd", "r"},
    Suffix{"y", "i"},           Suffix{"", ""},
};

/// Letters that go together inside a word. English ones are tried in this order, so longer before
/// shorter.
struct Letters {
  std::string_view english, indonesian;
  bool before_front_vowel = true, before_others = true;  ///< what may follow: e, i, y, or the rest
};

constexpr std::array letters{
    Letters{"sch", "sk"},
    Letters{"ph", "f"},
    Letters{"th", "t"},
    Letters{"rh", "r"},
    Letters{"qu", "ku"},
    Letters{"ch", "k"},
    Letters{"ck", "k"},
    Letters{"cc", "ks", true, false},
    Letters{"cc", "k", false, true},
    Letters{"ou", "u"},
    Letters{"oo", "u"},
    Letters{"ae", "e"},
    Letters{"ea", "e"},
    Letters{"ee", "i"},
    Letters{"x", "ks"},
    Letters{"c", "s", true, false},
    Letters{"c", "k", false, true},
    Letters{"y", "i"},
};

constexpr std::string_view doubled_letters = "bdfglmnprst";

bool is_front_vowel(char letter) {
  return letter == 'e' || letter == 'i' || letter == 'y';
}

bool may_stand(const Letters& pair, char next) {
  return is_front_vowel(next) ? pair.before_front_vowel : pair.before_others;
}

void add(std::vector<std::string>& spellings, const std::string& spelling, std::string_view word) {
  if (spelling != word && spellings.size() < max_cognates &&
      std::find(spellings.begin(), spellings.end(), spelling) == spellings.end())
    spellings.push_back(spelling);
}

/// English spelling is the richer one: each of its sounds has one Indonesian letter.
std::string to_indonesian_letters(std::string_view stem, std::string_view ending) {
  std::string out;
  for (std::size_t i = 0; i < stem.size();) {
    const std::string_view rest = stem.substr(i);
    const auto pair = std::find_if(letters.begin(), letters.end(), [&](const Letters& row) {
      if (!rest.starts_with(row.english)) return false;
      const std::size_t after = row.english.size();
      const char next = after < rest.size() ? rest[after] : ending.empty() ? ' ' : ending.front();
      return may_stand(row, next);
    });
    if (pair != letters.end()) {
      out += pair->indonesian;
      i += pair->english.size();
      continue;
    }
    if (out.empty() || out.back() != rest.front()) out += rest.front();
    ++i;
  }
  return out;
}

/// How English may spell an Indonesian sound; `unusual` ones are tried later, one in a word.
struct Sound {
  std::string_view indonesian, english;
  bool unusual;
  bool before_front_vowel = true, before_others = true;
};

constexpr std::array sounds{
    Sound{"ks", "x", false},       Sound{"ks", "cc", true, true, false},
    Sound{"k", "c", false, false}, Sound{"k", "k", false, true, false},
    Sound{"k", "k", true, false},  Sound{"k", "ch", true},
    Sound{"f", "ph", true},        Sound{"s", "c", true, true, false},
    Sound{"i", "y", true},
};

/// Spellings of the sounds of an Indonesian stem, with exactly `unusual` unusual ones in it, as far
/// as there is room. `after` follows the stem.
void english_stems(std::string_view rest, const std::string& done, char after, unsigned unusual,
                   std::vector<std::string>& out) {
  constexpr std::size_t max_stems = 8;
  if (out.size() >= max_stems) return;
  if (rest.empty()) {
    if (unusual == 0) out.push_back(done);
    return;
  }
  bool has_sound = false;
  for (const Sound& sound : sounds) {
    if (!rest.starts_with(sound.indonesian)) continue;
    const std::size_t size = sound.indonesian.size();
    const char next = size < rest.size() ? rest[size] : after;
    if (is_front_vowel(next) ? !sound.before_front_vowel : !sound.before_others) continue;
    has_sound |= !sound.unusual;
    if (sound.unusual && unusual == 0) continue;
    english_stems(rest.substr(size), done + std::string{sound.english}, after,
                  unusual - (sound.unusual ? 1 : 0), out);
  }
  if (!has_sound) english_stems(rest.substr(1), done + rest.front(), after, unusual, out);
  if (unusual > 0 && !done.empty() && doubled_letters.find(rest.front()) != std::string_view::npos)
    english_stems(rest.substr(1), done + rest.front() + rest.front(), after, unusual - 1, out);
}

std::vector<std::string> indonesian_spellings(std::string_view word) {
  std::vector<std::string> spellings;
  std::string_view base = word;
  if (base.ends_with('s') && !base.ends_with("ss") && !base.ends_with("us") &&
      !base.ends_with("ics")) {
    base.remove_suffix(1);
    add(spellings, std::string{base}, word);  // a loanword keeps its letters but not the plural
  }
  for (const Suffix& suffix : suffixes)
    if (base.ends_with(suffix.english)) {
      const std::string_view stem = base.substr(0, base.size() - suffix.english.size());
      add(spellings, to_indonesian_letters(stem, suffix.english) + std::string{suffix.indonesian},
          word);
    }
  return spellings;
}

std::vector<std::string> english_spellings(std::string_view word) {
  std::vector<std::string> spellings;
  for (const Suffix& suffix : suffixes) {
    if (!word.ends_with(suffix.indonesian)) continue;
    const std::string_view stem = word.substr(0, word.size() - suffix.indonesian.size());
    std::vector<std::string> stems;
    const char after = suffix.english.empty() ? ' ' : suffix.english.front();
    for (const unsigned unusual : {0U, 1U}) english_stems(stem, "", after, unusual, stems);
    for (const std::string& english : stems)
      add(spellings, english + std::string{suffix.english}, word);
  }
  return spellings;
}

}  // namespace

std::vector<std::string> cognate_spellings(std::string_view word, std::string_view from) {
  const bool plain =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (word.size() < min_letters || !plain) return {};
  return from == "en" ? indonesian_spellings(word) : english_spellings(word);
}

}  // namespace pantau
