// Tells at a glance that a word of a text has none of the terms that are looked for: most words
// need no stemmer then. Tested by tests/searcher/query/term_sieve_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace pantau {

/// Lets every word through that may have one of the terms, and some that do not.
class TermSieve {
 public:
  /// Lets everything through.
  TermSieve() = default;

  /// For words of `language`; what has another language's namespace is not looked for.
  TermSieve(const std::unordered_set<std::string>& terms, std::string_view language);

  /// `form` as the analyzer spells it, not empty.
  [[nodiscard]] bool lets_through(std::string_view form) const;

 private:
  enum class Kind { all, english, indonesian };

  Kind kind_ = Kind::all;
  std::string initials_;                        ///< of English stems
  std::vector<std::string> cores_;              ///< of Indonesian stems: all but the first byte
  std::unordered_set<std::string_view> forms_;  ///< listed with a stem of their own
};

}  // namespace pantau
