#include "indexer/extract/html_author.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

std::string join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += name + "|";
  return out;
}

std::string authors_of(std::string_view html) {
  const HtmlTree tree = parse_html(html);
  const auto marks = mark_noise(tree);
  return join(
      find_authors(tree, marks, read_metadata(tree, marks, "https://paper.example/s")).names);
}

}  // namespace

TEST_CASE("a by-line is cut into names") {
  struct Case {
    std::string_view byline, names;
  };
  constexpr Case cases[] = {
      {"By Ana Diaz and Bob Roe, Reuters", "Ana Diaz|Bob Roe|Reuters|"},
      {"Oleh: Budi Santoso", "Budi Santoso|"},
      {"Von Ana Diaz und Bob Roe", "Ana Diaz|Bob Roe|"},
      {"Galih W - The Paper", "Galih W|The Paper|"},
      {"https://social.example/ana.diaz", ""},
      {"ana@paper.example", ""},
      {"Ana Diaz, (Image: An Agency, Another)", "Ana Diaz|"},
      {"3 hours ago", ""},
      {"(Ana Diaz", ""},
      {"Ana Diaz, Political Writer", "Ana Diaz|"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.byline);
    CHECK(join(names_in_byline(c.byline)) == c.names);
  }
}

TEST_CASE("a column of names is read as far as a by-line goes") {
  std::string column;
  for (int i = 0; i < 100'000; ++i) column += "Ana Diaz, ";
  CHECK(join(names_in_byline(column)) == "Ana Diaz|");
}

TEST_CASE("authors come from the best source a page has") {
  struct Case {
    std::string_view html, authors;
  };
  constexpr Case cases[] = {
      {R"(<script type=application/ld+json>{"@type":"NewsArticle","author":{"name":"Ana"}}</script>)"
       "<meta name=author content=Bob>",
       "Ana|"},
      {R"(<script type=application/ld+json>{"@type":"NewsArticle","author":"The Paper",)"
       R"("publisher":{"name":"The Paper"}}</script><meta name=author content=Bob>)",
       "Bob|"},
      {"<meta property=og:site_name content='The Paper'><meta name=author content='Bob, The Paper "
       "Online'>",
       "Bob|"},
      {"<body><div><span class=penulis>Ana Diaz</span> | Today</div>", "Ana Diaz|"},
      {"<meta name=author content=Bob>", "Bob|"},
      {"<body><a rel=author href=x>Ana Diaz</a>", "Ana Diaz|"},
      {"<body><div class=byline>By Ana Diaz</div>", "Ana Diaz|"},
      {"<body><div>By Ana Diaz | March 3, 2020</div>", "Ana Diaz|"},
      {"<body><div>Penulis: <a href=x>Ana Diaz</a></div><div>Editor: <a href=y>Bob Roe</a></div>",
       "Ana Diaz|"},
      {"<html lang=it><body><h1>A rule</h1><div>di Ana Diaz</div>", "Ana Diaz|"},
      {"<html lang=id><body><h1>A rule</h1><div>di Jakarta Selatan</div>", ""},
      {"<title>A rule</title><body><h1>A rule</h1><div>Ana Diaz - Paper</div><div>3 March "
       "2020</div>",
       "Ana Diaz|"},
      {"<title>Big Rule Passed</title><body><h1>Rule</h1><div>Big Rule Passed</div><div>3 March "
       "2020</div>",
       ""},
      {"<meta name=author content=ana-diaz>", "Ana Diaz|"},
      {"<meta name=author content='ANA DIAZ'>", "Ana Diaz|"},
      {"<meta property=og:site_name content='THE PAPER'><meta name=author content='THE PAPER'>",
       "THE PAPER|"},
      {"<body><p>Nothing is said.</p>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(authors_of(c.html) == c.authors);
  }
}

TEST_CASE("authors of comments and other stories, accounts and links are no authors") {
  const auto authors = [](const std::string& body) {
    const HtmlTree tree = parse_html(body);
    const auto marks = mark_noise(tree);
    std::string all;
    for (const std::string& name :
         find_authors(tree, marks, read_metadata(tree, marks, "https://a.example/x")).names)
      all += (all.empty() ? "" : ", ") + name;
    return all;
  };
  CHECK(
      authors("<meta name=author content=admin><body><div class=byline>Oleh <a href=/r>Rina Aldous"
              "</a></div>") == "Rina Aldous");
  CHECK(authors("<meta name=authors content='Rina Aldous'><body>") == "Rina Aldous");
  CHECK(authors("<body><div class=comments><span rel=author>Angry Reader</span></div>") == "");
  CHECK(authors("<body><div itemtype=https://schema.org/Comment><b itemprop=author>Angry Reader</b>"
                "</div>") == "");
  CHECK(authors("<body><aside class=related><b itemprop=author>Other Writer</b></aside>") == "");
  CHECK(authors(
            "<body><a rel=author href=/r>Rina Aldous</a><a rel=author href=/r>See full bio</a>") ==
        "Rina Aldous");
  CHECK(authors("<body><h1>Rules</h1><p>By Jane Smith, Research Scientist, John Doe, VP, Example "
                "Research</p>") == "Jane Smith, John Doe");
}

}  // namespace pantau
