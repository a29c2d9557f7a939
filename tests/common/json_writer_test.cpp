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

TEST_CASE("JSON shown on a terminal cannot drive it or turn a line around") {
  const auto quoted = [](std::string_view text) {
    JsonWriter json;
    json.value(text);
    return json.text();
  };
  CHECK(quoted("a\x1b[2Jb\x7f") == R"("a\u001b[2Jb\u007f")");
  CHECK(quoted("\u009b31m") == R"("\u009b31m")");
  CHECK(quoted("\u202Egnp.exe\u2066\u061c\u200f") == R"("\u202egnp.exe\u2066\u061c\u200f")");
  CHECK(quoted("\u2028") == R"("\u2028")");
  CHECK(quoted(std::string_view{"\0", 1}) == R"("\u0000")");
  CHECK(quoted("é “a” 国 \u2014 \u00a0") == "\"é “a” 国 \u2014 \u00a0\"");
}

}  // namespace pantau
