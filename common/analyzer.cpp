#include "common/analyzer.h"

#include <algorithm>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/rbbi.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "common/amount.h"
#include "common/error.h"
#include "common/plain_sentences.h"
#include "common/schema.h"
#include "common/text.h"
#include "common/variants.h"

namespace pantau {
namespace {

/// A text is read up to here: ICU counts in 32 bits, and a larger article is no article.
constexpr std::size_t max_text_bytes = INT32_MAX;

using BreakIterator = std::unique_ptr<icu::BreakIterator>;

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status))
    throw Error{Error::Kind::input, std::string{"ICU: "} + what + ": " + u_errorName(status)};
}

/// A text as ICU reads it, without a copy. Lives only while `text` does.
class TextView {
 public:
  explicit TextView(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_ = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
    check(status, "cannot read a text");
  }
  ~TextView() { utext_close(utext_); }
  TextView(const TextView&) = delete;
  TextView& operator=(const TextView&) = delete;
  UText* get() { return utext_; }

 private:
  UText* utext_ = nullptr;
};

/// Signs inside one word of ICU's that part words to a reader: "solopos.com", "file_name",
/// "@kominfo".
bool is_joint(char c) {
  return c == '.' || c == '_' || c == ':' || c == '@';
}

/// Behind the line break after `from`, "\r\n" being one; the end of `text` if there is none.
std::size_t end_of_line(std::string_view text, std::size_t from) {
  const std::size_t at = text.find_first_of("\r\n", from);
  if (at == std::string_view::npos) return text.size();
  return text.substr(at, 2) == "\r\n" ? at + 2 : at + 1;
}

/// Takes the signs off a run of ASCII letters and digits that hyphens and slashes may part, with a
/// sign before it and punctuation after it. Every version of UAX #29 cuts such a run at its signs.
/// "" for any other run. A run has no white space.
std::string_view plain_core(std::string_view run) {
  constexpr std::string_view before = "\"'([", behind = ".,;:!?\"')]";
  if (!run.empty() && before.find(run.front()) != std::string_view::npos) run.remove_prefix(1);
  std::size_t end = 0;
  while (end < run.size() && is_ascii_alphanumeric(run[end])) {
    ++end;
    if (end + 1 < run.size() && (run[end] == '-' || run[end] == '/') &&
        is_ascii_alphanumeric(run[end + 1]))
      ++end;
  }
  return run.find_first_not_of(behind, end) == std::string_view::npos ? run.substr(0, end)
                                                                      : std::string_view{};
}

/// "U.S.A": single letters between points stand for one word.
bool is_acronym(std::string_view word) {
  if (word.size() < 3) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 1 ? word[i] != '.' : !is_ascii_letter(word[i])) return false;
  return true;
}

/// "3.5", "20.3.2021": the points of a number without letters belong to it.
bool is_number(std::string_view word, int32_t kind) {
  return kind < UBRK_WORD_NUMBER_LIMIT && std::none_of(word.begin(), word.end(), is_ascii_letter);
}

/// Calls `add(begin, end)` for the parts of a UAX #29 word that are words to a reader:
/// "solopos.com" is two, "U.S" and "3.5" are one.
template <typename Add>
void for_each_part(std::string_view word, int32_t kind, const Add& add) {
  if (is_number(word, kind) || is_acronym(word) || !amount_parts(word, false).empty())
    return add(0, word.size());
  for (std::size_t i = 0; i < word.size();) {
    std::size_t j = i;
    while (j < word.size() && !is_joint(word[j])) ++j;
    if (j > i) add(i, j);
    i = j + 1;
  }
}

/// "VPNs": an acronym in the plural, as only its letters tell.
bool is_plural_acronym(std::string_view word) {
  constexpr std::size_t min_bytes = 3;
  if (word.size() < min_bytes || word.back() != 's') return false;
  word.remove_suffix(1);
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Signs of currencies, before which a letter is no unit.
bool ends_with_currency(std::string_view text) {
  return text.ends_with('$') || text.ends_with("\u20AC") || text.ends_with("\u00A3") ||
         text.ends_with("\u00A5");
}

/// Lower case without the points of an acronym, where `word` is ASCII; "" otherwise.
std::string ascii_form(std::string_view word) {
  const bool acronym = is_acronym(word);
  std::string form;
  form.reserve(word.size());
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) return {};
    if (acronym && c == '.') continue;
    form += to_lower_ascii(c);
  }
  return form;
}

/// The spelling of a word that terms are made of: NFKC_Casefold (Unicode,
/// DerivedNormalizationProps) with every apostrophe as "'", which is the one Snowball's English
/// knows.
std::string word_form(std::string_view word, const icu::Normalizer2& casefold) {
  std::string form = ascii_form(word);
  if (!form.empty()) return form;
  icu::StringByteSink<std::string> sink{&form};
  UErrorCode status = U_ZERO_ERROR;
  casefold.normalizeUTF8(0, {word.data(), static_cast<int32_t>(word.size())}, sink, nullptr,
                         status);
  check(status, "cannot normalize a word");
  for (const std::string_view apostrophe : {"\u2019", "\u2018", "\u02BC", "\u02BB"})
    for (auto at = form.find(apostrophe); at != std::string::npos; at = form.find(apostrophe, at))
      form.replace(at, apostrophe.size(), "'");
  std::erase(form, ' ');  // NFKC spells some signs with a space
  return form;
}

/// Adds the words of a text, piece by piece.
class WordCutter {
 public:
  WordCutter(std::string_view text, icu::BreakIterator& breaker, const icu::Normalizer2& casefold,
             std::vector<Word>& words)
      : text_{text}, breaker_{breaker}, casefold_{casefold}, words_{words} {}

  [[nodiscard]] bool is_full() const { return position_ >= max_article_words; }

  /// The words of a plain core, which is in the text.
  void cut_plain(std::string_view core) {
    const auto start = static_cast<std::size_t>(core.data() - text_.data());
    for (std::size_t i = 0; i < core.size() && !is_full(); ++i) {
      std::string form;
      const std::size_t from = start + i;
      for (; i < core.size() && is_ascii_alphanumeric(core[i]); ++i)
        form += to_lower_ascii(core[i]);
      add(std::move(form), from, start + i);
    }
  }

  /// The words of a range of the text, as ICU cuts it.
  void cut_by_rules(std::size_t from, std::size_t to) {
    while (from < to && is_ascii_space(text_[from])) ++from;
    if (from == to) return;
    const std::string_view range = text_.substr(from, to - from);
    TextView view{range};
    UErrorCode status = U_ZERO_ERROR;
    breaker_.setText(view.get(), status);
    check(status, "cannot break words");
    for (int32_t begin = breaker_.first(), end = breaker_.next();
         end != icu::BreakIterator::DONE && !is_full(); begin = end, end = breaker_.next()) {
      const int32_t kind = breaker_.getRuleStatus();
      if (kind < UBRK_WORD_NONE_LIMIT) continue;  // space, punctuation, signs
      const auto start = static_cast<std::size_t>(begin);
      const auto segment = range.substr(start, static_cast<std::size_t>(end - begin));
      for_each_part(segment, kind, [&](std::size_t first, std::size_t last) {
        add(word_form(segment.substr(first, last - first), casefold_), from + start + first,
            from + start + last);
      });
    }
  }

 private:
  /// A word, or the parts of an amount that is written as one.
  void add(std::string form, std::size_t begin, std::size_t end) {
    if (is_ascii_digit(form.front()) || is_ascii_digit(form.back())) {
      const std::vector<std::size_t> parts = amount_parts(
          text_.substr(begin, end - begin), ends_with_currency(text_.substr(0, begin)));
      if (parts.size() > 1) {
        std::size_t from = 0;
        for (const std::size_t to : parts) {
          add_word(number_form(form.substr(from, to - from)), begin + from, begin + to);
          from = to;
        }
        return;
      }
      form = number_form(form);
    }
    add_word(std::move(form), begin, end);
  }

  void add_word(std::string form, std::size_t begin, std::size_t end) {
    if (is_plural_acronym(text_.substr(begin, end - begin))) form.pop_back();
    if (joins_last(form, begin)) {  // "AT&T"
      words_.back().form += '&' + form;
      words_.back().end = static_cast<std::uint32_t>(end);
      return;
    }
    if (is_dotted(begin) && form == "net") form = ".net", --begin;
    if (end < text_.size() && (text_[end] == '+' || text_[end] == '#'))
      for (const std::string_view sign : {"++", "#"})
        if (bears(form, sign, end)) form += sign, end += sign.size();
    ++position_;
    if (form.size() > max_word_bytes) return;
    words_.push_back({std::move(form), position_, static_cast<std::uint32_t>(begin),
                      static_cast<std::uint32_t>(end)});
  }

  /// Are this word and the last one the letters of one name, with "&" between?
  [[nodiscard]] bool joins_last(std::string_view form, std::size_t begin) const {
    if (begin == 0 || text_[begin - 1] != '&') return false;
    constexpr std::size_t max_letters = 3;
    const auto is_letters = [&](std::string_view part) {
      return part.size() <= max_letters && std::all_of(part.begin(), part.end(), is_ascii_letter);
    };
    return !words_.empty() && words_.back().end + 1 == begin && is_letters(form) &&
           is_letters(words_.back().form);
  }

  /// ".NET", but neither "example.net" nor the end of a sentence.
  [[nodiscard]] bool is_dotted(std::size_t begin) const {
    return begin > 0 && text_[begin - 1] == '.' &&
           (begin == 1 || is_ascii_space(text_[begin - 2]) || text_[begin - 2] == '(');
  }

  /// "C++", "C#": a letter or more with signs that no sentence has.
  [[nodiscard]] bool bears(std::string_view form, std::string_view sign, std::size_t end) const {
    if (!text_.substr(end).starts_with(sign) || !is_ascii_letter(form.back())) return false;
    const std::size_t behind = end + sign.size();
    const bool ends = behind >= text_.size() || !is_ascii_alphanumeric(text_[behind]);
    return ends && (sign != "#" || form.size() == 1);
  }

  std::string_view text_;
  icu::BreakIterator& breaker_;
  const icu::Normalizer2& casefold_;
  std::vector<Word>& words_;
  std::uint32_t position_ = 0;
};

}  // namespace

std::string analyzer_version() {
  return std::to_string(analyzer_revision) + " icu-" U_ICU_VERSION " words-" PANTAU_WORD_LISTS;
}

struct Analyzer::Breakers {
  BreakIterator word, sentence;
  const icu::Normalizer2* casefold = nullptr;
};

Analyzer::Analyzer()
    : breakers_{std::make_unique<Breakers>()}, variants_{std::make_unique<VariantFinder>()} {
  UErrorCode status = U_ZERO_ERROR;
  breakers_->word.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  check(status, "no rules for words");
  breakers_->casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  check(status, "no normalization data");
}

Analyzer::~Analyzer() = default;

/// Most of a text in English or Indonesian are plain runs, and cutting these without ICU takes a
/// fifth of the time. What is between two of them is cut by its rules, to which it does not
/// matter where a text begins or ends, if it does so at white space.
const std::vector<Word>& Analyzer::words(std::string_view text) {
  words_.clear();
  text = text.substr(0, max_text_bytes);
  WordCutter cutter{text, *breakers_->word, *breakers_->casefold, words_};
  std::size_t odd = 0;  // where begins what ICU has to cut
  for (std::size_t begin = 0; begin < text.size() && !cutter.is_full();) {
    std::size_t end = begin;
    while (end < text.size() && !is_ascii_space(text[end])) ++end;
    const std::string_view core = plain_core(text.substr(begin, end - begin));
    if (!core.empty()) {
      cutter.cut_by_rules(odd, begin);
      cutter.cut_plain(core);
      odd = end;
    }
    begin = end + 1;
  }
  cutter.cut_by_rules(odd, text.size());
  return words_;
}

const std::vector<Variant>& Analyzer::variants(std::string_view text, std::span<const Word> words,
                                               std::string_view language) {
  return variants_->find(text, words, language, stemmers_);
}

void Analyzer::add_sentence_ends(std::string_view line, std::vector<std::size_t>& ends) {
  if (find_plain_sentence_ends(line, ends)) return;
  TextView view{line};
  UErrorCode status = U_ZERO_ERROR;
  if (!breakers_->sentence) {
    breakers_->sentence.reset(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    check(status, "no rules for sentences");
  }
  icu::BreakIterator& breaker = *breakers_->sentence;
  breaker.setText(view.get(), status);
  check(status, "cannot break sentences");
  breaker.first();
  for (int32_t end = breaker.next(); end != icu::BreakIterator::DONE; end = breaker.next())
    ends.push_back(static_cast<std::size_t>(end));
}

/// Line by line: what is in one does not matter to the sentences of another (SB4).
std::vector<Analyzer::Range> Analyzer::sentences(std::string_view text) {
  std::vector<Range> ranges;
  text = text.substr(0, max_text_bytes);
  std::vector<std::size_t> ends;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_line(text, begin);
    ends.clear();
    add_sentence_ends(text.substr(begin, end - begin), ends);
    std::size_t from = begin;
    for (const std::size_t sentence_end : ends) {
      ranges.push_back(
          {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(begin + sentence_end)});
      from = begin + sentence_end;
    }
    begin = end;
  }
  return ranges;
}

std::string folded_name(const std::string& name, Analyzer& analyzer) {
  std::string words;
  for (const Word& word : analyzer.words(name))
    words.append(words.empty() ? "" : " ").append(word.form);
  return words;
}

}  // namespace pantau
