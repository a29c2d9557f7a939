#include "indexer/extract/language_detect.h"

#include <doctest/doctest.h>

#include "indexer/extract/malay.h"

namespace pantau {

TEST_CASE("a body tells its language") {
  struct Case {
    std::string_view text, language;
  };
  constexpr Case cases[] = {
      {"The regulator said on Monday that the company must delete the data of users who had not "
       "agreed to share it, and gave it a month to do so.",
       "en"},
      {"Pemerintah menyatakan bahwa perusahaan wajib menghapus data pengguna yang tidak memberi "
       "persetujuan, karena aturan baru itu sudah berlaku sejak Senin.",
       "id"},
      {"Kerajaan berkata syarikat itu perlu memadam data pengguna kerana akta baharu tersebut "
       "telah "
       "berkuat kuasa, manakala mahkamah akan mendengar rayuan.",
       "ms"},
      {"Die Behörde teilte am Montag mit, dass das Unternehmen die Daten seiner Nutzer löschen "
       "muss.",
       "de"},
      {"监管部门周一表示，该公司必须在一个月内删除未经用户同意收集的个人信息。", "zh"},
      {"監管部門週一表示，該公司必須在一個月內刪除未經用戶同意收集的個人資料。", "zh"},
      {"規制当局は月曜日、同社に対し、利用者の同意なしに集めた個人データを削除するよう求めた。",
       "ja"},
      {"หน่วยงานกำกับดูแลระบุว่าบริษัทต้องลบข้อมูลส่วนบุคคลที่เก็บโดยไม่ได้รับความยินยอม", "th"},
      {"", "und"},
      {"12345 67890", "und"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(detect_language(c.text) == c.language);
  }
}

TEST_CASE("words that both languages share leave Malay or Indonesian to the host") {
  const std::string_view shared =
      "Pengguna boleh membaca surat itu di rumah dan menulis jawapan dengan tangan sendiri, lalu "
      "menghantar kembali kepada penerbit buku yang sama.";
  REQUIRE(indonesian_over_malay(shared) == 0);
  CHECK(detect_language(shared, "www.kedai.my") == "ms");
  CHECK(detect_language(shared, "www.toko.id") == "id");
  CHECK(detect_language(shared) == "id");
}

TEST_CASE("of a text in two languages the page's own word decides, of a text in one it does not") {
  const std::string german =
      "Der Redner erzählte den Absolventen drei Geschichten, die für sein Leben wichtig waren, und "
      "erklärte, wie man kleine Bausteine verbindet. ";
  const std::string english =
      "You cannot connect the dots looking forward, because they only make sense when you look "
      "back "
      "at them after some years. ";
  CHECK(detect_language(german + english, "", "de") == "de");
  CHECK(detect_language(german + english, "", "en") == "en");
  CHECK(detect_language(english + english, "", "de") == "en");
}

TEST_CASE("evidence counts words, not parts of words, in any case") {
  struct Case {
    std::string_view text;
    int balance;
  };
  constexpr Case cases[] = {
      {"", 0}, {"Karena karena", 2}, {"KERANA", -1}, {"karena kerana", 0}, {"karenanya", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(indonesian_over_malay(c.text) == c.balance);
  }
}

}  // namespace pantau
