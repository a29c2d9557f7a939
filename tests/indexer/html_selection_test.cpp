#include "indexer/extract/html_selection.h"

#include <doctest/doctest.h>

#include "indexer/extract/html_content.h"

namespace pantau {
namespace {

constexpr std::string_view sentence = "The ministry said on Monday that the rule applies to all.";

/// The blocks of a page that stay, each up to its first three letters.
std::string kept(const std::string& html, std::string_view title = "") {
  const HtmlTree tree = parse_html("<body>" + html);
  const auto blocks = read_blocks(tree, mark_noise(tree));
  const auto verdicts = select_blocks(blocks, 0, blocks.size(), title, {}).verdicts;
  std::string out;
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (verdicts[i].empty()) out += blocks[i].text.substr(0, 3) + "|";
  return out;
}

}  // namespace

TEST_CASE("blocks are kept or dropped by themselves and by their neighbours") {
  const std::string p = "<p>" + std::string{sentence} + "</p>";
  struct Case {
    std::string html, kept;
  };
  const Case cases[] = {
      {p + p, "The|The|"},
      {p + "<h2>Head</h2>" + p, "The|Hea|The|"},
      {p + "<h2>Head</h2>", "The|"},
      {p + "<p><a href=x>Another story on the same thing</a></p>" + p, "The|The|"},
      {p + "<p>Baca juga: <a href=x>Cerita lain</a></p>" + p, "The|The|"},
      {p + "<p>More on this</p><p><a href=x>Another story</a></p>" + p, "The|The|"},
      {"<p>By Ana Diaz</p>" + p, "The|"},
      {p + "<p>Jakarta bureau</p>", "The|"},
      {p + "<p>Photo © The Paper</p>" + p, "The|The|"},
      {"<p>Dear reader,</p>" + p, "Dea|The|"},
      {p + "<ul><li>one point<li>another point</ul>" + p, "The|one|ano|The|"},
      {p + "<ul><li><a href=x>one link</a><li><a href=x>another</a></ul>" + p, "The|The|"},
      {p + "<h3>Most popular</h3><p>Short head</p>", "The|"},
      {p + "<p>© 2024 The Paper. All rights reserved.</p>", "The|"},
      {p + "<p>Support us: we have no owner. <a href=/donate>Chip in</a></p>" + p, "The|The|"},
      {p + "<p>The firm raised the fee to <a href=/subscribe>subscribe</a> to it.</p>", "The|The|"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(kept(c.html) == c.kept);
  }
}

TEST_CASE("three teasers or more in a row are a list of other stories") {
  const std::string p = "<p>" + std::string{sentence} + "</p>";
  const std::string teaser =
      "<h3><a href=x>A headline of another story</a></h3><p>Its first words are these, and no more "
      "of them.</p>";
  CHECK(kept(p + p + teaser + teaser + teaser) == "The|The|");
  CHECK(kept(p + p + teaser + teaser) == "The|The|Its|Its|");
  CHECK(kept(p + p + teaser + p + teaser + p + teaser) == "The|The|Its|The|Its|The|Its|");
  CHECK(kept(teaser + teaser + teaser) == "Its|Its|Its|");
}

TEST_CASE("what readers wrote below the story goes, a counter above it does not cut it") {
  std::string p;
  for (int i = 0; i < 8; ++i) p += "<p>" + std::string{sentence} + "</p>";
  const std::string story = kept(p);
  CHECK(kept(p + "<p>2 replies</p><p>momo wrote: my cousin just uses another phone.</p>") == story);
  CHECK(kept("<p>2 replies</p>" + p) == story);
}

TEST_CASE("the headline is not a paragraph of its own story") {
  const std::string p = "<p>" + std::string{sentence} + "</p>";
  CHECK(kept("<h1>Rule applies</h1>" + p, "Rule applies") == "The|");
  CHECK(kept("<h1>Politics Rule applies</h1>" + p, "Rule applies") == "The|");
}

TEST_CASE("what is said again and again is said by the page, what is said twice is said once") {
  const std::string notice =
      "<p>External content is not available here, for your settings do not let us show it.</p>";
  const std::string once =
      "<p>The rule applies to all of the platforms from May on, the office said.</p>";
  const std::string half =
      "<p>The second half of it all follows here, and it is as long as what is said again and "
      "again "
      "above and below, since a page of refrains is left as it is, whatever they say, the office "
      "added on Monday, when it was asked.</p>";
  CHECK(kept(notice + once + notice + half + notice) == "The|The|");
  const std::string question =
      "<p>What do you think of the rule that the office has made for all of us?</p>";
  CHECK(kept(question + once + question) == "Wha|The|Wha|");
  CHECK(kept(once + "<p>Another thing is true as well, they said.</p>" + once) == "The|Ano|");
}

}  // namespace pantau
