#include "common/plain_sentences.h"

#include <random>
#include <string>

#include <doctest/doctest.h>
#include <unicode/brkiter.h>

namespace pantau {
namespace {

using Ends = std::vector<std::size_t>;

/// As ICU cuts it.
Ends icu_ends(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaker{
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status)};
  UText* const view =
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  breaker->setText(view, status);
  REQUIRE(U_SUCCESS(status));
  Ends ends;
  breaker->first();
  for (int32_t end = breaker->next(); end != icu::BreakIterator::DONE; end = breaker->next())
    ends.push_back(static_cast<std::size_t>(end));
  utext_close(view);
  return ends;
}

/// "One.| Two." with a bar at each end but the last.
std::string with_bars(std::string text, const Ends& ends) {
  for (std::size_t i = ends.size(); i-- > 0;)
    if (ends[i] < text.size()) text.insert(ends[i], "|");
  return text;
}

}  // namespace

TEST_CASE("a line is cut where its sentences end") {
  constexpr std::string_view cases[] = {
      "One. |Two! |Three?",
      "It cost 3.5 billion. |All paid.",
      "The U.S. |Senate voted. |It passed.",
      "The rule (of 2023.) |Then more.",
      "e.g. this one goes on. |That does not.",
      "He said “no.” |She left.",
      "Wait... |What?! |Yes.",
      "At 10 a.m. today, it began. |\"So?\" |he asked.",
      "No. – 5 is next.",
      "no end",
  };
  for (const std::string_view c : cases) {
    std::string text{c};
    std::erase(text, '|');
    Ends ends;
    REQUIRE(find_plain_sentence_ends(text, ends));
    CHECK(with_bars(text, ends) == c);
  }
  Ends none;
  CHECK(find_plain_sentence_ends("", none));
  CHECK(none.empty());
}

TEST_CASE("a character that is not known leaves the line to ICU") {
  for (const std::string_view text : {"Résumé. No.", "深度。", "a\u00A0b", "\u2028", "x\xE2"}) {
    Ends ends{7};
    CHECK_FALSE(find_plain_sentence_ends(text, ends));
    CHECK(ends == Ends{7});
  }
}

TEST_CASE("any line is cut as ICU cuts it") {
  const std::string_view pieces[] = {
      "a", "B", "7", ".", "!",  "?", " ", "\t", "\"",     "'",      "(",      ")",  ",",   "-",
      ":", ";", "%", "_", "ab", "U", "$", "  ", "\u2019", "\u201C", "\u2014", "\v", "\x01"};
  std::mt19937 random{20'260'101};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = random() % 12; i > 0; --i) text += pieces[random() % std::size(pieces)];
    if (random() % 2 == 0) text += random() % 2 == 0 ? "\n" : "\r\n";
    Ends ends;
    REQUIRE(find_plain_sentence_ends(text, ends));
    CAPTURE(text);
    REQUIRE(with_bars(text, ends) == with_bars(text, icu_ends(text)));
  }
}

}  // namespace pantau
