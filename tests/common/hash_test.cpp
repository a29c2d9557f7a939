#include "common/hash.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a hash is FNV-1a's, which lies in indexes: it may never change") {
  CHECK(to_hex(fnv1a("")) == "cbf29ce484222325");
  CHECK(to_hex(fnv1a("a")) == "af63dc4c8601ec8c");  // as the authors' list of test values has it
  CHECK(to_hex(0) == "0000000000000000");
}

TEST_CASE("a text has one hash, whole or piece by piece") {
  CHECK(fnv1a("bar", fnv1a("foo")) == fnv1a("foobar"));
}

}  // namespace pantau
