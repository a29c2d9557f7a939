#include "searcher/query/stop_words.h"

#include <set>
#include <utility>

#include "common/embedded.h"
#include "common/tsv.h"

namespace pantau {
namespace {

using Words = std::set<std::pair<std::string_view, std::string_view>>;

Words read_words() {
  Words words;
  for (const auto& row : tsv_rows(embedded::stop_words))
    if (row.size() == 2) words.emplace(row[0], row[1]);
  return words;
}

}  // namespace

bool is_stop_word(std::string_view form, std::string_view language) {
  static const Words words = read_words();
  return words.contains({language, form});
}

}  // namespace pantau
