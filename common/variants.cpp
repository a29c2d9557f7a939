#include "common/variants.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/citations.h"
#include "common/embedded.h"
#include "common/folded_form.h"
#include "common/schema.h"
#include "common/text.h"
#include "common/tsv.h"

namespace pantau {
namespace {

using Kind = Variant::Kind;

/// A word that stands for any one after a first part, in the list.
constexpr std::string_view any_word = "*";
/// What may be joined to a first part: shorter words are mostly small ones ("cyber and").
constexpr std::size_t min_joined_letters = 4;

/// Between these and another word a hyphen makes no word: "state-of-the-art", "ke-27".
constexpr std::array<std::string_view, 18> small_words{"a",   "an",  "and", "by",  "dan", "di",
                                                       "for", "in",  "ke",  "of",  "old", "on",
                                                       "or",  "per", "se",  "the", "to",  "year"};

bool is_small(std::string_view form) {
  return std::find(small_words.begin(), small_words.end(), form) != small_words.end();
}

bool has_letter(std::string_view form) {
  return !std::all_of(form.begin(), form.end(),
                      [](char c) { return is_ascii_digit(c) || c == '.' || c == ','; });
}

bool is_plain_word(std::string_view form) {
  return form.size() >= min_joined_letters &&
         std::all_of(form.begin(), form.end(), is_ascii_letter);
}

/// What is between two neighbouring words.
std::string_view gap(std::string_view text, const Word& left, const Word& right) {
  return text.substr(left.end, right.begin - left.end);
}

bool is_hyphen(std::string_view sign) {
  return sign == "-" || sign == "\u2010" || sign == "\u2011";
}

/// Signs that are typed for an apostrophe, and that part words by Unicode's rules.
bool is_apostrophe(std::string_view sign) {
  return sign == "`" || sign == "\u00B4";
}

/// Articles before a vowel, which French, Italian and Catalan write with the word.
bool has_elisions(std::string_view language) {
  return language == "fr" || language == "it" || language == "ca";
}

/// One row of the list, without its first word.
struct Run {
  std::string_view rest;  ///< the words after the first, with spaces between
  std::string_view form;  ///< what they are together; "": all of them joined
  Kind kind;
  std::vector<std::string> stems;  ///< of `rest`, made when its first word is met: most never are
};

/// Runs by the form of their first word, those of most words first.
using Runs = std::unordered_map<std::string_view, std::vector<Run>>;

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

struct VariantFinder::Lists {
  std::unordered_map<std::string, Runs> by_language;
  std::string last_language;
  Runs* last = nullptr;

  Runs& of(std::string_view language) {
    if (last != nullptr && language == last_language) return *last;
    last_language = language;
    const auto [place, is_new] = by_language.try_emplace(last_language);
    if (is_new) read(language, place->second);
    last = &place->second;
    return *last;
  }

 private:
  static void read(std::string_view language, Runs& runs) {
    for_each_tsv_pair(embedded::same_words, [&](std::string_view of, std::string_view said) {
      if (of != language && of != any_word) return;
      const std::size_t tab = std::min(said.find('\t'), said.size());
      const std::string_view whole = said.substr(0, tab);
      const std::string_view form = said.substr(std::min(tab + 1, said.size()));
      if (const std::size_t space = whole.find(' '); space != whole.npos)
        runs[whole.substr(0, space)].push_back(
            {whole.substr(space + 1), form, form.empty() ? Kind::joined : Kind::same, {}});
    });
    const auto words = [](const Run& run) { return std::ranges::count(run.rest, ' '); };
    for (auto& [first, list] : runs)
      std::stable_sort(list.begin(), list.end(),
                       [&](const Run& a, const Run& b) { return words(a) > words(b); });
  }
};

VariantFinder::VariantFinder() : lists_{std::make_unique<Lists>()} {}
VariantFinder::~VariantFinder() = default;

const std::vector<Variant>& VariantFinder::find(std::string_view text, std::span<const Word> words,
                                                std::string_view language, StemmerSet& stemmers) {
  found_.clear();
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    add_spellings(text, words[at], at, language);
    if (at + 1 == words.size()) break;
    add_joined(text, words, at);
    add_listed(text, words, at, language, stemmers);
  }
  for (Citation& citation : find_citations(text, words))
    add(std::move(citation.form), citation.first, citation.count, Kind::citation);
  return found_;
}

void VariantFinder::add(std::string form, std::uint32_t first, std::uint32_t count, Kind kind) {
  if (form.empty() || form.size() > max_word_bytes) return;
  if (!found_.empty() && found_.back().form == form && found_.back().first == first) return;
  found_.push_back({std::move(form), first, count, kind});
}

/// Adds the other spellings of one word, without looking at its neighbours.
void VariantFinder::add_spellings(std::string_view text, const Word& word, std::uint32_t at,
                                  std::string_view language) {
  const std::string_view form = word.form;
  add(folded_form(form), at, 1, Kind::folded);
  if (const std::size_t apostrophe = form.find('\'');
      has_elisions(language) && apostrophe != form.npos && apostrophe <= 2)
    add(std::string{form.substr(apostrophe + 1)}, at, 1, Kind::folded);
  if (form.size() > 1 && form.ends_with('s') && !has_letter(form.substr(0, form.size() - 1)))
    add(std::string{form.substr(0, form.size() - 1)}, at, 1, Kind::folded);  // "under 16s"
  const std::string_view behind = text.substr(word.end, 2);
  const bool has_plus = behind.starts_with('+') && form.size() > 1 && has_letter(form) &&
                        (behind.size() == 1 || !is_ascii_alphanumeric(behind[1]));
  if (has_plus) add(word.form + '+', at, 1, Kind::sign);
}

/// Two words with a hyphen between, whatever they are.
void VariantFinder::add_joined(std::string_view text, std::span<const Word> words,
                               std::uint32_t at) {
  const Word &left = words[at], &right = words[at + 1];
  if (right.begin == left.end || right.begin - left.end > 3 || text[left.end] == ' ') return;
  const std::string_view sign = gap(text, left, right);
  const bool joins = is_hyphen(sign) ? left.form != right.form && !is_small(left.form) &&
                                           !is_small(right.form) &&
                                           (has_letter(left.form) || has_letter(right.form))
                                     : is_apostrophe(sign);
  if (joins) add(joined_form(words.subspan(at, 2)), at, 2, Kind::joined);
}

/// The longest run of the list that begins here.
void VariantFinder::add_listed(std::string_view text, std::span<const Word> words, std::uint32_t at,
                               std::string_view language, StemmerSet& stemmers) {
  Runs& runs = lists_->of(language);
  const auto place = runs.find(words[at].form);
  if (place == runs.end()) return;
  const auto stem = [&](std::string_view word) {
    return word == any_word ? std::string{word} : std::string{stemmers.term(word, language)};
  };
  const auto fits = [&](Run& run) {
    if (run.stems.empty())
      for (const std::string_view word : split_words(run.rest)) run.stems.push_back(stem(word));
    if (at + run.stems.size() >= words.size()) return false;
    for (std::uint32_t i = 0; i < run.stems.size(); ++i) {
      const Word& word = words[at + i + 1];
      const std::string_view between = gap(text, words[at + i], word);
      if (between != " " && !is_hyphen(between)) return false;
      const bool same = run.stems[i] == any_word
                            ? is_plain_word(word.form)
                            : stemmers.term(word.form, language) == run.stems[i];
      if (!same) return false;
    }
    return true;
  };
  const auto run = std::find_if(place->second.begin(), place->second.end(), fits);
  if (run == place->second.end()) return;
  const auto count = static_cast<std::uint32_t>(run->stems.size() + 1);
  std::string name{run->form};
  if (name.empty() && run->stems.back() == any_word) name = joined_form(words.subspan(at, count));
  if (name.empty()) name = words[at].form + join(split_words(run->rest), "");
  add(std::move(name), at, count, run->kind);
}

std::string joined_form(std::span<const Word> words) {
  std::string whole;
  for (const Word& word : words) whole += word.form;
  std::string folded = folded_form(whole);
  return folded.empty() ? whole : folded;
}

}  // namespace pantau
