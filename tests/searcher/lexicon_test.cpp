// Words to their translations, in small images made here and in the one the programs carry (which
// may or may not have FreeDict: nothing here depends on it).
#include "searcher/lexicon/lexicon.h"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "common/embedded.h"
#include "common/error.h"
#include "searcher/lexicon/compiler/freedict.h"
#include "searcher/lexicon/compiler/glossary.h"

namespace pantau {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// "2: hukum 67, aturan 33?, f:undang undang 100": the length, and the translations with per cents,
/// FreeDict's with f: and ambiguous ones with a question mark.
std::string dump(const LexiconEntry& entry) {
  std::string text = std::to_string(entry.length) + ':';
  for (const Translation& translation : entry.translations) {
    text += text.back() == ':' ? " " : ", ";
    if (translation.source == Source::freedict) text += "f:";
    text += translation.words + ' ' + std::to_string(std::lround(100 * translation.share));
    if (translation.ambiguous) text += '?';
  }
  return text;
}

std::string image_of(std::string_view glossary, const std::vector<WordPair>& more = {}) {
  LexiconBuilder builder;
  for (const WordPair& pair : read_glossary(glossary)) builder.add(pair);
  for (const WordPair& pair : more) builder.add(pair);
  return builder.image();
}

WordPair freedict_pair(std::string english, std::string indonesian) {
  WordPair pair;
  pair.english = std::move(english);
  pair.indonesian = std::move(indonesian);
  pair.from_freedict = true;
  return pair;
}

const char* const small_glossary =
    "data\tdata kita\t\n"
    "data protection\tpelindungan data\t\n"
    "data protection\tperlindungan data\tminor\n"
    "fan\tkipas\t\n"
    "fan\tpenggemar\tid=80\n"
    "law\tundang-undang\t\n"
    "official\tpejabat\tid=60,en=90\n"
    "official\tresmi\tid=30\n"
    "protection\tperlindungan\t\n"
    "regulate\tmengatur\t\n"
    "regulation\tperaturan\t\n"
    "regulation\tregulasi\t\n"
    "regulator\tregulator keuangan\t\n"
    "state\tnegara\t\n"
    "water\tair\tambiguous\n";

}  // namespace

TEST_CASE("the longest run of words is found, by its spelling and then by its stems") {
  const std::string image = image_of(small_glossary);
  const Lexicon lexicon{image};
  struct Case {
    std::string_view from, words, found;
  };
  constexpr Case cases[] = {
      {"en", "law", "1: undang undang 100"},
      {"en", "laws", "1: undang undang 100"},
      {"id", "undang undang", "2: law 100"},
      {"en", "data protection law", "2: pelindungan data 67, perlindungan data 33"},
      {"en", "data protections", "2: pelindungan data 67, perlindungan data 33"},
      {"en", "data law", "1: data kita 100"},
      {"id", "pelindungan data", "2: data protection 100"},
      {"id", "air bersih", "1: water 100?"},
      {"id", "negara negara asia", "2: state 100"},
      {"id", "negara asia", "1: state 100"},
      {"en", "state state", "1: negara 100"},
      {"en", "undang", "0:"},
      {"en", "", "0:"},
      {"ms", "negara", "0:"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.words);
    CHECK(dump(lexicon.find(split(c.words), c.from)) == c.found);
  }
}

TEST_CASE("of the headwords of one stem the nearest in spelling counts most") {
  const std::string image = image_of(small_glossary);
  const Lexicon lexicon{image};
  const LexiconEntry entry = lexicon.find_word("regulations", "en");
  REQUIRE(entry.translations.size() == 4);
  CHECK(dump(lexicon.find_word("regulation", "en")) == "1: peraturan 50, regulasi 50");
  CHECK(entry.translations[0].words == "peraturan");
  CHECK(entry.translations[1].words == "regulasi");
  CHECK(entry.translations[0].share > 0.3);
  double sum = 0;
  for (const Translation& translation : entry.translations) sum += translation.share;
  CHECK(sum == doctest::Approx(1));
}

TEST_CASE(
    "a share holds in its own direction, for all lines of its stems; without one a stem gets 5") {
  const std::string image = image_of(small_glossary);
  const Lexicon lexicon{image};
  CHECK(dump(lexicon.find_word("fan", "en")) == "1: penggemar 94, kipas 6");
  CHECK(dump(lexicon.find_word("official", "en")) == "1: pejabat 67, resmi 33");
  CHECK(dump(lexicon.find_word("pejabat", "id")) == "1: official 100");
  const std::string stems = image_of(
      "record\tcatatan\tid=60\nrecord\tmencatat\tminor\nrecord\trekor\tid=30\n"
      "records\tcatatan\t\nrecords\tarsip\tid=40\nlaw\thukum\t\nlaw\taturan\tminor\n");
  const Lexicon by_stem{stems};
  CHECK(dump(by_stem.find_word("record", "en")) == "1: catatan 44, rekor 33, mencatat 22");
  CHECK(dump(by_stem.find_word("records", "en")) == "1: catatan 60, arsip 40");
  CHECK(dump(by_stem.find_word("law", "en")) == "1: hukum 67, aturan 33");
}

TEST_CASE("each source has its own shares, and falls back to stems for itself") {
  const std::string image =
      image_of("law\thukum\t\n", {freedict_pair("law", "Hukum"), freedict_pair("law", "undang"),
                                  freedict_pair("laws", "dalil")});
  const Lexicon lexicon{image};
  CHECK(dump(lexicon.find_word("law", "en")) == "1: hukum 100, f:hukum 50, f:undang 50");
  CHECK(dump(lexicon.find_word("laws", "en")) == "1: hukum 100, f:dalil 100");
}

TEST_CASE("what folds to nothing or to itself is no pair; too long a wording is no headword") {
  const std::string image =
      image_of("email\te-mail\t\ndata\tData\t\n!\tseru\t\na b c d e\tabjad\t\ne-mail\tE mail\t\n");
  const Lexicon lexicon{image};
  CHECK(dump(lexicon.find_word("email", "en")) == "1: e mail 100");
  CHECK(dump(lexicon.find_word("data", "en")) == "0:");
  CHECK(dump(lexicon.find(split("a b c d e"), "en")) == "0:");
  CHECK(dump(lexicon.find_word("abjad", "id")) == "1: a b c d e 100");
}

TEST_CASE("a line that is not of the glossary is an error that names it") {
  for (const std::string line :
       {"law\thukum\n", "law\t\t\n", "law\thukum\trare\n", "law\thukum\tid=0\n",
        "law\thukum\tid=101\n", "law\thukum\tid=5x\n", "law\thukum\ten=\n"}) {
    CAPTURE(line);
    CHECK_THROWS_WITH_AS((void)read_glossary(line), doctest::Contains("'law'"), Error);
  }
}

TEST_CASE("of FreeDict's entries the translations are read, and no explanations") {
  struct Case {
    std::string_view entry, pairs;
  };
  constexpr Case cases[] = {
      {"law /l/ <n>\n1. atur, hukum, tata-tertib\n2. hukum 2.\nany rule\n 3.\nmore\n",
       "law=atur law=hukum law=tata-tertib law=hukum "},
      {"interest rate /i/ <n>\nsuku bunga\npercentage of money, charged\n",
       "interest rate=suku bunga "},
      {"to see <v>\nmelihat (sesuatu); nonton\n", "see=melihat see=nonton "},
      {"extra- /e/ <prefix>\nekstra-\noutside\n", ""},
      {"time is money <proverb>\nwaktu\n", ""},
      {"ginseng /g/ <n>\nginséng, ins*am, satu dua tiga empat\n", "ginseng=ginseng "},
      {"alone /a/ <adj>\n", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.entry);
    const std::string length{
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[c.entry.size() % 64]};
    const std::string high{static_cast<char>('A' + c.entry.size() / 64)};
    std::string pairs;
    for (const WordPair& pair : read_freedict("x\tA\t" + high + length + "\n", c.entry)) {
      CHECK(pair.from_freedict);
      pairs += pair.english + '=' + pair.indonesian + ' ';
    }
    CHECK(pairs == c.pairs);
  }
  for (const std::string index :
       {"x\tB\tB\n", "x\tA\t?\n", "x\tA\n", "x\t\t\n", "x\tA\tzzzzzzzzz\n"})
    CHECK(read_freedict(index, "").empty());
}

TEST_CASE("a damaged image is an error wherever it is damaged, and never a wild read") {
  const std::string whole = image_of(small_glossary);
  CHECK_THROWS_AS(Lexicon{std::string_view{whole}.substr(0, 20)}, Error);
  CHECK_THROWS_AS(Lexicon{std::string_view{whole}.substr(0, whole.size() - 1)}, Error);
  CHECK_THROWS_AS(Lexicon{"PLX2" + whole.substr(4)}, Error);
  const std::vector<std::string> words = split("data protection law");
  std::size_t thrown = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string image = whole;
    image[at] = '\xFF';
    try {
      const Lexicon lexicon{image};
      for (const std::string_view from : {"en", "id"}) {
        (void)lexicon.find(words, from);
        (void)lexicon.find_word("peraturan", from);
      }
    } catch (const Error&) {
      ++thrown;
    }
  }
  CHECK(thrown > 40);
}

TEST_CASE("the programs carry the whole glossary") {
  const Lexicon lexicon = Lexicon::embedded();
  CHECK(embedded::lexicon_image().size() > 500'000);
  CHECK(embedded::lexicon_image().size() < 6'000'000);
  struct Case {
    std::string_view from, words;
    std::size_t length;
    std::string_view among;
  };
  constexpr Case cases[] = {
      {"en", "regulation of the internet", 1, "regulasi"},
      {"en", "personal data protection", 3, "pelindungan data pribadi"},
      {"en", "abuse of power in", 3, "penyalahgunaan kekuasaan"},
      {"en", "abolished", 1, "menghapus"},
      {"id", "aturan perlindungan", 1, "rule"},
      {"id", "undang undang baru", 2, "law"},
      {"id", "menghapuskan", 1, "abolish"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.words);
    const LexiconEntry entry = lexicon.find(split(c.words), c.from);
    CHECK(entry.length == c.length);
    CHECK(std::any_of(entry.translations.begin(), entry.translations.end(),
                      [&](const Translation& t) { return t.words == c.among; }));
  }
}

}  // namespace pantau
