// The table of entities keeps to its format (data/entities/README.md).
#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "common/text.h"
#include "common/tsv.h"
#include "common/url.h"
#include "common/utf8.h"
#include "tests/program.h"

namespace pantau {
namespace {

std::string read_table() {
  return read_file(std::string{PANTAU_DATA} + "/entities/entities.tsv");
}

bool is_id(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

std::vector<std::string> names_of(std::string_view column) {
  std::vector<std::string> names;
  while (!column.empty()) {
    const std::size_t end = std::min(column.find('|'), column.size());
    names.emplace_back(column.substr(0, end));
    column.remove_prefix(std::min(end + 1, column.size()));
  }
  return names;
}

}  // namespace

TEST_CASE("every entity has an id, a kind and a name, and the table is sorted") {
  const std::set<std::string_view> kinds{"company",      "country",  "currency", "law",
                                         "organisation", "platform", "regulator"};
  const std::string text = read_table();
  std::string_view before;
  std::size_t count = 0;
  for (const auto& row : tsv_rows(text)) {
    CAPTURE(std::string{row.front()});
    REQUIRE(row.size() == 7);
    REQUIRE(is_id(row[0]));
    REQUIRE(before < row[0]);
    REQUIRE(kinds.contains(row[1]));
    REQUIRE(std::any_of(row.begin() + 2, row.end(), [](auto names) { return !names.empty(); }));
    before = row[0];
    ++count;
  }
  CHECK(count >= 400);
}

TEST_CASE("no name belongs to two entities, and each is clean text") {
  std::map<std::string, std::string> owners;
  const std::string text = read_table();
  for (const auto& row : tsv_rows(text)) {
    for (std::size_t column = 2; column < row.size(); ++column) {
      for (const std::string& name : names_of(row[column])) {
        CAPTURE(name);
        REQUIRE(is_valid_utf8(name));
        REQUIRE(collapse_space(name) == name);
        std::string plain = to_lower_ascii(name);
        if (plain.ends_with('!')) plain.pop_back();
        REQUIRE_FALSE(plain.empty());
        const auto [owner, is_new] = owners.emplace(plain, row[0]);
        REQUIRE(owner->second == row[0]);
      }
    }
  }
}

}  // namespace pantau
