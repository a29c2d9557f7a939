#include "common/schema.h"

#include <doctest/doctest.h>

#include "common/utf8.h"

namespace pantau {

TEST_CASE("prefixes and slots are what indexes on disk were written with") {
  // A change here makes every index out there unreadable: raise schema_version with it.
  CHECK(schema_version == 3);
  CHECK(field("title").prefix == "S");
  CHECK(field("author").prefix == "A");
  CHECK(field("outlet").prefix == "XO");
  CHECK(field("host").prefix == "H");
  CHECK(field("lang").prefix == "L");
  CHECK(field("url").prefix == "U");
  CHECK(field("id").prefix == "Q");
  CHECK(field("date").slot == 0);
  CHECK(field("outlet").slot == 2);
  CHECK(field("lang").slot == 3);
  CHECK(captured_slot == 1);
  CHECK(digest_slot == 5);
  CHECK(find_field("no such field") == nullptr);
}

TEST_CASE("a label of any length fits into a term and stays itself") {
  const std::string longer(5000, 'x');
  CHECK(label_term("H", "a.example") == "Ha.example");
  CHECK(label_term("U", longer).size() == 1 + max_label_bytes);
  CHECK(label_term("U", longer) != label_term("U", longer + "y"));
  std::string wide;
  for (int i = 0; i < 200; ++i) wide += "é";
  CHECK(is_valid_utf8(label_term("U", wide)));
}

}  // namespace pantau
