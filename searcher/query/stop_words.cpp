#include "searcher/query/stop_words.h"

#include <string>
#include <unordered_set>

#include "common/embedded.h"
#include "common/tsv.h"

namespace pantau {
namespace {

/// The rows of the list, "en TAB the".
std::unordered_set<std::string> rows() {
  std::unordered_set<std::string> rows;
  for_each_tsv_pair(embedded::stop_words, [&](std::string_view language, std::string_view word) {
    rows.insert(std::string{language}.append("\t").append(word));
  });
  return rows;
}

}  // namespace

bool is_stop_word(std::string_view form, std::string_view language) {
  static const std::unordered_set<std::string> all = rows();
  return all.contains(std::string{language}.append("\t").append(form));
}

}  // namespace pantau
