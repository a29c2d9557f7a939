#include "common/json_writer.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("JSON is nested, separated and escaped") {
  JsonWriter json;
  json.begin_object();
  json.key("a\"b").value("line\nfeed \\ \x01 é");
  json.key("list")
      .begin_array()
      .value(std::uint64_t{1})
      .value(true)
      .null()
      .begin_object()
      .end_object();
  json.end_array();
  json.key("empty").begin_array().end_array();
  json.key("none").value_or_null("");
  json.key("score").value(0.5);
  json.end_object();
  CHECK(
      json.text() ==
      R"({"a\"b":"line\nfeed \\ \u0001 é","list":[1,true,null,{}],"empty":[],"none":null,"score":0.500000})");
}

}  // namespace pantau
