#include "indexer/extract/html_date.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

std::string iso(const std::optional<Date>& date) {
  return date ? to_iso(*date) : "";
}

}  // namespace

TEST_CASE("machines' dates are read in all their forms") {
  struct Case {
    std::string_view text, date;
  };
  constexpr Case cases[] = {
      {"2024-01-02T23:00:00+07:00", "2024-01-02"},
      {"2024/01/02 10:00", "2024-01-02"},
      {"20240102", "2024-01-02"},
      {"20240102T100000Z", "2024-01-02"},
      {"1704153600", "2024-01-02"},
      {"1704153600000", "2024-01-02"},
      {"Tue, 02 Jan 2024 10:00:00 GMT", "2024-01-02"},
      {"January 2, 2024", "2024-01-02"},
      {"2024-13-02", ""},
      {"today", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(iso(parse_machine_date(c.text)) == c.date);
  }
}

TEST_CASE("a date in an address is one only when it is whole") {
  struct Case {
    std::string_view url, date;
  };
  constexpr Case cases[] = {
      {"https://a.example/2024/01/02/story", "2024-01-02"},
      {"https://a.example/story-2024-01-02.html", "2024-01-02"},
      {"https://a.example/read/20240102/x", "2024-01-02"},
      {"https://a.example/2017/7/2/story", "2017-07-02"},
      {"https://a.example/2017/7/story", ""},
      {"https://a.example/2024/01/story", ""},
      {"https://a.example/story-1202401021", ""},
      {"https://a.example/2024/23/45/", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.url);
    CHECK(iso(date_in_url(c.url)) == c.date);
  }
}

TEST_CASE("the day of publication comes from the best source, and never from the future") {
  struct Case {
    std::string_view html, date, source;
  };
  constexpr Case cases[] = {
      {R"(<script type=application/ld+json>{"@type":"NewsArticle","datePublished":"2024-01-02"}</script>)"
       "<meta property=article:published_time content=2024-01-03>",
       "2024-01-02", "json-ld"},
      {"<meta property=article:published_time content=2024-01-03T01:00:00Z>", "2024-01-03", "meta"},
      {"<meta property=article:published_time content=2031-01-03>", "", ""},
      {"<body><time datetime=2024-01-04>x</time>", "2024-01-04", "time"},
      {"<body><time class=updated datetime=2024-01-05>x</time><time datetime=2024-01-04>x</time>",
       "2024-01-04", "time"},
      {"<body><ul class=related><li><time datetime=2024-01-05>x</time></ul>", "", ""},
      {"<body><p>Until 1 May 2023 nothing happened.</p><div class=byline>Ana, 2 Januari 2024</div>",
       "2024-01-02", "text"},
      {"<body><div class=comments>2 January 2024</div>", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    const HtmlTree tree = parse_html(c.html);
    const auto marks = mark_noise(tree);
    const auto found = find_html_date(
        tree, marks, read_metadata(tree, marks, "https://a.example/s"), make_date(2024, 6, 1));
    CHECK((found ? to_iso(found->date) : "") == c.date);
    CHECK((found ? found->from.source : "") == c.source);
  }
}

TEST_CASE("the day on the page is that of publication, not of a law, a hearing or a change") {
  struct Case {
    std::string_view body, date;
  };
  constexpr Case cases[] = {
      {"<p>Updated: 19 March 2024</p><p>Published: 18 March 2024</p>", "2024-03-18"},
      {"<p>Last updated <time datetime=2024-03-19>19 March</time></p><p>First published <time "
       "datetime=2024-03-18>18 March</time></p>",
       "2024-03-18"},
      {"<p>Updated: 19 March 2024</p>", "2024-03-19"},
      {"<p>Regulation (EU) 2016/679 of 27 April 2016 applies to all of the voices as well, the "
       "office said.</p>",
       ""},
      {"<p>Regulation (EU) 2016/679 of 27 April 2016 applies here.</p><div class=date>18.03.2024"
       "</div>",
       "2024-03-18"},
      {"<p>JAKARTA, 18 March 2024 -- The ministry opened a consultation on labels for clips, which "
       "ends in May.</p>",
       "2024-03-18"},
      {"<span class=postdate>Ledger \u2022March&nbsp;18,&nbsp;2024</span>", "2024-03-18"},
      {"<span class=postdate>Mar&shy;ch 18, 2024</span>", "2024-03-18"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.body);
    const HtmlTree tree = parse_html("<body>" + std::string{c.body});
    const auto marks = mark_noise(tree);
    const auto found = find_html_date(tree, marks, read_metadata(tree, marks, ""), {});
    CHECK(iso(found ? std::optional{found->date} : std::nullopt) == c.date);
  }
}

}  // namespace pantau
