#include "indexer/extract/phrases.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/embedded.h"
#include "common/tsv.h"
#include "common/utf8.h"

namespace pantau {
namespace {

/// What a line is for how it agrees with one phrase.
struct Meaning {
  PhraseKind whole = PhraseKind::none;        ///< the line is the phrase and nothing more
  PhraseKind start = PhraseKind::none;        ///< the line starts with the phrase
  PhraseKind short_start = PhraseKind::none;  ///< the line starts with the phrase and is short
};

/// Words of the longest line that a `start-short` phrase can claim: a paragraph of the story may
/// well open with the same words.
constexpr std::size_t most_short_words = 14;
/// Bytes of the longest line that, in a script without spaces, a phrase can claim by its first
/// characters.
constexpr std::size_t longest_unspaced = 120;
/// No phrase is longer, so no more of a line is looked at.
constexpr std::size_t longest_phrase = 160;

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Bullets, arrows and quotes beyond ASCII that decorate menu entries and headings.
constexpr std::array<std::string_view, 18> ornaments{"»", "›", "«", "‹", "•", "·", "▶", "►", "▸",
                                                     "→", "↓", "–", "—", "■", "●", "“", "”", "…"};

std::string_view strip_front(std::string_view text) {
  while (!text.empty()) {
    const auto ornament = std::find_if(ornaments.begin(), ornaments.end(),
                                       [&](auto o) { return text.starts_with(o); });
    if (ornament != ornaments.end())
      text.remove_prefix(ornament->size());
    else if (is_ascii(text.front()) && !is_ascii_alnum(text.front()))
      text.remove_prefix(1);
    else
      break;
  }
  return text;
}

std::string_view strip_back(std::string_view text) {
  while (!text.empty()) {
    const auto ornament =
        std::find_if(ornaments.begin(), ornaments.end(), [&](auto o) { return text.ends_with(o); });
    if (ornament != ornaments.end())
      text.remove_suffix(ornament->size());
    else if (is_ascii(text.back()) && !is_ascii_alnum(text.back()))
      text.remove_suffix(1);
    else
      break;
  }
  return text;
}

/// Full-width colons and brackets, which separate without a space.
bool starts_with_sign(std::string_view text) {
  static constexpr std::array<std::string_view, 10> signs{"：", "（", "【", "「", "『",
                                                          "》", "）", "｜", "、", "…"};
  return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return text.starts_with(sign); });
}

/// One spelling for all ways to set the same words: "* Baca  Juga : X" and "BACA JUGA: X".
std::string normal_form(std::string_view text) {
  const std::string spaced = collapse_space(strip_front(text));
  std::string out;
  out.reserve(spaced.size());
  for (const char c : spaced) {
    if (c == ':' && out.ends_with(' ')) out.pop_back();
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

bool ends_with_full_stop(std::string_view line) {
  return line.ends_with('.') || line.ends_with("。");
}

bool is_short(std::string_view line) {
  std::size_t words = 1;
  for (const char c : line)
    if (c == ' ' && ++words > most_short_words) return false;
  return !ends_with_full_stop(line);
}

class PhraseTable {
 public:
  PhraseTable() {
    read(embedded::interruptions, PhraseKind::interruption);
    read(embedded::menu_phrases, PhraseKind::menu);
    for (auto& sizes : sizes_) {
      std::sort(sizes.begin(), sizes.end(), std::greater{});
      sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    }
  }

  [[nodiscard]] Phrase find(std::string_view line) const {
    const std::string text = normal_form(line.substr(0, utf8_floor(line, longest_phrase)));
    if (line.size() <= longest_phrase) {
      const auto whole = meanings_.find(strip_back(text));
      if (whole != meanings_.end() && whole->second.whole != PhraseKind::none)
        return {whole->second.whole, true, whole->second.start != PhraseKind::none};
    }
    return find_start(text, line);
  }

 private:
  /// Rows are KIND TAB LANGUAGE TAB PHRASE; the head of data/phrases/interruptions.tsv explains the
  /// kinds.
  void read(std::string_view file, PhraseKind kind) {
    for (const auto& row : tsv_rows(file)) {
      const std::string text = normal_form(row.back());
      if (row.front() == "start") {
        meanings_[text].start = kind;
      } else if (row.front() == "start-short") {
        meanings_[text].short_start = kind;
      } else {
        Meaning& meaning = meanings_[std::string{strip_back(text)}];
        if (row.front() == "end-section")
          meaning.whole = PhraseKind::section_end;
        else if (meaning.whole == PhraseKind::none)
          meaning.whole = kind;
        continue;
      }
      sizes_[first_byte(text)].push_back(text.size());
    }
  }

  [[nodiscard]] Phrase find_start(const std::string& text, std::string_view line) const {
    for (const std::size_t size : sizes_[first_byte(text)]) {
      if (size > text.size() || !may_end(text, size, line)) continue;
      const auto row = meanings_.find(std::string_view{text}.substr(0, size));
      if (row == meanings_.end()) continue;
      const Meaning& meaning = row->second;
      const bool nothing_more = strip_front(std::string_view{text}.substr(size)).empty();
      if (meaning.start != PhraseKind::none) return {meaning.start, nothing_more, false};
      if (meaning.short_start != PhraseKind::none && is_short(line))
        return {meaning.short_start, nothing_more, false};
    }
    return {};
  }

  /// Whether the phrase may end after `size` bytes of `text`: where a word ends, or, in a script
  /// that does not show that, anywhere in a line too short for a paragraph.
  static bool may_end(const std::string& text, std::size_t size, std::string_view line) {
    if (size == text.size()) return true;
    const char last = text[size - 1], next = text[size];
    if (is_ascii(last)) return !is_ascii_alnum(last) || !is_ascii_alnum(next);
    if (is_ascii(next)) return !is_ascii_alnum(next);
    return starts_with_sign(std::string_view{text}.substr(size)) ||
           (line.size() <= longest_unspaced && !ends_with_full_stop(line));
  }

  static std::size_t first_byte(const std::string& text) {
    return text.empty() ? 0 : static_cast<unsigned char>(text.front());
  }

  /// Lets the map be asked with a string_view.
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::unordered_map<std::string, Meaning, Hash, std::equal_to<>> meanings_;
  /// Sizes in bytes of the phrases that lines start with, longest first, by their first byte.
  std::array<std::vector<std::size_t>, 256> sizes_;
};

}  // namespace

Phrase find_phrase(std::string_view line) {
  static const PhraseTable table;
  return table.find(line);
}

}  // namespace pantau
