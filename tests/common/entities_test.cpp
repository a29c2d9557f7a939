// Names of entities in texts and in queries, in a small table made here and in the one the programs
// carry.
#include "common/entities/entities.h"

#include <doctest/doctest.h>

#include "common/embedded.h"
#include "common/entities/compiler/entity_builder.h"
#include "common/error.h"

namespace pantau {
namespace {

/// "ojk china": the ids that are mentioned, in order.
std::string mentioned(const EntityTable& table, std::string_view text) {
  Analyzer analyzer;
  std::string ids;
  for (const EntityMention& mention : table.mentions(text, analyzer.words(text)))
    ids += (ids.empty() ? "" : " ") + std::string{table.id(mention.entity)};
  return ids;
}

/// "china 1": what a query begins with, and how many words that is; "" if it is no entity.
std::string begins_with(const EntityTable& table, std::string_view query) {
  Analyzer analyzer;
  const auto mention = table.find(query, analyzer.words(query));
  if (!mention) return {};
  return std::string{table.id(mention->entity)} + ' ' + std::to_string(mention->count);
}

const char* const small_table =
    "acme\tcompany\tAcme!\t\t\t\t\n"
    "bank-sentral\tregulator\tCentral Bank of Java\tBank Sentral Jawa\t\t爪哇中央银行\tBSJ\n"
    "china\tcountry\tChina\tTiongkok|Cina\tChina\t中国\tPRC\n"
    "china-mobile\tcompany\tChina Mobile\t\t\t中国移动\t\n"
    "health-body\torganisation\tWorld Health Body\t\t\t\tWHO!\n"
    "peoples-bank\tregulator\tPeople's Bank\t\t\t\t\n"
    "states\tcountry\tUnited States|U.S.!\t\t\t\tUS!\n";

}  // namespace

TEST_CASE("the longest name counts, and none is read across a comma or a sentence") {
  const std::string image = compile_entities(small_table);
  const EntityTable table{image};
  struct Case {
    std::string_view text, ids;
  };
  constexpr Case cases[] = {
      {"Rules of CHINA and china", "china china"},
      {"China Mobile was fined", "china-mobile"},
      {"In China, mobile phones sell", "china"},
      {"He left China. Mobile phones sell", "china"},
      {"China\nMobile", "china"},
      {"China's plan, Tiongkok, Cina", "china china china"},
      {"the People’s Bank’s rates, peoples bank", "peoples-bank"},
      {"Bank Sentral Jawa menaikkan", "bank-sentral"},
      {"Bank Sentral Eropa menaikkan", ""},
      {"chinaware", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(mentioned(table, c.text) == c.ids);
  }
}

TEST_CASE(
    "marked names and abbreviations count only as they are written, not in headline capitals") {
  const std::string image = compile_entities(small_table);
  const EntityTable table{image};
  struct Case {
    std::string_view text, ids;
  };
  constexpr Case cases[] = {
      {"Acme and its acme of art", "acme"},
      {"The BSJ's rates, bsj, Bsj", "bank-sentral"},
      {"who asked the WHO", "health-body"},
      {"In the U.S. and the US, tell us", "states states"},
      {"It pays US$5 and 5 US$ more", ""},
      {"WHO PAYS US FOR ACME TIMES", ""},
      {"CHINA PAYS US FOR ACME TIMES", "china"},
      {"法律BSJ规定", "bank-sentral"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(mentioned(table, c.text) == c.ids);
  }
}

TEST_CASE("Chinese names are found however the dictionary cuts their inside") {
  const std::string image = compile_entities(small_table);
  const EntityTable table{image};
  CHECK(mentioned(table, "中国移动表示，爪哇中央银行规定，中国。") ==
        "china-mobile bank-sentral china");
  CHECK(mentioned(table, "发展中国家") == "");
}

TEST_CASE("in a query abbreviations count in any case, unless they are words too") {
  const std::string image = compile_entities(small_table);
  const EntityTable table{image};
  struct Case {
    std::string_view query, found;
  };
  constexpr Case cases[] = {
      {"bsj rates", "bank-sentral 1"},
      {"prc", "china 1"},
      {"who is it", ""},
      {"WHO rules", "health-body 1"},
      {"us rules", ""},
      {"US rules", "states 1"},
      {"acme rules", ""},
      {"Acme rules", "acme 1"},
      {"china mobile fine", "china-mobile 2"},
      {"rules china", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(begins_with(table, c.query) == c.found);
  }
  Analyzer analyzer;
  const std::string query = "rules china";
  CHECK(table.find(query, analyzer.words(query), 1)->first == 1);
}

TEST_CASE("an entity has all its names by language, and is known by its id or any of them") {
  const std::string image = compile_entities(small_table);
  const EntityTable table{image};
  REQUIRE(table.size() == 7);
  const Entity entity = *table.find_id("bank-sentral");
  CHECK(entity.kind == "regulator");
  REQUIRE(entity.names.size() == 4);
  CHECK(entity.names[0].words == "central bank of java");
  CHECK(entity.names[3].text == "BSJ");
  CHECK(entity.names[3].language.empty());
  CHECK(entity.name("id") == "Bank Sentral Jawa");
  CHECK(entity.name("ms") == "Central Bank of Java");
  CHECK_FALSE(table.find_id("bank"));
  Analyzer analyzer;
  const auto resolved = [&](std::string_view text) {
    return std::string{table.resolve(text, analyzer.words(text))};
  };
  CHECK(resolved("china-mobile") == "china-mobile");
  CHECK(resolved("cina") == "china");
  CHECK(resolved("central bank of java") == "bank-sentral");
  CHECK(resolved("bsj") == "bank-sentral");
  CHECK(resolved("china rules").empty());
  CHECK(resolved("").empty());
}

TEST_CASE("a row that is not of the table is an error; so is a damaged image, never a wild read") {
  CHECK_THROWS_AS((void)compile_entities("china\tcountry\tChina\n"), Error);
  CHECK_THROWS_AS((void)compile_entities("china\tcountry\t!\t\t\t\t\n"), Error);
  const std::string whole = compile_entities(small_table);
  CHECK_THROWS_AS(EntityTable{std::string_view{whole}.substr(0, 10)}, Error);
  CHECK_THROWS_AS(EntityTable{std::string_view{whole}.substr(0, whole.size() - 1)}, Error);
  std::size_t thrown = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string image = whole;
    image[at] = '\xFF';
    try {
      const EntityTable table{image};
      (void)mentioned(table, "China Mobile, the Central Bank of Java and Acme; 中国移动");
      (void)table.find_id("states");
    } catch (const Error&) {
      ++thrown;
    }
  }
  CHECK(thrown > 40);
}

TEST_CASE("the programs carry the reviewed table") {
  const EntityTable table = EntityTable::embedded();
  CHECK(table.size() >= 400);
  CHECK(mentioned(table, "Kominfo dan Komdigi, 阿里巴巴, the Fed's rate, kata OJK") ==
        "komdigi komdigi alibaba federal-reserve ojk");
  CHECK(entity_name("china", "en") == "China");
  CHECK(entity_name("nobody-at-all", "en") == "nobody-at-all");
}

}  // namespace pantau
