#include "indexer/extract/lines.h"

#include <doctest/doctest.h>

#include <string>

namespace pantau {

TEST_CASE("lines are trimmed, empty ones left out, repetitions counted") {
  const auto lines = split_lines("\xEF\xBB\xBF one \r\n\r\n\xC2\xA0two\n\n \n one\n");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].text == "one");
  CHECK(lines[0].times == 2);
  CHECK(lines[0].after_blank);
  CHECK(lines[1].text == "two");
  CHECK(lines[1].times == 1);
  CHECK(lines[2].after_blank);
  CHECK(split_lines("").empty());
  CHECK(split_lines(" \n\t\n").empty());
}

TEST_CASE("paragraphs are told from headings, menus and teasers in any script") {
  struct Case {
    std::string_view text;
    bool prose;
  };
  constexpr Case cases[] = {
      {"The regulator fined the company on Monday for what it did with the data of its users.",
       true},
      {"“We will appeal against the whole of the decision,” the company said in a statement.",
       true},
      {"Court fines the company for what it did with the data of its users", false},
      {"It will appeal.", false},
      {"World | Business | Markets | Technology | Opinion | Life. Sport. All.", false},
      {"監管部門週一表示，該公司必須在一個月內刪除未經用戶同意收集的個人資料。", true},
      {"監管部門對該公司開罰", false},
      {"พระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคลมีผลบังคับใช้ทั้งฉบับในวันนี้ "
       "หลังจากถูกเลื่อนมาแล้วสองครั้งเพราะเหตุสุดวิสัยในประเทศ "
       "และหน่วยงานจะเริ่มตรวจสอบในเดือนหน้า",
       true},
      {"ธุรกิจต้องขอความยินยอมก่อนใช้ข้อมูล", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(split_lines(c.text).at(0).prose == c.prose);
  }
}

TEST_CASE("sentences are counted without initials and abbreviations of single letters") {
  struct Case {
    std::string_view text;
    std::size_t sentences;
  };
  constexpr Case cases[] = {
      {"One rule. Two rules! Three?", 3},
      {"J. R. Roe of the U.S. office", 0},
      {"It grew by 3.5 percent", 0},
      {"規則が変わった。罰金も増えた。", 2},
      {"More on this...", 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(split_lines(c.text).at(0).sentences == c.sentences);
  }
  CHECK(split_lines("More on this...").at(0).teaser);
  CHECK(split_lines("More on this…").at(0).teaser);
}

TEST_CASE("several short pieces side by side are a bar") {
  CHECK(is_bar("World | Business | Markets"));
  CHECK(is_bar("Home > News > Rules"));
  CHECK_FALSE(is_bar("Court fines bank | The Daily Rule"));
  CHECK_FALSE(is_bar(""));
}

TEST_CASE("lines broken to one width are joined to paragraphs") {
  const std::string paragraph =
      "The regulator fined the company on Monday for what it did\n"
      "with the data of its users, and said that others would be\n"
      "looked at in the coming months as well.\n";
  const std::string joined =
      "The regulator fined the company on Monday for what it did with the data of its users, and "
      "said "
      "that others would be looked at in the coming months as well.\n";
  std::string broken = "Headline\n\n", whole = "Headline\n\n";
  for (int i = 0; i < 4; ++i) broken += paragraph + '\n', whole += joined + '\n';
  const auto unwrapped = unwrap_lines(broken);
  REQUIRE(unwrapped);
  CHECK(*unwrapped + '\n' == whole);
  CHECK_FALSE(unwrap_lines(whole));
  CHECK_FALSE(unwrap_lines(""));
}

}  // namespace pantau
