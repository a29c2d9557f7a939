#include "indexer/extract/date_script.h"

#include <doctest/doctest.h>

#include "indexer/extract/date_text.h"

namespace pantau {

TEST_CASE("days are read in the digits, names and years of many scripts") {
  for (const std::string_view text : {"18 มี.ค. 67",
                                      "๑๘ มีนาคม ๒๕๖๗",
                                      "二〇二四年三月十八日",
                                      "二○二四年三月十八日",
                                      "令和6年3月18日",
                                      "令和６年３月18日",
                                      "民國113年3月18日",
                                      "۱۸ مارس ۲۰۲۴",
                                      "١٨ آذار ٢٠٢٤",
                                      "18 tháng 3, 2024",
                                      "ngày 18 tháng 3 năm 2024",
                                      "18 במרץ 2024",
                                      "၁၈ မတ် ၂၀၂၄",
                                      "१८ मार्च २०२४",
                                      "১৮ মার্চ ২০২৪",
                                      "18 Μαρτίου 2024",
                                      "18 Marso 2024",
                                      "18\u00A0mars\u00A02024",
                                      "18\u200B March 2024",
                                      "Ledger \u2022March 18, 2024",
                                      "18 ມີນາ 2024"}) {
    CAPTURE(text);
    const auto found = find_date(in_plain_signs(text));
    REQUIRE(found);
    CHECK(to_iso(found->date) == "2024-03-18");
  }
}

TEST_CASE("what is no date keeps its signs") {
  CHECK(in_plain_signs("") == "");
  CHECK(in_plain_signs("plain text, 2024") == "plain text, 2024");
  CHECK(in_plain_signs("二人の三つの案") == "二人の三つの案");
  CHECK(in_plain_signs("令和の時代") == "令和の時代");
  CHECK(in_plain_signs("平成元年") == "1989年");
  CHECK(in_plain_signs("二十一日") == "21日");
}

}  // namespace pantau
