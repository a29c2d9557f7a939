#include "common/analyzer.h"

#include <algorithm>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/rbbi.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "common/embedded.h"
#include "common/error.h"
#include "common/schema.h"

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

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
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
    form += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
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

}  // namespace

std::string analyzer_version() {
  return std::to_string(analyzer_revision) + " icu-" U_ICU_VERSION " stems-" +
         to_hex(fnv1a(embedded::indonesian_stems));
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

const std::vector<Word>& Analyzer::words(std::string_view text) {
  words_.clear();
  text = text.substr(0, max_text_bytes);
  TextView view{text};
  UErrorCode status = U_ZERO_ERROR;
  icu::BreakIterator& breaker = *breakers_->word;
  breaker.setText(view.get(), status);
  check(status, "cannot break words");
  std::uint32_t position = 0;
  for (int32_t begin = breaker.first(), end = breaker.next();
       end != icu::BreakIterator::DONE && position < max_article_words;
       begin = end, end = breaker.next()) {
    const int32_t kind = breaker.getRuleStatus();
    if (kind < UBRK_WORD_NONE_LIMIT) continue;  // space, punctuation, signs
    const auto start = static_cast<std::uint32_t>(begin);
    const auto segment = text.substr(start, static_cast<std::uint32_t>(end - begin));
    for_each_part(segment, kind, [&](std::size_t from, std::size_t to) {
      std::string form = word_form(segment.substr(from, to - from), *breakers_->casefold);
      if (form.empty()) return;
      ++position;
      if (form.size() > max_word_bytes) return;
      words_.push_back({std::move(form), position, start + static_cast<std::uint32_t>(from),
                        start + static_cast<std::uint32_t>(to)});
    });
  }
  return words_;
}

std::vector<Analyzer::Range> Analyzer::sentences(std::string_view text) {
  std::vector<Range> ranges;
  text = text.substr(0, max_text_bytes);
  TextView view{text};
  UErrorCode status = U_ZERO_ERROR;
  if (!breakers_->sentence) {
    breakers_->sentence.reset(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    check(status, "no rules for sentences");
  }
  icu::BreakIterator& breaker = *breakers_->sentence;
  breaker.setText(view.get(), status);
  check(status, "cannot break sentences");
  for (int32_t begin = breaker.first(), end = breaker.next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaker.next())
    ranges.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  return ranges;
}

}  // namespace pantau
