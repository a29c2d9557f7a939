#include "common/citations.h"

#include <algorithm>
#include <array>

#include "common/embedded.h"
#include "common/text.h"
#include "common/tsv.h"

namespace pantau {
namespace {

using Words = std::span<const Word>;

/// Laws have fewer digits in their numbers and years.
constexpr std::size_t max_digits = 5;
/// "5(1)(a)(ii)" is as deep as law goes.
constexpr std::size_t max_parts = 4;
constexpr std::size_t max_part_bytes = 3;

constexpr std::array<std::string_view, 5> number_words{"no", "nomor", "number", "nr", "num"};
constexpr std::array<std::string_view, 4> year_words{"tahun", "of", "thn", "th"};
constexpr std::array<std::string_view, 4> unions{"eu", "ec", "eec", "ue"};
constexpr std::array<std::string_view, 3> articles{"article", "art", "pasal"};
constexpr std::array<std::string_view, 5> part_words{"ayat", "huruf", "paragraph", "point",
                                                     "angka"};

template <typename List>
bool is_among(const List& list, std::string_view form) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

bool is_number(const Word& word) {
  return word.form.size() <= max_digits &&
         std::all_of(word.form.begin(), word.form.end(), is_ascii_digit);
}

std::string_view between(std::string_view text, Words words, std::size_t left) {
  return text.substr(words[left].end, words[left + 1].begin - words[left].end);
}

/// The kind of law whose name ends before words[end], and where the name begins.
struct Name {
  std::string_view kind;
  std::size_t begin = 0;
};

bool ends_with_name(Words words, std::size_t end, std::string_view name, std::size_t& begin) {
  for (begin = end; !name.empty();) {
    const auto space = name.rfind(' ');
    const std::string_view last = space == name.npos ? name : name.substr(space + 1);
    if (begin == 0 || words[begin - 1].form != last) return false;
    --begin;
    name = space == name.npos ? std::string_view{} : name.substr(0, space);
  }
  return true;
}

/// The longest name, so that "peraturan pemerintah" is not "peraturan".
Name name_before(Words words, std::size_t end) {
  Name longest{{}, end};
  for_each_tsv_pair(embedded::law_names, [&](std::string_view kind, std::string_view name) {
    std::size_t begin = 0;
    if (ends_with_name(words, end, name, begin) && begin < longest.begin) longest = {kind, begin};
  });
  return longest;
}

/// A law by number and year, in either order: the first of its numbers is words[at].
void add_law(std::string_view text, Words words, std::size_t at, std::vector<Citation>& found) {
  std::size_t second = at + 1;
  if (second >= words.size()) return;
  const bool slash = between(text, words, at) == "/";
  if (!slash && is_among(year_words, words[second].form)) ++second;
  const bool joined = slash || second == at + 2;
  if (!joined || second >= words.size() || !is_number(words[second])) return;
  std::size_t head = at;
  if (head > 0 && is_among(number_words, words[head - 1].form)) --head;
  const bool of_union = head > 0 && is_among(unions, words[head - 1].form);
  Name name = name_before(words, of_union ? head - 1 : head);
  std::size_t end = second + 1;
  const bool union_follows = end < words.size() && slash && is_among(unions, words[end].form) &&
                             between(text, words, second) == "/";
  if (union_follows) ++end;
  if (name.kind.empty() && union_follows) name = {"directive", at};
  if (name.kind.empty()) return;
  found.push_back({std::string{name.kind} + '-' + words[at].form + '-' + words[second].form,
                   static_cast<std::uint32_t>(name.begin),
                   static_cast<std::uint32_t>(end - name.begin)});
}

/// "(1)" or "ayat (1)" at words[next], which is moved behind it: "1"; "" if there is none.
std::string take_part(std::string_view text, Words words, std::size_t& next) {
  std::size_t at = next;
  const bool named = at < words.size() && is_among(part_words, words[at].form);
  if (named) ++at;
  if (at >= words.size() || words[at].form.size() > max_part_bytes) return {};
  const std::string_view sign = between(text, words, at - 1);
  if (!sign.ends_with('(') && !(named && sign == " ")) return {};
  next = at + 1;
  return words[at].form;
}

/// An article with its paragraphs; the article alone is said by its words.
void add_article(std::string_view text, Words words, std::size_t at, std::vector<Citation>& found) {
  std::string form = "art-" + words[at].form;
  std::vector<Citation> all;
  std::size_t next = at + 1;
  for (std::size_t parts = 0; parts < max_parts; ++parts) {
    const std::string part = take_part(text, words, next);
    if (part.empty()) break;
    form += '-' + part;
    all.push_back(
        {form, static_cast<std::uint32_t>(at - 1), static_cast<std::uint32_t>(next - at + 1)});
  }
  found.insert(found.end(), all.rbegin(), all.rend());
}

}  // namespace

std::vector<Citation> find_citations(std::string_view text, std::span<const Word> words) {
  std::vector<Citation> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!is_ascii_digit(words[at].form.front())) continue;
    if (is_number(words[at])) add_law(text, words, at, found);
    if (at > 0 && is_among(articles, words[at - 1].form)) add_article(text, words, at, found);
  }
  return found;
}

}  // namespace pantau
