#include "searcher/search/highlight.h"

#include <doctest/doctest.h>

#include "common/utf8.h"

namespace pantau {
namespace {

MatchTerms wanted(std::initializer_list<const char*> terms) {
  MatchTerms out;
  out.terms.insert(terms.begin(), terms.end());
  return out;
}

/// The text with its marks in brackets.
std::string dump(const MarkedText& marked) {
  std::string out;
  std::size_t at = 0;
  for (const Mark& mark : marked.marks) {
    out += marked.text.substr(at, mark.begin - at) + '[' +
           marked.text.substr(mark.begin, mark.end - mark.begin) + ']';
    at = mark.end;
  }
  return out + marked.text.substr(at);
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
  return count;
}

}  // namespace

TEST_CASE("exactly the words that match are marked, in the reader's word forms") {
  struct Case {
    const char* language;
    MatchTerms wanted;
    std::string_view text, marked;
  };
  const Case cases[] = {
      {"en", wanted({"Zen:regul"}), "Regulators regulate, regulations!",
       "[Regulators] [regulate], [regulations]!"},
      {"id", wanted({"Zid:lindung"}), "Pelindungan dan perlindungan data",
       "[Pelindungan] dan [perlindungan] data"},
      {"en", wanted({"Zid:lindung"}), "Pelindungan data", "Pelindungan data"},
      {"zh", wanted({"Z:深度"}), "规范深度合成服务", "规范[深度]合成服务"},
      {"en", wanted({"Zen:us"}), "The U.S. and us", "The [U.S]. and [us]"},
      {"en", wanted({}), "nothing here", "nothing here"},
  };
  Analyzer analyzer;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const MarkedText marked{std::string{c.text},
                            find_marks(c.text, c.language, c.wanted, analyzer)};
    CHECK(dump(marked) == c.marked);
  }
}

TEST_CASE("small words are marked beside another word that matches, or where nothing else does") {
  struct Case {
    std::string_view text, marked;
  };
  constexpr Case cases[] = {
      {"The Ministry of Fish, the seat of power", "[The] [Ministry] [of] Fish, the seat of power"},
      {"Ministry; talk of the town", "[Ministry]; talk of the town"},
      {"The seat of power", "[The] seat [of] power"},
  };
  const MatchTerms terms = wanted({"Zen:ministri", "Zen:of", "Zen:the"});
  Analyzer analyzer;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(dump({std::string{c.text}, find_marks(c.text, "en", terms, analyzer)}) == c.marked);
  }
}

TEST_CASE("the words of a name or translation are marked where they stand together") {
  MatchTerms terms = wanted({"Zen:artifici", "Zen:intellig", "Zen:law"});
  terms.runs = {{{"Zen:artifici", "Zen:intellig"}}};
  terms.parts = {"Zen:artifici", "Zen:intellig"};
  struct Case {
    std::string text, marked;
  };
  const Case cases[] = {
      {"A law on artificial intelligence.", "A [law] on [artificial] [intelligence]."},
      {"Intelligence, largely artificial, in law.",
       "[Intelligence], largely [artificial], in [law]."},
      {"Artificial snow and a law on intelligence.",
       "Artificial snow and a [law] on intelligence."},
      {"Artificial snow.", "Artificial snow."},
  };
  for (const Case& c : cases) {
    Analyzer analyzer;
    CHECK(dump({c.text, find_marks(c.text, "en", terms, analyzer)}) == c.marked);
  }
}

TEST_CASE("a truncated word marks every form that starts so") {
  MatchTerms terms;
  terms.prefixes = {"regul"};
  Analyzer analyzer;
  const std::string text = "Regulasi, regulators, irregular";
  CHECK(dump({text, find_marks(text, "id", terms, analyzer)}) ==
        "[Regulasi], [regulators], irregular");
}

TEST_CASE("a snippet shows the sentence with the most different words of the query") {
  const std::string body =
      "Markets were calm. China fined one firm. China's regulators wrote deepfake rules for China. "
      "China, China and China again.\n\nThe end.";
  Analyzer analyzer;
  const auto terms = wanted({"Zen:china", "Zen:deepfak", "Zen:rule"});
  CHECK(dump(make_snippet(body, "en", terms, analyzer, 60)) ==
        "[China's] regulators wrote [deepfake] [rules] for [China].");
  CHECK(dump(make_snippet(body, "en", wanted({}), analyzer, 40)) == "Markets were calm.");
  CHECK(make_snippet("", "en", terms, analyzer).text.empty());
}

TEST_CASE("a snippet is never longer than asked and is cut between words") {
  std::string body;
  for (int i = 0; i < 60; ++i) body += "padding words without any end ";
  body += "deepfake ";
  for (int i = 0; i < 60; ++i) body += "more words without any end ";
  Analyzer analyzer;
  const auto terms = wanted({"Zen:deepfak"});
  for (const std::size_t limit : {20U, 50U, 100U, 280U}) {
    CAPTURE(limit);
    const MarkedText snippet = make_snippet(body, "en", terms, analyzer, limit);
    CHECK(characters(snippet.text) <= limit);
    CHECK(is_valid_utf8(snippet.text));
  }
  const MarkedText snippet = make_snippet(body, "en", terms, analyzer, 100);
  CHECK(snippet.marks.size() == 1);
  CHECK(snippet.text.starts_with("…"));
  CHECK(snippet.text.ends_with("…"));
}

TEST_CASE("a snippet of a script without spaces is cut between characters") {
  std::string body;
  for (int i = 0; i < 300; ++i) body += "国家规定";
  Analyzer analyzer;
  const MarkedText snippet = make_snippet(body, "zh", wanted({"Z:规定"}), analyzer, 50);
  CHECK(characters(snippet.text) <= 50);
  CHECK(is_valid_utf8(snippet.text));
  CHECK_FALSE(snippet.marks.empty());
}

}  // namespace pantau
