// What the query parser does with too much, with the hostile and with anything at all, and the
// columns it tells.
#include <iterator>
#include <random>
#include <string>

#include "tests/searcher/parsed_query.h"

namespace pantau {
namespace {

using parsing::all_words;
using parsing::check_round_trip;
using parsing::error_of;
using parsing::plain;
using parsing::strict;
using parsing::tree_of;

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("what is asked beyond the limits is left out, and in strict mode an error") {
  const std::string words = repeat("w ", max_query_leaves);
  CHECK_FALSE(parse_query(words, strict).truncated);
  const ParsedQuery query = parse_query(words + "lang:en AND x");
  CHECK(query.truncated);
  CHECK(query.root.children.size() == max_query_leaves);
  CHECK(error_of(words + "x") == "column 2049: expected at most 1024 words, found more");
  CHECK(parse_query(words + "x", plain).truncated);
  CHECK(parse_query("lang:" + repeat("a,", 1500)).root.children.size() == max_query_leaves);

  const auto nested = [](std::size_t depth) { return repeat("(a ", depth) + repeat(")", depth); };
  CHECK(error_of(nested(max_query_depth)).empty());
  CHECK(tree_of("(b AND " + nested(64) + ")") == "(all b " + tree_of(nested(64)) + ")");
  CHECK(error_of(nested(max_query_depth + 1)) ==
        "column 193: expected at most 64 parentheses to be open, found one more");

  for (const ParseOptions& options : {ParseOptions{}, strict, plain})
    CHECK(error_of(std::string(65537, 'a'), options) ==
          "the query has 65537 bytes, more than 65536: ask for less at once");
  CHECK(parse_query(std::string(65536, 'a')).root.text.size() == 65536);
}

TEST_CASE("columns count characters and point at the text of each leaf") {
  const QueryNode root = parse_query("é +title:“ü b” lang:en,id -(x)").root;
  REQUIRE(
      dump(root) ==
      "(without (all (mixed é +(phrase title \"ü b\")) (any (label lang en) (label lang id))) x)");
  const QueryNode& all = root.children[0];
  CHECK(all.children[0].children[0].column == 1);
  CHECK(all.children[0].children[1].column == 11);
  CHECK(all.children[1].children[0].column == 21);
  CHECK(all.children[1].children[1].column == 24);
  CHECK(root.children[1].column == 29);
}

TEST_CASE("hostile queries are read without harm") {
  const std::string texts[] = {
      repeat("\"", 65536),
      repeat("\" ", 32768),
      repeat("(", 40000) + repeat(")", 20000),
      repeat("(a AND NOT ", 5900),
      repeat("a NEAR/9 ", 7000),
      repeat("word ", 10000),
      repeat("NOT ", 16000),
      repeat("-(", 30000) + "a",
      repeat("+a ", 20000),
      repeat("title:(", 9000) + "a",
      repeat("url:x(", 10000),
      repeat("lang:a,", 9000),
      "lang:" + repeat("a,", 32000),
      repeat(")", 65536),
      repeat("a OR ", 13000),
      repeat("\\", 65536),
      repeat("date:", 13000),
      "date:" + repeat(".", 60000),
      repeat("+", 65536),
      repeat("*", 65536),
      "\u202E(a \u2066AND\u2069 b\u200F)",
      std::string("a\0b AND \0", 9),
      "\xFF\xFE(\xC3 \xE2\x80 \"\xE3\x80\" \xF0\x9F) \x80:*",
      repeat("\xE2\x80", 32768),
  };
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 40));
    const ParsedQuery query = parse_query(text);
    CHECK(query.notes.size() <= max_query_notes);
    CHECK(dump(query.root).size() < 20 * max_query_bytes);
    CHECK(to_query_text(query.root).size() < 20 * max_query_bytes);
    (void)parse_query(text, plain);
    (void)error_of(text);
  }
  CHECK(error_of(repeat("\"", 1'000'000), {}) != "");
}

TEST_CASE("what any text is read as can be written as a query that is read alike") {
  constexpr std::string_view pieces[] = {
      "a",       "b",         "cat",    "e-mail", "监管",   "AND",         "OR",      "NOT",
      "NEAR",    "NEAR/3",    "NEAR/0", "(",      ")",      "(",           ")",       "\"",
      "“",       "”",         "„",      "«",      "「",     "」",          "+",       "-",
      "*",       "\\",        ":",      ",",      "title:", "lang:",       "outlet:", "date:",
      "url:",    "id:",       "2021",   "..",     "-03",    "http://x(y)", "\u3000",  "\x80",
      "lang:en", "date:2021", "re*",    "-x",     "+y",     "'",           "&",       "title:(",
  };
  std::mt19937 random{20240229};
  const auto below = [&](std::size_t n) { return random() % n; };
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = 1 + below(14); n > 0; --n) {
      text += pieces[below(std::size(pieces))];
      if (below(3) > 0) text += ' ';
    }
    check_round_trip(text);
    check_round_trip(text, all_words);
    check_round_trip(text, plain);
  }
}

}  // namespace pantau
