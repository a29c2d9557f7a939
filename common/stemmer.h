// Words to stems, each language in its own namespace of terms. Snowball stems; a reviewed list of
// exceptions (data/stems/) mends what it gets wrong in English and Indonesian. Tested by
// tests/common/stemmer_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pantau {

/// The stemmers of all languages, made when first asked for, with a cache of what they answered.
/// One per thread.
class StemmerSet {
 public:
  StemmerSet();
  ~StemmerSet();
  StemmerSet(const StemmerSet&) = delete;
  StemmerSet& operator=(const StemmerSet&) = delete;

  /// "Zen:regul" for "regulations" in "en"; "Z:" and the form itself where there is no stemmer.
  /// `form` is NFKC and case folded. Valid until the next call.
  [[nodiscard]] std::string_view term(std::string_view form, std::string_view language);

 private:
  struct Stemmer;
  struct Stemmers;
  std::unique_ptr<Stemmers> stemmers_;
};

/// The prefix of all terms of `language`: "Zen:", or "Z:" where there is no stemmer.
[[nodiscard]] std::string term_namespace(std::string_view language);

}  // namespace pantau
