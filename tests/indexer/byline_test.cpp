#include "indexer/extract/byline.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("by-lines give the names and nothing else") {
  struct Case {
    std::string_view line, author;
  };
  constexpr Case cases[] = {
      {"By REUTERS", "REUTERS"},
      {"By Jane Roe and John van Doe", "Jane Roe, John van Doe"},
      {"By JANE O'ROE and JOHN DOE-SMITH", "Jane O'Roe, John Doe-Smith"},
      {"Submitted by Jane Roe on Sat, 02/29/2020 - 11:05", "Jane Roe"},
      {"Oleh Budi Santoso pada 12 Feb 2024, 09:00 WIB", "Budi Santoso"},
      {"By Jane Roe, Staff Writer | March 3, 2020", "Jane Roe"},
      {"By Jane Roe | The Daily Rule", "Jane Roe"},
      {"November 12, 2018 | BY: Jane Roe", "Jane Roe"},
      {"Oleh Budi Santoso", "Budi Santoso"},
      {"Penulis: Budi Santoso - Selasa, 20 September 2022", "Budi Santoso"},
      {"Rep: Budi Santoso/ Red: Siti Aminah", "Budi Santoso"},
      {"Pewarta: Budi dan Siti Aminah", "Budi, Siti Aminah"},
      {"Von Karla Muster", "Karla Muster"},
      {"撰文：陳大文", "陳大文"},
      {"2023年01月10日 08:30   来源：日报   记者：王小明", "王小明"},
      {"โดย สมชาย ใจดี", "สมชาย ใจดี"},
      {"By the end of the year", ""},
      {"Bystanders saw it", ""},
      {"Editor: Siti Aminah", ""},
      {"Court fines the bank", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(author_in(c.line) == c.author);
  }
}

TEST_CASE("a name alone is a name beside a date only if it looks like one") {
  struct Case {
    std::string_view line, author;
  };
  constexpr Case cases[] = {
      {"Budi Santoso - Suara Kota", "Budi Santoso"},
      {"Jane Roe 10:02 AM PDT • September 14, 2023", "Jane Roe"},
      {"Österreichs Messe in Tulln abgesagt", ""},
      {"Jane Roe, The Daily Rule", "Jane Roe"},
      {"Jane Roe | 2024-08-26 11:40", "Jane Roe"},
      {"2023-08-21 14:25 | สมชาย ใจดี", "สมชาย ใจดี"},
      {"高瀬 真由", "高瀬 真由"},
      {"Court fines bank", ""},
      {"Technology", ""},
      {"Staff Writer", ""},
      {"News | Business | Sport", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(bare_author_in(c.line) == c.author);
  }
}

TEST_CASE("a name in capitals is spelled as names are, one of no person stays") {
  struct Case {
    std::string_view name, spelled;
  };
  constexpr Case cases[] = {
      {"JANE ROE", "Jane Roe"},           {"J.D. DOE", "J.D. DOE"},
      {"JANE Q. ROE", "Jane Q. Roe"},     {"REUTERS", "REUTERS"},
      {"CNN INDONESIA", "CNN INDONESIA"}, {"ABC NEWS", "ABC NEWS"},
      {"BBC SPORT", "BBC SPORT"},         {"Jane ROE", "Jane ROE"},
      {"ÉLODIE ROE", "ÉLODIE ROE"},       {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(in_small_letters(c.name) == c.spelled);
  }
}

TEST_CASE("a stamp says when, an entry of a list of dates says what") {
  struct Case {
    std::string_view line;
    bool stamp;
  };
  constexpr Case cases[] = {
      {"2021/03/19 00:30", true},
      {"Selasa, 20 September 2022 | 14:05 WIB", true},
      {"5. Januar 2026 18:58 Uhr", true},
      {"Published 3 May 2020", true},
      {"- 2 August 2025: the rules for models start to apply", false},
      {"On 3 May 2020 the court found that the rule had been broken by all of the banks", false},
      {"Yesterday", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(is_stamp(c.line) == c.stamp);
  }
}

TEST_CASE("a label alone announces the name on the next line") {
  CHECK(is_byline_label("By:"));
  CHECK(is_byline_label("Oleh"));
  CHECK_FALSE(is_byline_label("Bye"));
}

}  // namespace pantau
