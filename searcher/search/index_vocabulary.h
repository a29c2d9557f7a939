// The vocabulary of one or several open databases as if they were one. Tested by
// tests/searcher/index_reader_test.cpp.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/query/vocabulary.h"

namespace pantau {

/// Keeps a reference to `database`; remembers what was asked, because the partitions of a question
/// ask for the same terms.
class IndexVocabulary : public Vocabulary {
 public:
  explicit IndexVocabulary(const Xapian::Database& database) : database_{database} {}

  [[nodiscard]] unsigned documents(const std::string& term) override;
  [[nodiscard]] std::vector<std::string> terms_with_prefix(const std::string& prefix,
                                                           std::size_t limit) override;

 private:
  const Xapian::Database& database_;
  std::unordered_map<std::string, unsigned> known_;
};

}  // namespace pantau
