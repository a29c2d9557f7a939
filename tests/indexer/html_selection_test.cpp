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
  const auto verdicts = select_blocks(blocks, 0, blocks.size(), title, {});
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
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(kept(c.html) == c.kept);
  }
}

TEST_CASE("the headline is not a paragraph of its own story") {
  const std::string p = "<p>" + std::string{sentence} + "</p>";
  CHECK(kept("<h1>Rule applies</h1>" + p, "Rule applies") == "The|");
  CHECK(kept("<h1>Politics Rule applies</h1>" + p, "Rule applies") == "The|");
}

}  // namespace pantau
