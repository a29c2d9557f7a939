#include "common/tsv.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("rows skip comments and empty lines and keep empty fields") {
  const auto rows = tsv_rows("# words\na\tb\r\n\n\t\nlast");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == std::vector<std::string_view>{"a", "b"});
  CHECK(rows[1] == std::vector<std::string_view>{"", ""});
  CHECK(rows[2] == std::vector<std::string_view>{"last"});
  CHECK(tsv_rows("").empty());
}

}  // namespace pantau
