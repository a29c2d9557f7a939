#include "indexer/extract/date_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace pantau {
namespace {

/// The dates in `text`, each as "2021-03-20[as written]", with one space between.
std::string dump(std::string_view text) {
  std::string out;
  for (const WrittenDate& written : find_dates(text, 9)) {
    if (!out.empty()) out += ' ';
    out += to_iso(written.date) + '[';
    out += text.substr(written.begin, written.end - written.begin);
    out += ']';
  }
  return out;
}

struct Case {
  std::string_view text, dates;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(dump(c.text) == c.dates);
  }
}

}  // namespace

TEST_CASE("dates in numbers are found, day first unless the second number can only be a day") {
  check({
      {"2021-03-19", "2021-03-19[2021-03-19]"},
      {"2021-03-19T08:00:00Z", "2021-03-19[2021-03-19]"},
      {"2021/03/19 00:30", "2021-03-19[2021/03/19]"},
      {"2021.3.9", "2021-03-09[2021.3.9]"},
      {"Sabtu (20/3/2021) Tiongkok", "2021-03-20[20/3/2021]"},
      {"3/20/2021", "2021-03-20[3/20/2021]"},
      {"4/3/2021", "2021-03-04[4/3/2021]"},
      {"20.03.2021", "2021-03-20[20.03.2021]"},
      {"23. 12. 2024 13:31", "2024-12-23[23. 12. 2024]"},
      {"20.03.2021", "2021-03-20[20.03.2021]"},
      {"23. 12. 2024 13:31", "2024-12-23[23. 12. 2024]"},
      {"(20/03/21)", "2021-03-20[20/03/21]"},
      {"1/2/2020 - 3/4/2020", "2020-02-01[1/2/2020] 2020-04-03[3/4/2020]"},
  });
}

TEST_CASE("dates in words are found in the languages that crawls are full of") {
  check({
      {"Selasa, 20 September 2022 14:05 WIB", "2022-09-20[20 September 2022]"},
      {"20 Sep 2022", "2022-09-20[20 Sep 2022]"},
      {"Terbit 5 Agt 2019", "2019-08-05[5 Agt 2019]"},
      {"March 14, 2024", "2024-03-14[March 14, 2024]"},
      {"пятница, 19 марта 2021, 10:30", "2021-03-19[19 марта 2021]"},
      {"19 września 2021", "2021-09-19[19 września 2021]"},
      {"19 Şubat 2021 Cuma", "2021-02-19[19 Şubat 2021]"},
      {"Aug. 5th, 2024, 4:12 p.m. ET", "2024-08-05[Aug. 5th, 2024]"},
      {"the 14th of March 2024", "2024-03-14[14th of March 2024]"},
      {"14-Mar-2024", "2024-03-14[14-Mar-2024]"},
      {"26 Ogos 2024, 3 Mac 2024", "2024-08-26[26 Ogos 2024] 2024-03-03[3 Mac 2024]"},
      {"20. Dezember 2022", "2022-12-20[20. Dezember 2022]"},
      {"le 1er février 2020", "2020-02-01[1er février 2020]"},
      {"5 de marzo de 2021", "2021-03-05[5 de marzo de 2021]"},
      {"12 maggio 2012", "2012-05-12[12 maggio 2012]"},
      {"3 de março de 2022", "2022-03-03[3 de março de 2022]"},
  });
}

TEST_CASE("East Asian and Thai dates are found without spaces, Buddhist years made common") {
  check({
      {"自2023年1月10日起施行", "2023-01-10[2023年1月10日]"},
      {"2023년 1월 10일", "2023-01-10[2023년 1월 10일]"},
      {"วันที่ 1 มิถุนายน 2565", "2022-06-01[1 มิถุนายน 2565]"},
      {"21 สิงหาคม พ.ศ. 2566", "2023-08-21[21 สิงหาคม พ.ศ. 2566]"},
      {"9 ก.พ. 2564 เวลา", "2021-02-09[9 ก.พ. 2564]"},
      {"2565-06-01", "2022-06-01[2565-06-01]"},
  });
}

TEST_CASE("what only looks like a date is none") {
  check({
      {"", ""},
      {"31/2/2021", ""},
      {"20/3", ""},
      {"Kamis, 5 November", ""},
      {"v1.2.2021", ""},
      {"24/7/365", ""},
      {"192.168.2.2021", ""},
      {"123456789012345678901234567890", ""},
      {"Marching 14, 2024", ""},
      {"maybe 20, 30 or 2024", ""},
      {"0/0/0000", ""},
      {"2021-13-01", ""},
  });
}

TEST_CASE("a date is found from a given byte on") {
  const std::string_view text = "1/2/2020 and 3/4/2020";
  CHECK(find_date(text, 1)->date == *make_date(2020, 4, 3));
  CHECK_FALSE(find_date(text, text.size()).has_value());
  CHECK(find_dates(text, 1).size() == 1);
}

}  // namespace pantau
