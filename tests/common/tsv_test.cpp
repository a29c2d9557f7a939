#include "common/tsv.h"

#include <string>

#include <doctest/doctest.h>

#include "common/embedded.h"

namespace pantau {

TEST_CASE("rows skip comments and empty lines and keep empty fields") {
  const auto rows = tsv_rows("# words\na\tb\r\n\n\t\nlast");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == std::vector<std::string_view>{"a", "b"});
  CHECK(rows[1] == std::vector<std::string_view>{"", ""});
  CHECK(rows[2] == std::vector<std::string_view>{"last"});
  CHECK(tsv_rows("").empty());
}

TEST_CASE("pairs are given in order, without comments and rows that are none") {
  std::string seen;
  for_each_tsv_pair("# words\na\tb c\n\nlone\n# more\n\tx\ny\t",
                    [&](std::string_view key, std::string_view value) {
                      seen.append(key).append("=").append(value).append("; ");
                    });
  CHECK(seen == "a=b c; =x; y=; ");
}

TEST_CASE("a value is found in sorted rows by its key, wherever it stands") {
  constexpr std::string_view text = "# comment\n# b\tno\nabadi\tabadi\nb\tx y\nbc\t1\t2\nzoo\tz";
  struct Case {
    std::string_view key, value;
  };
  constexpr Case cases[] = {
      {"abadi", "abadi"}, {"b", "x y"}, {"bc", "1\t2"}, {"zoo", "z"}, {"a", ""},
      {"abadi ", ""},     {"bb", ""},   {"zz", ""},     {"", ""},     {"# b", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.key);
    CHECK(find_tsv_value(text, c.key) == c.value);
  }
  CHECK(find_tsv_value("", "a").empty());
}

TEST_CASE("the stem exceptions are sorted as the look-up needs them") {
  std::string_view before;
  for (const auto& row : tsv_rows(embedded::indonesian_stems)) {
    CHECK(before < row.front());
    before = row.front();
  }
}

}  // namespace pantau
