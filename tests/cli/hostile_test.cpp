// Pages made to break a parser, in one crawl file with good ones: they cost themselves at most.
#include <doctest/doctest.h>

#include "tests/program.h"

namespace pantau {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

const std::string story = repeat(
    "<p>The regulator said on Monday that the rule would apply to all of the platforms.</p>", 4);

std::string record(const std::string& url, const std::string& html) {
  const std::string response = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + url +
         "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " +
         std::to_string(response.size()) + "\r\n\r\n" + response + "\r\n\r\n";
}

}  // namespace

TEST_CASE("hostile pages cost themselves at most, never their neighbours") {
  struct Case {
    std::string name, html;
    bool has_story = true;  ///< the story in it is found all the same
  };
  const std::string json = "<script type=application/ld+json>";
  const Case cases[] = {
      {"nested", repeat("<div>", 200'000) + story},
      {"inline", repeat("<b><i><span>", 60'000) + story},
      {"attributes", "<div " + repeat("class=x ", 200'000) + ">" + story},
      {"large", repeat(story, 60'000'000 / story.size()), false},
      {"word", "<p>" + std::string(8'000'000, 'a') + "</p>" + story},
      {"json", json + repeat("{\"@graph\":", 100'000) + "</script>" + story},
      {"arrays", json + repeat("[", 1'000'000) + "</script>" + story},
      {"end-tags", repeat("<div>", 1'000) + repeat("</b>", 300'000) + story},
      {"angles", std::string(2'000'000, '<') + story},
      {"script", "<script>" + story, false},
      {"names", repeat("<div itemprop=author>", 250) + repeat("<b>Ana, Bob; </b>", 20'000) + story},
      {"nul", std::string(100'000, '\0'), false},
      {"entities", "<p>" + repeat("&amp;", 1'000'000) + "</p>" + story},
      {"no-entities", "<p>" + repeat("&x", 1'000'000) + "</p>" + story},
      {"tables", repeat("<table>", 500'000) + story},
      {"cells", repeat("<table><tr><td>", 150'000) + story},
      {"links", repeat("<a href=/x>A link with words</a> ", 100'000) + story, false},
      {"headings", "<title>" + repeat("A title - ", 50'000) + "</title>" +
                       repeat("<h1>A heading of this page</h1>", 50'000) + story},
      {"long-heading", "<title>" + repeat("word ", 100'000) + "</title><h1>" +
                           repeat("word ", 100'000) + "</h1>" + story},
      {"code", "<script>" + repeat("if (a < b) c('</div>'); ", 100'000) + "</script>" + story},
      {"comment", "<!--" + repeat("- > -- ", 300'000) + "-->" + story},
      {"many-json", repeat(json + R"({"@type":"NewsArticle"}</script>)", 50'000) + story},
      {"metas", repeat("<meta name=author content=Ana>", 100'000) + story},
      {"breaks", repeat("<br>", 1'000'000) + story, false},
      {"equal", repeat(story, 3'000)},
      {"bracket", "<meta name=author content='(Ana'><meta name=byl content='" +
                      std::string(500'000, '(') + "'>" + story},
  };
  const auto url = [](const std::string& name) { return "https://a.example/" + name; };
  std::string warc;
  for (const Case& c : cases) {
    warc += record(url(c.name), c.html);
    warc += record(url("after-" + c.name), story);
  }
  const Outcome run = run_index({"--extract-only", "--jobs", "2", "-"}, warc);
  CHECK(run.code == 1);
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(run.out.find('"' + url("after-" + c.name) + '"') != std::string::npos);
    CHECK((run.out.find('"' + url(c.name) + '"') != std::string::npos) == c.has_story);
  }
}

}  // namespace pantau
