#include "indexer/extract/caption.h"

#include <doctest/doctest.h>

#include <string>

namespace pantau {

TEST_CASE("captions and credits are told from sentences and headlines") {
  struct Case {
    std::string_view line;
    bool caption;
  };
  constexpr Case cases[] = {
      {"the Alibaba logo  (AP photo)", true},
      {"SOLOPOS.COM - Jack Ma (Liputan6)", true},
      {"Ilustrasi ruang peladen. (Foto: Istimewa)", true},
      {"Photo: A. Lee", true},
      {"A shopper in Jakarta | Getty Images", true},
      {"The court in Strasbourg. REUTERS/A. Lee", true},
      {"Gedung bursa di Jakarta. Harian Kota/Istimewa", true},
      {"Server room (Reuters)", true},
      {"", false},
      {"Court fines the bank (update)", false},
      {"Bank Negara Malaysia (BNM)", false},
      {"The photo showed a queue outside the shop, the court heard.", false},
      {"Jakarta - Solopos.com wins a prize", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(is_caption(c.line) == c.caption);
  }
}

TEST_CASE("a long paragraph that ends with a credit stays a paragraph") {
  CHECK_FALSE(is_caption(std::string(500, 'x') + " (Photo: A. Lee)"));
}

}  // namespace pantau
