#include "common/stemmer.h"

#include <unordered_map>

#include <xapian.h>

#include "common/embedded.h"
#include "common/language.h"
#include "common/tsv.h"

namespace pantau {
namespace {

/// Words remembered per language: a night's crawl has fewer frequent ones, and 100,000 take 10 MB.
constexpr std::size_t max_cached_words = 100'000;

using Words = std::unordered_map<std::string, std::string>;

}  // namespace

struct StemmerSet::Stemmer {
  std::string prefix;
  Xapian::Stem stem;
  std::string_view exceptions;  ///< sorted rows of word and stem
  Words cache;                  ///< form to whole term

  explicit Stemmer(const Language& language)
      : prefix{term_namespace(language.code)},
        stem{std::string{language.stemmer}},
        exceptions{language.code == "id" ? embedded::indonesian_stems : std::string_view{}} {}

  std::string_view term(const std::string& form) {
    if (const auto known = cache.find(form); known != cache.end()) return known->second;
    if (cache.size() >= max_cached_words) cache.clear();
    const std::string_view exception = find_tsv_value(exceptions, form);
    std::string term = prefix;
    term += exception.empty() ? stem(form) : exception;
    return cache.emplace(form, std::move(term)).first->second;
  }
};

struct StemmerSet::Stemmers {
  std::unordered_map<std::string, Stemmer> by_language;
  std::string unstemmed;  ///< the last term that needed no stemmer
  std::string form;       ///< a key for the cache, kept to spare an allocation a word
  std::string last_code = std::string{undetermined};  ///< of the language asked for last:
  Stemmer* last = nullptr;  ///< texts come word by word, all in one language

  /// Turns to `language`; last is nullptr if it has no stemmer.
  void turn_to(std::string_view language) {
    if (language == last_code) return;
    last_code = language;
    const Language* const row = find_language(language);
    const bool stems = row != nullptr && !row->stemmer.empty();
    last = stems ? &by_language.try_emplace(last_code, *row).first->second : nullptr;
  }
};

StemmerSet::StemmerSet() : stemmers_{std::make_unique<Stemmers>()} {}
StemmerSet::~StemmerSet() = default;

std::string_view StemmerSet::term(std::string_view form, std::string_view language) {
  stemmers_->turn_to(language);
  if (stemmers_->last == nullptr) {
    stemmers_->unstemmed.assign("Z:").append(form);
    return stemmers_->unstemmed;
  }
  stemmers_->form = form;
  return stemmers_->last->term(stemmers_->form);
}

std::string term_namespace(std::string_view language) {
  const Language* row = find_language(language);
  if (row == nullptr || row->stemmer.empty()) return "Z:";
  return "Z" + std::string{language} + ':';
}

}  // namespace pantau
