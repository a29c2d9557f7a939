// What expanding a question must know of an index: how many articles have a term, and which terms
// begin alike. An index answers (searcher/search/index_vocabulary.h), or a table of a test.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

class Vocabulary {
 public:
  virtual ~Vocabulary() = default;

  /// Articles that have `term`; 0: none.
  [[nodiscard]] virtual unsigned documents(const std::string& term) = 0;

  /// The first terms with `prefix`, at most `limit`, in the order of their bytes.
  [[nodiscard]] virtual std::vector<std::string> terms_with_prefix(const std::string& prefix,
                                                                   std::size_t limit) = 0;

  /// Asks for all that was asked and is not known yet, in one call: true if there was something,
  /// and the question has to be expanded once more. An index that answers at once has nothing to
  /// fetch; one behind a network answers 0 until then.
  [[nodiscard]] virtual bool fetch_missing() { return false; }
};

}  // namespace pantau
