#include "searcher/batch.h"

#include "common/error.h"
#include "common/utf8.h"

namespace pantau {

void for_each_query(
    std::istream& queries, const std::string& name, const SearchRequest& base,
    const std::function<void(const std::string& id, const SearchRequest&)>& answer) {
  SearchRequest request = base;
  std::string line;
  for (std::size_t number = 1; std::getline(queries, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos || tab == 0)
      throw Error{Error::Kind::input,
                  name + ", line " + std::to_string(number) + ": expected `id TAB text`"};
    request.query = to_valid_utf8(std::string_view{line}.substr(tab + 1));
    answer(to_valid_utf8(std::string_view{line}.substr(0, tab)), request);
  }
}

}  // namespace pantau
