#include "common/amount.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a number has one spelling, whatever parts its thousands and its decimals") {
  struct Case {
    std::string_view number, form;
  };
  constexpr Case cases[] = {
      {"5", "5"},
      {"5000", "5000"},
      {"5,000", "5000"},
      {"5.000", "5000"},
      {"1.000.000.000", "1000000000"},
      {"1,000,000,000", "1000000000"},
      {"202,5", "202.5"},
      {"202.5", "202.5"},
      {"0.125", "0.125"},
      {"0,125", "0.125"},
      {"1.234,50", "1234.50"},
      {"1,234.50", "1234.50"},
      {"10.000,00", "10000"},
      {"3.0", "3.0"},
      {"20.3.2021", "20.3.2021"},
      {"2.17.1", "2.17.1"},
      {"192.168.0.1", "192.168.0.1"},
      {"1,2,3", "1,2,3"},
      {"1234.567,8", "1234.567,8"},
      {"5.", "5."},
      {"५,०००", "५,०००"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.number);
    CHECK(number_form(c.number) == c.form);
    CHECK(number_form(number_form(c.number)) == c.form);
  }
}

TEST_CASE("an amount written as one word has its parts, and a name with digits has none") {
  struct Case {
    std::string_view word, parts;
    bool money = false;
  };
  constexpr Case cases[] = {
      {"Rp202,5", "Rp 202,5"},
      {"rp500.000", "rp 500.000"},
      {"RM5", "RM 5"},
      {"USD8juta", "USD 8 juta"},
      {"Rp5T", ""},
      {"6GHz", "6 GHz"},
      {"3.5GHz", "3.5 GHz"},
      {"2.8bn", "2.8 bn"},
      {"30.5m", "30.5 m"},
      {"5m", ""},
      {"5m", "5 m", true},
      {"72hours", "72 hours"},
      {"5G", ""},
      {"3D", ""},
      {"27B", ""},
      {"GPT4o", ""},
      {"covid19", ""},
      {"3x24", ""},
      {"21st", ""},
      {"2024", ""},
      {"rupiah", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.word);
    std::string parts;
    std::size_t begin = 0;
    for (const std::size_t end : amount_parts(c.word, c.money)) {
      parts += (begin == 0 ? "" : " ") + std::string{c.word.substr(begin, end - begin)};
      begin = end;
    }
    CHECK(parts == c.parts);
  }
}

}  // namespace pantau
