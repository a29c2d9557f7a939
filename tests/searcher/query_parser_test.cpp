// The query language, as tables of texts and the trees they are read as.
#include "searcher/query/query_parser.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "tests/searcher/parsed_query.h"

namespace pantau {
namespace {

using parsing::all_words;
using parsing::check_round_trip;
using parsing::error_of;
using parsing::plain;
using parsing::strict;
using parsing::tree_of;

struct Case {
  std::string_view text, tree;
};

/// Rows are free of mistakes, so strict mode reads them alike.
void check_trees(const auto& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ParsedQuery query = parse_query(c.text);
    CHECK(dump(query.root) == c.tree);
    CHECK(query.notes.empty());
    CHECK(tree_of(c.text, strict) == c.tree);
    check_round_trip(c.text);
    check_round_trip(c.text, all_words);
  }
}

}  // namespace

TEST_CASE("a name at the end of a bracket is no mistyped field") {
  for (const char* const query : {"(x OR ate:)", "(titel:)", "((a) AND titel:)", "titel:"}) {
    CAPTURE(query);
    CHECK(parse_query(query).notes.empty());
    CHECK_NOTHROW((void)parse_query(query, {.strict = true}));
  }
}

TEST_CASE("words side by side are alternatives that rank") {
  constexpr Case cases[] = {
      {"deepfake", "deepfake"},
      {"deepfake regulation China", "(any deepfake regulation China)"},
      {"  two\t\r\n spaces  ", "(any two spaces)"},
      {"no\u00A0break\u3000wide\u2003em", "(any no break wide em)"},
      {"undang-undang e-mail anti-monopoly", "(any undang-undang e-mail anti-monopoly)"},
      {"AT&T C++ 10:30 http://ojk.go.id foo:bar re:publica WHO:China titel: ids:1",
       "(any AT&T C++ \"10:30\" \"http://ojk.go.id\" \"foo:bar\" \"re:publica\" \"WHO:China\" "
       "\"titel:\" \"ids:1\")"},
      {"and or not near", "(any and or not near)"},
      {"ANDROID NEARBY NOTE", "(any ANDROID NEARBY NOTE)"},
      {"a - b -- --help -+x *", "(any a - b -- --help -+x *)"},
      {"监管 ข่าว новости", "(any 监管 ข่าว новости)"},
      {"", "(nothing)"},
      {" \u3000 ", "(nothing)"},
  };
  check_trees(cases);
}

TEST_CASE("quotation marks hold phrases, in the usages of several languages") {
  constexpr Case cases[] = {
      {"deepfake \"china rules\"", "(any deepfake (phrase \"china rules\"))"},
      {"“a b” „c d“ „e f\" «g h» »i j« ”k l”",
       "(any (phrase \"a b\") (phrase \"c d\") (phrase \"e f\") (phrase \"g h\") (phrase \"i j\") "
       "(phrase \"k l\"))"},
      {"＂数字 货币＂", "(phrase \"数字 货币\")"},
      {"「デジタル円」 『日銀』", "(any (phrase \"デジタル円\") (phrase \"日銀\"))"},
      {"\"kami “siap” hadapi\"", "(phrase \"kami “siap” hadapi\")"},
      {"「say \"x\"」", "(phrase \"say \\\"x\\\"\")"},
      {"中国“监管”深圳", "(any 中国 (phrase \"监管\") 深圳)"},
      {"5\" צה\"ל", "(any \"5\\\"\" \"צה\\\"ל\")"},
      {"\"AND (x) title:y -z\"", "(phrase \"AND (x) title:y -z\")"},
      {"\"a\"b\"c\"", "(any (phrase \"a\") \"b\\\"c\\\"\")"},
  };
  check_trees(cases);
}

TEST_CASE(
    "NEAR binds before NOT, that before AND, that before OR, that before standing side by side") {
  constexpr Case cases[] = {
      {"a AND b", "(all a b)"},
      {"a OR b", "(any a b)"},
      {"a AND b OR c", "(any (all a b) c)"},
      {"a OR b AND c", "(any a (all b c))"},
      {"a b OR c d", "(any a b c d)"},
      {"a b AND c d", "(any a (all b c) d)"},
      {"(a b) AND c", "(all (any a b) c)"},
      {"(a AND b) AND (c AND d)", "(all a b c d)"},
      {"((a)) ((b c))", "(any a b c)"},
      {"Article 5(1)(a)", "(any Article \"5(1)(a)\")"},
      {"a(b) 5(1 or 2)", "(any a b 5 1 or 2)"},
      {"a AND(b OR c)AND d", "(all a (any b c) d)"},
      {"a NEAR b", "(near 10 a b)"},
      {"a NEAR/5 \"b c\" AND d", "(all (near 5 a (phrase \"b c\")) d)"},
      {"a NEAR/3 b NEAR/7 c d", "(any (near 7 a b c) d)"},
      {"NOT a NEAR/1 b", "(without (everything) (near 1 a b))"},
      {"title:(a NEAR b)", "(near 10 title:a title:b)"},
  };
  check_trees(cases);
}

TEST_CASE("NOT and - exclude, + requires") {
  constexpr Case cases[] = {
      {"NOT a", "(without (everything) a)"},
      {"-a", "(without (everything) a)"},
      {"a -b", "(without a b)"},
      {"a b NOT c", "(without (any a b) c)"},
      {"a AND NOT b", "(without a b)"},
      {"a AND -b AND c", "(without (all a c) b)"},
      {"NOT a AND NOT b", "(without (everything) a b)"},
      {"a AND (NOT b)", "(without a b)"},
      {"a (-b -c)", "(without a b c)"},
      {"a OR NOT b", "(any a (without (everything) b))"},
      {"a OR b NOT c", "(without (any a b) c)"},
      {"-(a b) c", "(without c (any a b))"},
      {"NOT (NOT a)", "(without (everything) (without (everything) a))"},
      {"NOT -a", "(without (everything) a)"},
      {"+a", "a"},
      {"+a +b", "(all a b)"},
      {"+a b c", "(mixed +a b c)"},
      {"a +b -c", "(without (mixed a +b) c)"},
      {"a +\"b c\" +(d OR e)", "(mixed a +(phrase \"b c\") +(any d e))"},
      {"(+a b) AND c", "(all (mixed +a b) c)"},
      {"+a AND b", "(all a b)"},
      {"(a)-b \"c\"+d", "(any a -b (phrase \"c\") \"+d\")"},
  };
  check_trees(cases);
}

TEST_CASE("a field applies to a word, a phrase, a prefix or a group") {
  constexpr Case cases[] = {
      {"title:china", "title:china"},
      {"body:china", "body:china"},
      {"title:\"digital euro\"", "(phrase title \"digital euro\")"},
      {"title:regul*", "(prefix title regul)"},
      {"title:(a AND \"b c\" NOT d)", "(without (all title:a (phrase title \"b c\")) title:d)"},
      {"title:(a (b) body:c)", "(any title:a title:b body:c)"},
      {"-title:a b", "(without b title:a)"},
      {"title:AND title:a:b title:-x", "(any title:AND title:\"a:b\" title:-x)"},
      {"title:“a b”", "(phrase title \"a b\")"},
  };
  check_trees(cases);
}

TEST_CASE("names, labels and dates filter the words beside them") {
  constexpr Case cases[] = {
      {"a b lang:en", "(all (any a b) (label lang en))"},
      {"lang:en a lang:id b", "(all (any a b) (any (label lang en) (label lang id)))"},
      {"lang:en,id", "(any (label lang en) (label lang id))"},
      {"lang:(en OR id) a", "(all a (any (label lang en) (label lang id)))"},
      {"a outlet:kompas author:\"Budi S\"", "(all a outlet:kompas (phrase author \"Budi S\"))"},
      {"a lang:id host:ojk.go.id", "(all a (label lang id) (label host ojk.go.id))"},
      {"+a b lang:en -lang:id", "(without (all (mixed +a b) (label lang en)) (label lang id))"},
      {"a OR lang:en", "(any a (label lang en))"},
      {"+lang:en a", "(all a (label lang en))"},
      {"host:tempo*", "(prefix host tempo)"},
      {"id:a,b", "(label id a,b)"},
      {"lang:\"en,id\"", "(label lang en,id)"},
      {"id:\"a b\" id:c\"d", "(any (label id \"a b\") (label id \"c\\\"d\"))"},
      {"(url:https://x.id/a_(b)?c=1,2)", "(label url \"https://x.id/a_(b)?c=1,2\")"},
  };
  check_trees(cases);
}

TEST_CASE("dates are days, months, years and ranges") {
  constexpr Case cases[] = {
      {"date:2021", "(date_range date 2021-01-01 2021-12-31)"},
      {"date:2021-02", "(date_range date 2021-02-01 2021-02-28)"},
      {"date:2021-03-20", "(date_range date 2021-03-20 2021-03-20)"},
      {"date:2021-03..2021-04", "(date_range date 2021-03-01 2021-04-30)"},
      {"date:2020..2021-02-03", "(date_range date 2020-01-01 2021-02-03)"},
      {"date:..2021", "(date_range date .. 2021-12-31)"},
      {"date:2020..", "(date_range date 2020-01-01 ..)"},
      {"date:\"2021\"", "(date_range date 2021-01-01 2021-12-31)"},
      {"a date:2020.. date:..2021",
       "(all a (date_range date 2020-01-01 ..) (date_range date .. 2021-12-31))"},
      {"date:2019,2021",
       "(any (date_range date 2019-01-01 2019-12-31) (date_range date 2021-01-01 2021-12-31))"},
      {"date:(2019 OR 2021)",
       "(any (date_range date 2019-01-01 2019-12-31) (date_range date 2021-01-01 2021-12-31))"},
  };
  check_trees(cases);
}

TEST_CASE("one star at the end of a word makes a prefix, a backslash makes text of anything") {
  constexpr Case cases[] = {
      {"regul*", "(prefix regul)"},
      {"监管* мед* สื่อ*", "(any (prefix 监管) (prefix мед) (prefix สื่อ))"},
      {"-deep*", "(without (everything) (prefix deep))"},
      {"AND* +NEAR/5*", "(mixed (prefix AND) +(prefix NEAR/5))"},
      {"\\AND \\(x) \\title:a \\a* \\-b \\\"c", "(any AND \"(x)\" \"title:a\" a* -b \"\\\"c\")"},
      {"title:\\(R) -\\NOT", "(without title:\"(R)\" NOT)"},
      {"\\ \\\\ \\\\x", R"((any "\\" "\\" "\\x"))"},
  };
  check_trees(cases);
}

TEST_CASE("with all_words, words side by side must all match") {
  constexpr Case cases[] = {
      {"a b", "(all a b)"},
      {"a b OR c d", "(all a (any b c) d)"},
      {"a (b c) -d", "(without (all a b c) d)"},
      {"+a b", "(all a b)"},
      {"a lang:en lang:id", "(all a (any (label lang en) (label lang id)))"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(tree_of(c.text, all_words) == c.tree);
    check_round_trip(c.text, all_words);
  }
}

TEST_CASE("in a plain query every character is just text") {
  constexpr Case cases[] = {
      {"a AND b", "(any a AND b)"},
      {"\"a b\" (c) -d title:e f* \\g", R"x((any "\"a" "b\"" "(c)" -d "title:e" f* "\\g"))x"},
      {"NOT", "NOT"},
      {"", "(nothing)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(tree_of(c.text, plain) == c.tree);
    CHECK(parse_query(c.text, {.strict = true, .plain = true}).notes.empty());
    check_round_trip(c.text, plain);
  }
}

TEST_CASE("a mistake is forgiven with a note, and in strict mode it is an error") {
  struct Mistake {
    std::string_view text, tree, message, repair;
  };
  constexpr Mistake cases[] = {
      {"AND", "AND", "column 1: expected a word, phrase or group before AND, found the start",
       "AND is read as a word"},
      {"cats AND", "(any cats AND)",
       "column 9: expected a word, phrase or group after AND, found the end",
       "AND is read as a word"},
      {"OR OR", "(any OR OR)",
       "column 1: expected a word, phrase or group before OR, found the start",
       "OR is read as a word"},
      {"a AND OR b", "(any a AND b)",
       "column 7: expected a word, phrase or group after AND, found \"OR\"",
       "AND is read as a word"},
      {"é (AND a)", "(any é AND a)",
       "column 4: expected a word, phrase or group before AND, found \"(\"",
       "AND is read as a word"},
      {"(a OR) b", "(any a OR b)",
       "column 6: expected a word, phrase or group after OR, found \")\"", "OR is read as a word"},
      {"a NOT NOT b", "(without (any a NOT) b)",
       "column 7: expected a word, phrase or group after NOT, found \"NOT\"",
       "NOT is read as a word"},
      {"a NEAR (b)", "(any a NEAR b)",
       "column 8: expected a word or phrase after NEAR, found \"(\"", "NEAR is read as a word"},
      {"a NEAR -b", "(without (any a NEAR) b)",
       "column 9: expected a word or phrase after NEAR, found \"b\"", "NEAR is read as a word"},
      {"a* NEAR b", "(any (prefix a) NEAR b)",
       "column 4: expected a word or phrase before NEAR, found \"a\"", "NEAR is read as a word"},
      {"title:a NEAR b", "(any title:a NEAR b)",
       "column 14: expected a word or phrase of the same field after NEAR, found \"b\"",
       "NEAR is read as a word"},
      {"a NEAR/x b", "(any a NEAR/x b)",
       "column 8: expected a number from 1 to 100 after NEAR/, found \"x\"", "it is read as text"},
      {"a NEAR/ b", "(any a NEAR/ b)",
       "column 8: expected a number from 1 to 100 after NEAR/, found none", "it is read as text"},
      {"a NEAR/999999999999 b", "(near 100 a b)",
       "column 8: expected a number from 1 to 100 after NEAR/, found \"999999999999\"",
       "100 is used"},
      {"a \"b c", "(any a (phrase \"b c\"))",
       "column 7: expected a closing quote for the one in column 3, found the end",
       "it is closed there"},
      {"\"\" a", "a", "column 2: expected words between the quotes, found none",
       "they are left out"},
      {"„ “ a", "a", "column 2: expected words between the quotes, found none",
       "they are left out"},
      {"(a (b", "(any a b)", "column 6: expected \")\" for the \"(\" in column 4, found the end",
       "it is closed there"},
      {"a) b", "(any a b)", "column 2: expected \"(\" before it, found \")\"", "it is left out"},
      {"a -(()) b", "(any a b)", "column 6: expected a word, phrase or group, found \")\"",
       "the empty group is left out"},
      {"a AND () b", "(all a b)", "column 8: expected a word, phrase or group, found \")\"",
       "the empty group is left out"},
      {"title: a", "(any \"title:\" a)",
       "column 7: expected a value right after \"title:\", found white space",
       "the name is read as text"},
      {"(lang:)", "\"lang:\"", "column 7: expected a value right after \"lang:\", found \")\"",
       "the name is read as text"},
      {"lang:,", "\"lang:,\"", "column 6: expected a value, found \",\"", "it is read as text"},
      {"lang:en,\"id\"", R"("lang:en,\"id\"")", R"(column 6: expected a value, found "en,"id"")",
       "it is read as text"},
      {"titel:x", "\"titel:x\"", R"(column 1: expected "title:", found "titel:")",
       "it is read as text"},
      {"titl:\"a b\"", R"((any "titl:\"a" "b\""))", R"(column 1: expected "title:", found "titl:")",
       "it is read as text"},
      {"(auhtor:(a b))", "(any \"auhtor:\" a b)",
       R"(column 2: expected "author:", found "auhtor:")", "it is read as text"},
      {"languages:en", "\"languages:en\"", R"(column 1: expected "lang:", found "languages:")",
       "it is read as text"},
      {"after:(2023)", "(any \"after:\" 2023)",
       R"(column 7: expected a value right after "after:", found "(")", "the name is read as text"},
      {"before:soon", "\"before:soon\"",
       "column 8: expected a date such as 2021, 2021-03 or 2021-03-20, or two with \"..\" between, "
       "found \"soon\"",
       "it is read as text"},
      {"outlets:k*", "\"outlets:k*\"", R"(column 1: expected "outlet:", found "outlets:")",
       "it is read as text"},
      {"date:soon a", "(any \"date:soon\" a)",
       "column 6: expected a date such as 2021, 2021-03 or 2021-03-20, or two with \"..\" between, "
       "found \"soon\"",
       "it is read as text"},
      {"date:2021-13", "\"date:2021-13\"",
       "column 6: expected a date such as 2021, 2021-03 or 2021-03-20, or two with \"..\" between, "
       "found \"2021-13\"",
       "it is read as text"},
      {"date:2022..2021", "(date_range date 2021-01-01 2022-12-31)",
       "column 6: expected the earlier day before \"..\", found \"2022..2021\"",
       "the two are swapped"},
      {"date:\"2022-03..2021\"", "(date_range date 2021-01-01 2022-03-31)",
       "column 7: expected the earlier day before \"..\", found \"2022-03..2021\"",
       "the two are swapped"},
      {"date:\"a b\"", "(phrase \"a b\")",
       "column 7: expected a date such as 2021, 2021-03 or 2021-03-20, or two with \"..\" between, "
       "found \"a b\"",
       "it is read as text"},
  };
  for (const Mistake& c : cases) {
    CAPTURE(c.text);
    const ParsedQuery query = parse_query(c.text);
    CHECK(dump(query.root) == c.tree);
    REQUIRE(!query.notes.empty());
    CHECK(query.notes.front() == std::string{c.message} + "; " + std::string{c.repair});
    CHECK(error_of(c.text) == c.message);
    check_round_trip(c.text);
  }
}

TEST_CASE("fields may be called as other search engines and Indonesian call them") {
  struct Case {
    std::string_view text, tree;
  };
  const Case cases[] = {
      {"Title:x", "title:x"},
      {"JUDUL:x", "title:x"},
      {"intitle:\"a b\"", "(phrase title \"a b\")"},
      {"penulis:x", "author:x"},
      {"source:x", "outlet:x"},
      {"site:news.example", "(label host news.example)"},
      {"bahasa:id", "(label lang id)"},
      {"after:2023", "(date_range date 2023-01-01 ..)"},
      {"sejak:2023-02", "(date_range date 2023-02-01 ..)"},
      {"before:2023", "(date_range date .. 2022-12-31)"},
      {"until:2023", "(date_range date .. 2023-12-31)"},
      {"after:2023 before:2024",
       "(all (date_range date 2023-01-01 ..) (date_range date .. 2023-12-31))"},
      {"Title: x", "(any \"Title:\" x)"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ParsedQuery query = parse_query(c.text);
    CHECK(dump(query.root) == c.tree);
    CHECK(query.notes.empty());
  }
}

TEST_CASE("a filter with a plus sign must be met beside others of its field") {
  CHECK(dump(parse_query("+entity:a +entity:b").root) == "(all (label entity a) (label entity b))");
  CHECK(dump(parse_query("entity:a entity:b").root) == "(any (label entity a) (label entity b))");
  CHECK(dump(parse_query("x +lang:en +entity:a,b").root) ==
        "(all x (label lang en) (any (label entity a) (label entity b)))");
}

TEST_CASE("a star that stands for nothing is remarked on, and is no mistake") {
  for (const std::string_view text : {"*tection", "tr*mp", "\"data protect*\"", "a tr*mp b"}) {
    CAPTURE(text);
    CHECK(parse_query(text).notes.size() == 1);
    ParseOptions strict;
    strict.strict = true;
    CHECK_NOTHROW(static_cast<void>(parse_query(text, strict)));
  }
  for (const std::string_view text : {"protect*", "a * b", "\\tr*mp", "***"}) {
    CAPTURE(text);
    CHECK(parse_query(text).notes.empty());
  }
}

}  // namespace pantau
