#include "common/stemmer.h"

#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/embedded.h"
#include "common/language.h"
#include "common/tsv.h"

namespace pantau {
namespace {

/// Places for words and their terms: few at first, for a query has few, and at most 2 MB a
/// language.
constexpr std::size_t first_places = 64, max_places = std::size_t{1} << 15U;

std::string_view exceptions_of(std::string_view language) {
  if (language == "en") return embedded::english_stems;
  return language == "id" ? embedded::indonesian_stems : std::string_view{};
}

struct Remembered {
  std::string form, term;
};

}  // namespace

struct StemmerSet::Stemmer {
  std::string prefix;
  Xapian::Stem stem;
  std::string_view exceptions;  ///< sorted rows of word and stem
  std::vector<Remembered> places = std::vector<Remembered>(first_places);
  std::size_t stemmed = 0;

  explicit Stemmer(const Language& language)
      : prefix{term_namespace(language.code)},
        stem{std::string{language.stemmer}},
        exceptions{exceptions_of(language.code)} {}

  /// A word takes the place of another one: nothing is ever cleared at once.
  Remembered& place_of(std::string_view form) {
    return places[std::hash<std::string_view>{}(form) % places.size()];
  }

  std::string_view term(std::string_view form) {
    if (const Remembered& known = place_of(form); known.form == form) return known.term;
    if (++stemmed > places.size() && places.size() < max_places) add_places();
    Remembered& place = place_of(form);
    place.form = form;
    const std::string_view exception = find_tsv_value(exceptions, form);
    place.term = prefix;
    place.term += exception.empty() ? stem(place.form) : exception;
    return place.term;
  }

  void add_places() {
    std::vector<Remembered> old(places.size() * 8);
    old.swap(places);
    for (Remembered& one : old)
      if (!one.form.empty()) place_of(one.form) = std::move(one);
  }
};

struct StemmerSet::Stemmers {
  std::unordered_map<std::string, Stemmer> by_language;
  std::string unstemmed;                              ///< the last term that needed no stemmer
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
  return stemmers_->last->term(form);
}

std::string term_namespace(std::string_view language) {
  const Language* row = find_language(language);
  if (row == nullptr || row->stemmer.empty()) return "Z:";
  return "Z" + std::string{language} + ':';
}

}  // namespace pantau
