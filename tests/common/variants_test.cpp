#include "common/variants.h"

#include <doctest/doctest.h>

#include "common/embedded.h"
#include "common/tsv.h"

namespace pantau {
namespace {

/// "form(first+count)" of each variant, with one space between.
std::string dump(std::string_view text, std::string_view language) {
  Analyzer analyzer;
  const std::vector<Word> words = analyzer.words(text);
  std::string out;
  for (const Variant& variant : analyzer.variants(text, words, language))
    out += (out.empty() ? "" : " ") + variant.form + '(' + std::to_string(variant.first) + '+' +
           std::to_string(variant.count) + ')';
  return out;
}

}  // namespace

TEST_CASE("a word or a run of words has its other spellings") {
  struct Case {
    std::string_view text, language, variants;
  };
  constexpr Case cases[] = {
      {"Erdoğan in İstanbul", "en", "erdogan(0+1) istanbul(2+1)"},
      {"Ma'ruf, Ma’ruf and Ma`ruf", "id", "maruf(0+1) maruf(1+1) maruf(3+2)"},
      {"China's law", "en", ""},
      {"l'accord", "fr", "laccord(0+1) accord(0+1)"},
      {"e-mail scanning", "en", "email(0+2)"},
      {"E commerce", "en", "ecommerce(0+2)"},
      {"cyber security and cyber-attacks", "en", "cybersecurity(0+2) cyberattacks(3+2)"},
      {"two data centres", "en", "datacenter(1+2)"},
      {"tik-tok, Tik Tok", "de", "tiktok(0+2) tiktok(2+2)"},
      {"covid-19", "en", "covid19(0+2)"},
      {"the state-of-the-art 5-4", "en", ""},
      {"negara-negara ke-27", "id", ""},
      {"Al-Qur'an", "id", "alquran(0+2) quran(1+1)"},
      {"kerja sama antar negara", "id", "kerjasama(0+2) antarnegara(2+2)"},
      {"pinjaman online", "id", "pinjol(0+2)"},
      {"pinjaman. Online", "id", ""},
      {"artificial intelligence", "en", "ai(0+2)"},
      {"non-governmental organisations", "en", "nongovernmental(0+2) ngo(0+3)"},
      {"children under 16s", "en", "16(2+1)"},
      {"Disney+ and Disney+1", "en", "disney+(0+1)"},
      {"plain words", "en", ""},
      {"", "en", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(dump(c.text, c.language) == c.variants);
  }
}

TEST_CASE("the list of the same words is sorted, in small letters, and each row says something") {
  std::string_view last;
  std::size_t rows = 0;
  std::string_view rest = embedded::same_words;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    if (line.starts_with('#')) continue;
    CAPTURE(line);
    CHECK(last < line);
    last = line;
    ++rows;
    const auto fields = split_tabs(line);
    REQUIRE((fields.size() == 2 || fields.size() == 3));
    CHECK((fields[0] == "*" || fields[0].size() == 2));
    CHECK(fields[1].find(' ') != std::string_view::npos);
    CHECK(line.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ'-") == std::string_view::npos);
  }
  CHECK(rows >= 500);
}

}  // namespace pantau
