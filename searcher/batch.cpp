#include "searcher/batch.h"

#include "common/error.h"
#include "common/utf8.h"

namespace pantau {
namespace {

/// Throws Error{query} for a line that asks nothing.
void answer_line(std::string_view line, SearchRequest& request,
                 const std::function<void(const std::string& id, const SearchRequest&)>& answer) {
  const auto tab = line.find('\t');
  if (tab == std::string_view::npos || tab == 0)
    throw Error{Error::Kind::query, "expected `id TAB text`"};
  request.query = to_valid_utf8(line.substr(tab + 1));
  answer(to_valid_utf8(line.substr(0, tab)), request);
}

}  // namespace

std::size_t for_each_query(
    std::istream& queries, const std::string& name, const SearchRequest& base,
    const std::function<void(const std::string& id, const SearchRequest&)>& answer,
    const std::function<void(const std::string& why)>& reject) {
  SearchRequest request = base;
  std::size_t rejected = 0;
  std::string line;
  for (std::size_t number = 1; std::getline(queries, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    try {
      answer_line(line, request, answer);
    } catch (const Error& error) {
      if (error.kind() != Error::Kind::query) throw;
      ++rejected;
      reject(name + ", line " + std::to_string(number) + ": " + error.what());
    }
  }
  return rejected;
}

}  // namespace pantau
