#include "common/analyzer.h"

#include <algorithm>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/rbbi.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "common/embedded.h"
#include "common/error.h"
#include "common/hash.h"
#include "common/plain_sentences.h"
#include "common/schema.h"
#include "common/text.h"

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

/// Of a run without white space that is ASCII letters and digits, perhaps parted by hyphens and
/// slashes, a sign before it and punctuation behind it: those letters, digits and hyphens. Every
/// version of UAX #29 cuts such a run at its signs. "" for any other run.
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
  if (is_number(word, kind) || is_acronym(word)) return add(0, word.size());
  for (std::size_t i = 0; i < word.size();) {
    std::size_t j = i;
    while (j < word.size() && !is_joint(word[j])) ++j;
    if (j > i) add(i, j);
    i = j + 1;
  }
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
  for (const std::string_view apostrophe : {"\u2019", "\u02BC"})
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

  /// The words of a plain core, which lies in the text.
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
  void add(std::string form, std::size_t begin, std::size_t end) {
    if (form.empty()) return;
    ++position_;
    if (form.size() > max_word_bytes) return;
    words_.push_back({std::move(form), position_, static_cast<std::uint32_t>(begin),
                      static_cast<std::uint32_t>(end)});
  }

  std::string_view text_;
  icu::BreakIterator& breaker_;
  const icu::Normalizer2& casefold_;
  std::vector<Word>& words_;
  std::uint32_t position_ = 0;
};

}  // namespace

std::string analyzer_version() {
  static const std::string stems = to_hex(fnv1a(embedded::indonesian_stems));
  return std::to_string(analyzer_revision) + " icu-" U_ICU_VERSION " stems-" + stems;
}

struct Analyzer::Breakers {
  BreakIterator word, sentence;
  const icu::Normalizer2* casefold = nullptr;
};

Analyzer::Analyzer() : breakers_{std::make_unique<Breakers>()} {
  UErrorCode status = U_ZERO_ERROR;
  breakers_->word.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  check(status, "no rules for words");
  breakers_->casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  check(status, "no normalization data");
}

Analyzer::~Analyzer() = default;

/// Most of a text in English or Indonesian are plain runs, and cutting these without ICU takes a
/// fifth of the time. What lies between two of them is cut by its rules, to which it does not
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

/// Line by line: what stands in one does not matter to the sentences of another (SB4).
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

}  // namespace pantau
