#include "indexer/extract/html_article.h"

#include <doctest/doctest.h>

#include "common/utf8.h"

namespace pantau {
namespace {

const std::string page = R"(<!DOCTYPE html><html lang="id"><head>
<title>Aturan AI disahkan | Warta</title>
<meta property="og:site_name" content="Warta">
<link rel="canonical" href="https://warta.example/read/1">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Aturan AI disahkan",
"datePublished":"2024-05-06T07:00:00+07:00","author":{"name":"Budi Santoso"}}</script></head><body>
<nav><a href="/">Beranda</a> <a href="/tekno">Tekno</a></nav><h1>Aturan AI disahkan</h1>
<div class="detail-konten"><p>Parlemen mengesahkan aturan kecerdasan buatan pada hari Senin di Jakarta.</p>
<p><strong>Baca juga: <a href="/2">Sushi salmon terpopuler</a></strong></p>
<p>Aturan itu mulai berlaku tahun depan, kata menteri, setelah masa transisi enam bulan.</p></div>
<div class="terkait"><a href="/3">Sampah baterai menumpuk</a></div>
<footer>© 2024 Warta</footer></body></html>)";

}  // namespace

TEST_CASE("a page becomes an article with nothing of what stood around it") {
  const HtmlArticle article =
      extract_html(page, "http://warta.example/read/1?utm_source=x", "2024-06-01");
  CHECK(article.url == "https://warta.example/read/1");
  CHECK(article.title == "Aturan AI disahkan");
  CHECK(article.outlet == "Warta");
  CHECK(article.language == "id");
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0] == "Budi Santoso");
  CHECK(to_iso(article.date.value()) == "2024-05-06");
  CHECK(article.date_from.source == "json-ld");
  CHECK(article.text ==
        "Parlemen mengesahkan aturan kecerdasan buatan pada hari Senin di Jakarta.\n\n"
        "Aturan itu mulai berlaku tahun depan, kata menteri, setelah masa transisi enam bulan.");
  CHECK(article.is_article);
  CHECK(article.verdicts.empty());
}

TEST_CASE("an explanation names the element and gives every block a reason") {
  const HtmlArticle article = extract_html(page, "", "", true);
  CHECK(article.strategy == "labels");
  CHECK(article.root == "detail-konten");
  bool told = false;
  for (const BlockVerdict& verdict : article.verdicts)
    told |= !verdict.kept && verdict.text.starts_with("Baca juga") && !verdict.reason.empty();
  CHECK(told);
}

TEST_CASE("old pages that are titled with the site's name take the first line") {
  const HtmlArticle article = extract_html(
      "<title>Warta</title><body><div><b>Aturan AI disahkan parlemen</b><br><br>Parlemen "
      "mengesahkan "
      "aturan kecerdasan buatan pada hari Senin di Jakarta.<br><br>Aturan itu mulai berlaku tahun "
      "depan, "
      "kata menteri, setelah masa transisi enam bulan.</div>",
      "https://warta.example/1", "");
  CHECK(article.text.find("Parlemen mengesahkan") != std::string::npos);
}

TEST_CASE("what could drive a terminal comes out as spaces, wherever it is written") {
  const HtmlArticle article = extract_html(
      R"(<script type=application/ld+json>{"@type":"NewsArticle","headline":"Rules\u001b[2J pass",)"
      R"("author":"Ana\u202eDiaz"}</script><body>)"
      "<p>The rule applies to all\u202E of the platforms from Monday on, &#27;[2Jthey said.</p>",
      "", "");
  CHECK(article.title == "Rules [2J pass");
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0] == "Ana Diaz");
  CHECK(to_valid_utf8(article.text) == article.text);
}

TEST_CASE("whatever the bytes, what comes out is valid UTF-8") {
  for (std::size_t cut = 0; cut < page.size(); cut += 7) {
    const std::string half = page.substr(0, utf8_floor(page, cut)) + page.substr(page.size() - 200);
    const HtmlArticle article = extract_html(half, "https://warta.example/1", "");
    CHECK(is_valid_utf8(article.text));
    CHECK(is_valid_utf8(article.title));
  }
}

}  // namespace pantau
