#include "searcher/page/page_config.h"

#include <doctest/doctest.h>

#include "common/error.h"

namespace pantau {

TEST_CASE("a configuration names what it changes") {
  const PageConfig config = parse_config(
      "# the public page\n\n index = /srv/a.idx\nindex=/srv/b.idx\r\ntitle = Kabar & Aturan\n"
      "origin = https://news.example/\ndeadline_ms = 500\nmemory_mb = 64\nlog_queries = no\n"
      "facets = no\nshow_text = excerpt\ndownload_limit = 50");
  CHECK(config.indexes == std::vector<std::string>{"/srv/a.idx", "/srv/b.idx"});
  CHECK(config.title == "Kabar & Aturan");
  CHECK(config.origin == "https://news.example");
  CHECK(config.deadline == std::chrono::milliseconds{500});
  CHECK(config.memory == 64 * 1'048'576);
  CHECK_FALSE(config.log_queries);
  CHECK_FALSE(config.facets);
  CHECK(config.text == TextShown::excerpt);
  CHECK(config.download_limit == 50);
  CHECK(config.revision != parse_config("").revision);
  CHECK(parse_config("show_text = no").text == TextShown::none);
  CHECK(parse_config("").log_queries);
}

TEST_CASE("a mistake in a configuration is named with its line") {
  struct Case {
    std::string_view text, message;
  };
  constexpr Case cases[] = {
      {"index /srv/a", "configuration, line 1: 'index /srv/a' is not `name = value`"},
      {"\ncolour = red", "configuration, line 2: there is no setting 'colour'"},
      {"deadline_ms = soon", "configuration, line 1: 'soon' is no number from 0 to 1000000"},
      {"memory_mb = -1", "configuration, line 1: '-1' is no number from 0 to 1000000"},
      {"deadline_ms = 0", "configuration, line 1: a request needs some time"},
      {"index =", "configuration, line 1: 'index' names no folder"},
      {"origin = javascript:alert(1)",
       "configuration, line 1: 'javascript:alert(1)' is no address such as https://news.example"},
      {"show_text = some", "configuration, line 1: 'some' is neither yes, excerpt nor no"},
      {"download_limit = 0", "configuration, line 1: a download has 1 to 1000 articles"},
      {"download_limit = 1001", "configuration, line 1: a download has 1 to 1000 articles"},
      {"facets = maybe", "configuration, line 1: 'maybe' is neither yes nor no"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK_THROWS_WITH_AS((void)parse_config(c.text), std::string{c.message}.c_str(), Error);
  }
}

}  // namespace pantau
