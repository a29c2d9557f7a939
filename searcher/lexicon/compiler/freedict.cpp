#include "searcher/lexicon/compiler/freedict.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "common/text.h"
#include "common/tsv.h"

namespace pantau {
namespace {

/// More words than this explain instead of translating.
constexpr std::ptrdiff_t max_spaces = 2;

std::optional<std::size_t> parse_base64(std::string_view digits) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::size_t max_digits = 6;  // 36 bits
  if (digits.empty() || digits.size() > max_digits) return std::nullopt;
  std::size_t number = 0;
  for (const char c : digits) {
    const std::size_t digit = alphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    number = number * alphabet.size() + digit;
  }
  return number;
}

/// Bytes of a "12. " at the begin; 0 if there is none.
std::size_t numbering(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && is_ascii_digit(line[i])) ++i;
  return i > 0 && line.substr(i).starts_with(". ") ? i + 2 : 0;
}

/// Without what is in parentheses, and without the number of the next sense at its end
/// ("hukum 2.").
std::string plain(std::string_view text) {
  std::string result;
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) result += c;
    if (c == ')' && depth > 0) --depth;
  }
  while (!result.empty() &&
         (is_ascii_digit(result.back()) || result.back() == '.' || result.back() == ' '))
    result.pop_back();
  return std::string{trim(result)};
}

/// The accents that dictionaries put on Indonesian e, which no one writes.
std::string without_accents(std::string text) {
  for (const std::string_view accented : {"é", "è", "ê", "É"})
    for (auto at = text.find(accented); at != std::string::npos; at = text.find(accented))
      text.replace(at, accented.size(), "e");
  return text;
}

bool is_translation(std::string_view text) {
  const auto is_plain = [](char c) {
    return is_ascii_alphanumeric(c) || c == ' ' || c == '-' || c == '\'';
  };
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), is_plain) &&
         std::count(text.begin(), text.end(), ' ') <= max_spaces;
}

void add_translations(std::string_view headword, std::string_view line,
                      std::vector<WordPair>& pairs) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of(",;"), line.size());
    std::string words = without_accents(plain(line.substr(0, end)));
    if (is_translation(words)) {
      WordPair pair;
      pair.english = headword;
      pair.indonesian = std::move(words);
      pair.from_freedict = true;
      pairs.push_back(std::move(pair));
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

/// "law" of "law //lɔː// <n>"; "" for what is no word of its own.
std::string headword_of(std::string_view line) {
  for (const std::string_view kind : {"<prefix>", "<suffix>", "<proverb>", "<phraseologicalUnit>"})
    if (line.find(kind) != std::string_view::npos) return {};
  std::string headword = plain(line.substr(0, std::min(line.find(" /"), line.find(" <"))));
  if (headword.starts_with("to ")) headword.erase(0, 3);
  return headword;
}

void add_entry(std::string_view entry, std::vector<WordPair>& pairs) {
  std::vector<std::string_view> lines;
  while (!entry.empty()) {
    const std::size_t end = std::min(entry.find('\n'), entry.size());
    lines.push_back(entry.substr(0, end));
    entry.remove_prefix(std::min(end + 1, entry.size()));
  }
  if (lines.size() < 2) return;
  const std::string headword = headword_of(lines[0]);
  if (headword.empty()) return;
  if (numbering(lines[1]) == 0) return add_translations(headword, lines[1], pairs);
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (const std::size_t number = numbering(lines[i]); number > 0)
      add_translations(headword, lines[i].substr(number), pairs);
}

}  // namespace

std::vector<WordPair> read_freedict(std::string_view index, std::string_view text) {
  std::vector<WordPair> pairs;
  for (const auto& row : tsv_rows(index)) {
    if (row.size() < 3 || row[0].starts_with("00database")) continue;
    const auto offset = parse_base64(row[1]), length = parse_base64(row[2]);
    if (!offset || !length || *offset > text.size() || *length > text.size() - *offset) continue;
    add_entry(text.substr(*offset, *length), pairs);
  }
  return pairs;
}

}  // namespace pantau
