#include "common/analyzer.h"

#include <random>

#include <doctest/doctest.h>

#include "common/schema.h"

namespace pantau {
namespace {

/// The words of `text` as "form@position" with one space between.
std::string dump(Analyzer& analyzer, std::string_view text) {
  std::string out;
  for (const Word& word : analyzer.words(text))
    out += (out.empty() ? "" : " ") + word.form + '@' + std::to_string(word.position);
  return out;
}

}  // namespace

TEST_CASE("words are cut by Unicode's rules, folded and numbered") {
  struct Case {
    std::string_view text, words;
  };
  constexpr Case cases[] = {
      {"China regulators held talks", "china@1 regulators@2 held@3 talks@4"},
      {"", ""},
      {" \n\t … — !", ""},
      {"Undang-undang anti-monopoli", "undang@1 undang@2 anti@3 monopoli@4"},
      {"China’s and China's", "china's@1 and@2 china's@3"},
      {"U.S. firms, U.S.A", "us@1 firms@2 usa@3"},
      {"Solopos.com e.g. file_name", "solopos@1 com@2 eg@3 file@4 name@5"},
      {"3.5 1,000 10:30 v1.2", "3.5@1 1000@2 10@3 30@4 v1@5 2@6"},
      {"STRASSE Straße", "strasse@1 strasse@2"},
      {"ＦＵＬＬ ﬁne", "full@1 fine@2"},
      {"soft\u00ADhyphen zero\u200Bwidth", "softhyphen@1 zero@2 width@3"},
      {"e\u0301tat \u00C9tat", "état@1 état@2"},
      {"ÇA İstanbul", "ça@1 i\u0307stanbul@2"},
      {"深度合成", "深度@1 合成@2"},
      {"ภาษาไทย", "ภาษา@1 ไทย@2"},
      {"データ規制", "データ@1 規制@2"},
      {"ｶﾞｲﾄﾞ", "ガイド@1"},
      {"#deepfake @x $5 50%", "deepfake@1 x@2 5@3 50@4"},
      {"🙂 ok", "ok@1"},
      {"Rp202,5 miliar, Rp 202.5", "rp@1 202.5@2 miliar@3 rp@4 202.5@5"},
      {"Rp1.000.000.000", "rp@1 1000000000@2"},
      {"$2.8bn, 3.5GHz, 6ghz, $5m, 5m", "2.8@1 bn@2 3.5@3 ghz@4 6@5 ghz@6 5@7 m@8 5m@9"},
      {"GPT4o 5G 27B covid19", "gpt4o@1 5g@2 27b@3 covid19@4"},
      {"VPNs NFTs, IDs is Us", "vpn@1 nft@2 id@3 is@4 us@5"},
      {"C++ (C#) c++, C+ C", "c++@1 c#@2 c++@3 c@4 c@5"},
      {".NET, asp.net a .net.", ".net@1 asp@2 net@3 a@4 .net@5"},
      {"AT&T Q&A r&d, Johnson&Johnson a & b", "at&t@1 q&a@2 r&d@3 johnson@4 johnson@5 a@6 b@7"},
  };
  Analyzer analyzer;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(dump(analyzer, c.text) == c.words);
  }
}

TEST_CASE("a word knows the bytes it came from") {
  Analyzer analyzer;
  const std::string_view text = "«Tiongkok» — deepfake: Solopos.com, U.S.!";
  std::string cut;
  for (const Word& word : analyzer.words(text))
    cut += std::string{text.substr(word.begin, word.end - word.begin)} + '|';
  CHECK(cut == "Tiongkok|deepfake|Solopos|com|U.S|");
}

TEST_CASE("a word too long for a term is cut out but keeps its place") {
  Analyzer analyzer;
  const std::string text =
      "a " + std::string(max_word_bytes + 1, 'x') + " b " + std::string(max_word_bytes, 'y');
  CHECK(dump(analyzer, text) == "a@1 b@3 " + std::string(max_word_bytes, 'y') + "@4");
}

TEST_CASE("what is cut without ICU is cut as ICU does") {
  constexpr std::string_view pieces[] = {"a",  "B", "word", "7",  "2021", "-",    "-", "/", "'",
                                         "\"", ".", ",",    ":",  ";",    "!",    "?", "(", ")",
                                         "[",  "]", "_",    "@",  "#",    "&",    "+", "*", "%",
                                         "$",  "<", "=",    "\\", "`",    "\x01", "é", "’"};
  Analyzer analyzer;
  std::mt19937 random{20210320};
  for (int round = 0; round < 20'000; ++round) {
    std::string run;
    for (std::size_t n = 1 + random() % 7; n > 0; --n) run += pieces[random() % std::size(pieces)];
    CAPTURE(run);
    const std::string plain = dump(analyzer, run);
    // A sign that never joins, and that leaves the run to ICU.
    REQUIRE(dump(analyzer, run + "→") == plain);
    REQUIRE(dump(analyzer, "→ " + run + "\t\u0301") == plain);
  }
}

TEST_CASE("an endless article ends at the limit") {
  Analyzer analyzer;
  std::string text;
  for (std::uint32_t i = 0; i < max_article_words + 10; ++i) text += "w ";
  CHECK(analyzer.words(text).size() == max_article_words);
}

TEST_CASE("bytes that are no UTF-8 are no crash") {
  Analyzer analyzer;
  for (const std::string_view text :
       {"\xFF\xFE a", "caf\xC3", "\xED\xA0\x80 x", "a\xF4\x90\x80\x80z"})
    CHECK_FALSE(analyzer.words(text).empty());
}

TEST_CASE("sentences cover a text without gaps") {
  Analyzer analyzer;
  const std::string_view text = "First one. Second? «Third!»\n\nFourth";
  std::uint32_t end = 0;
  std::size_t count = 0;
  for (const auto& sentence : analyzer.sentences(text)) {
    CHECK(sentence.begin == end);
    end = sentence.end;
    ++count;
  }
  CHECK(end == text.size());
  CHECK(count >= 4);
}

}  // namespace pantau
