#include "searcher/page/http_request.h"

#include <map>

#include <doctest/doctest.h>

#include "common/url.h"

namespace pantau {
namespace {

HttpRequest from(const std::map<std::string, std::string>& environment) {
  return read_request([&](const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string{} : found->second;
  });
}

}  // namespace

TEST_CASE("parameters are decoded as browsers encode them, and broken escapes stay as they are") {
  struct Case {
    std::string_view query, expected;
  };
  constexpr Case cases[] = {
      {"q=deepfake+rules", "q=deepfake rules;"},
      {"q=%22AI%20Act%22&p=2", "q=\"AI Act\";p=2;"},
      {"q=100%&x=%zz%4", "q=100%;x=%zz%4;"},
      {"q=%E4%B8%AD", "q=中;"},
      {"q=%FF%00%0A", "q=\uFFFD;"},
      {"&&=x&q", "q=;"},
      {"q=a=b&q=c", "q=a=b;q=c;"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    std::string found;
    for (const Parameter& parameter : parse_parameters(c.query))
      found += parameter.name + '=' + parameter.value + ';';
    CHECK(found == c.expected);
  }
}

TEST_CASE("what is encoded is decoded to itself") {
  for (const std::string text : {"deepfake \"rules\" & 100% + more", "中国 #1?", "a/b=c;d,e:f"}) {
    CAPTURE(text);
    const auto parameters = parse_parameters("q=" + encode_parameter(text));
    REQUIRE(parameters.size() == 1);
    CHECK(parameters[0].value == text);
  }
}

TEST_CASE("the language a browser wants most is chosen") {
  struct Case {
    std::string_view header, code;
  };
  constexpr Case cases[] = {
      {"", "en"},
      {"id", "id"},
      {"id-ID,id;q=0.9,en;q=0.8", "id"},
      {"en-US,en;q=0.9,id;q=0.8", "en"},
      {"en;q=0.5, id;q=0.7", "id"},
      {"fr, id;q=0.3", "id"},
      {"fr", "en"},
      {"id;q=0, en;q=0.1", "en"},
      {"*;;;q=,,,id;q=x", "en"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.header);
    CHECK(choose_language(c.header, {"en", "id"}) == c.code);
  }
}

TEST_CASE("a path that could lead elsewhere is not believed") {
  struct Case {
    std::string given, script;
  };
  const Case cases[] = {
      {"/pantau.cgi", "/pantau.cgi"},
      {"/~news/cgi-bin/pantau.cgi", "/~news/cgi-bin/pantau.cgi"},
      {"", "/"},
      {"//evil.example/pantau.cgi", "/"},
      {"javascript:alert(1)", "/"},
      {"/a\"onclick=\"b", "/"},
      {"/a?b#c", "/"},
      {"/a\r\nX: y", "/"},
      {"/\\evil.example", "/"},
      {"/\xFF", "/"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.given);
    CHECK(from({{"SCRIPT_NAME", c.given}}).script == c.script);
  }
}

TEST_CASE(
    "a tag is known again in a list, weak or strong, and as servers that compress change it") {
  struct Case {
    std::string_view header;
    bool names;
  };
  constexpr Case cases[] = {
      {"", false},
      {"*", true},
      {"W/\"12ab\"", true},
      {"\"12ab\"", true},
      {"\"x\", W/\"12ab\" , \"y\"", true},
      {"W/\"12ab-gzip\"", true},
      {"\"12ab-br\"", true},
      {"\"12abc\"", false},
      {"\"12a\"", false},
      {"\"12ab", false},
      {"12ab", false},
      {"x\"12ab\"", false},
      {"W/W/\"12ab\"", false},
      {",,,", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.header);
    CHECK(names_etag(c.header, "W/\"12ab\"") == c.names);
  }
}

TEST_CASE("what a request says of the server's name is not read at all") {
  const HttpRequest request = read_request([](const char* name) {
    CHECK(std::string_view{name} != "HTTP_HOST");
    return std::string{"/x"};
  });
  CHECK(request.script == "/x");
}

}  // namespace pantau
