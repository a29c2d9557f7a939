#include "indexer/extract/phrases.h"

#include <doctest/doctest.h>

#include <string>

namespace pantau {
namespace {

std::string dump(Phrase phrase) {
  static constexpr const char* names[] = {"-", "interruption", "menu", "section end"};
  return std::string{names[static_cast<int>(phrase.kind)]} + (phrase.whole_line ? ", whole" : "");
}

}  // namespace

TEST_CASE("a line is known by its phrase, however it is set") {
  struct Case {
    std::string_view line, kind;
  };
  constexpr Case cases[] = {
      {"", "-"},
      {"Baca Juga: Harga Cabai Naik", "interruption"},
      {"BACA JUGA : Harga Cabai Naik", "interruption"},
      {"  * Baca  juga Harga Cabai Naik", "interruption"},
      {"» Baca Juga: Harga Cabai Naik", "interruption"},
      {"Bacalah jugalah", "-"},
      {"ADVERTISEMENT", "interruption, whole"},
      {"[Advertisement]", "interruption, whole"},
      {"Berita Terkait", "section end, whole"},
      {"BERITA TERKAIT:", "section end, whole"},
      {"Related Articles", "section end, whole"},
      {"Related articles were found in court.", "-"},
      {"関連記事", "section end, whole"},
      {"อ่านเพิ่มเติม: ข่าวอื่น", "interruption"},
      {"延伸閱讀：其他新聞", "interruption"},
      {"Home", "menu, whole"},
      {"Home is where the data is kept.", "-"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(dump(find_phrase(c.line)) == c.kind);
  }
}

TEST_CASE("a phrase that also opens sentences counts in short lines without a full stop only") {
  CHECK(find_phrase("Sign up for our morning letter").kind == PhraseKind::interruption);
  CHECK(find_phrase("Sign up for the scheme had been slow, said the ministry.").kind ==
        PhraseKind::none);
  CHECK(find_phrase("Video itu diambil pada malam hari oleh seorang warga yang kemudian melapor "
                    "kepada polisi di kantor terdekat")
            .kind == PhraseKind::none);
}

TEST_CASE("a line of any length is looked at quickly") {
  const std::string line(1 << 20, 'a');
  CHECK(find_phrase(line).kind == PhraseKind::none);
  CHECK(find_phrase("Baca juga: " + line).kind == PhraseKind::interruption);
}

}  // namespace pantau
