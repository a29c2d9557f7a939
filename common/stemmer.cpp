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

/// The reviewed exceptions of `language`, word to stem.
Words exceptions_of(std::string_view language) {
  Words exceptions;
  if (language != "id") return exceptions;
  for (const auto& row : tsv_rows(embedded::indonesian_stems))
    if (row.size() == 2) exceptions.emplace(row[0], row[1]);
  return exceptions;
}

}  // namespace

struct StemmerSet::Stemmer {
  std::string prefix;
  Xapian::Stem stem;
  Words exceptions;
  Words cache;  ///< form to whole term

  explicit Stemmer(const Language& language)
      : prefix{term_namespace(language.code)},
        stem{std::string{language.stemmer}},
        exceptions{exceptions_of(language.code)} {}

  std::string_view term(const std::string& form) {
    if (const auto known = cache.find(form); known != cache.end()) return known->second;
    if (cache.size() >= max_cached_words) cache.clear();
    const auto exception = exceptions.find(form);
    const std::string& stemmed = exception != exceptions.end() ? exception->second : stem(form);
    return cache.emplace(form, prefix + stemmed).first->second;
  }
};

struct StemmerSet::Stemmers {
  std::unordered_map<std::string, Stemmer> by_language;
  std::string unstemmed;  ///< the last term that needed no stemmer
  std::string form;       ///< a key for the cache, kept to spare an allocation a word
};

StemmerSet::StemmerSet() : stemmers_{std::make_unique<Stemmers>()} {}
StemmerSet::~StemmerSet() = default;

std::string_view StemmerSet::term(std::string_view form, std::string_view language) {
  const Language* row = find_language(language);
  if (row == nullptr || row->stemmer.empty()) {
    stemmers_->unstemmed.assign("Z:").append(form);
    return stemmers_->unstemmed;
  }
  stemmers_->form = form;
  return stemmers_->by_language.try_emplace(std::string{language}, *row)
      .first->second.term(stemmers_->form);
}

std::string term_namespace(std::string_view language) {
  const Language* row = find_language(language);
  if (row == nullptr || row->stemmer.empty()) return "Z:";
  return "Z" + std::string{language} + ':';
}

}  // namespace pantau
