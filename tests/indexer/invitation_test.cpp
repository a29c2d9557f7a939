#include "indexer/extract/invitation.h"

#include <doctest/doctest.h>

#include <string>

namespace pantau {

TEST_CASE("lines that call the reader elsewhere are told from the story's own") {
  struct Case {
    std::string_view line;
    bool invitation;
  };
  constexpr Case cases[] = {
      {"Go deeper: Council nears deal", true},
      {"READ: Judge rules on search", true},
      {"What to read next: Senate passes bill", true},
      {"【関連記事】新しい料金", true},
      {"PR：無料セミナー", true},
      {"CONTINUE READING BELOW", true},
      {"Simak kabar terbaru di saluran WhatsApp dengan klik tautan ini.", true},
      {"Ikuti berita kami di Google News", true},
      {"Get the latest news straight to your phone with our app.", true},
      {"Abonnieren Sie unseren kostenlosen Newsletter, jetzt gratis.", true},
      {"Reporting by Ana Diaz in Lima; Editing by Bob Roe", true},
      {"(Writing by Ana Diaz; editing by Bob Roe.)", true},
      {"Follow Ana Diaz on X at @anadiaz.", true},
      {"Do you have a tip? Reach Ana on Signal.", true},
      {"Thanks for reading! Subscribe for free to receive new posts.", true},
      {"Bob Roe contributed to this report.", true},
      {"Contact Ana Diaz at ana@paper.example", true},
      {"À lire aussi : Le conseil vote", true},
      {"(abc/def)", true},
      {"[Video: here]", true},
      {"", false},
      {"(He) said (so)", false},
      {"Like many here, she used the free app.", false},
      {"Editing by hand took four years.", false},
      {"Reporting by the rule became a duty in May.", false},
      {"Do you know who wrote the rule?", false},
      {"The rule: what it says", false},
      {"Galaxy Watch 7 series: what it costs", false},
      {"Analysis: who must pay", false},
      {"WhatsApp and Telegram said they would follow the rule.", false},
      {"Get ready for the new rule", false},
      {"GDPR", false},
      {"He read the rule aloud in court and then he said: this is the law", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(is_invitation(c.line) == c.invitation);
  }
}

TEST_CASE("a paragraph is never an invitation") {
  CHECK_FALSE(is_invitation("Read: " + std::string(500, 'x')));
}

}  // namespace pantau
