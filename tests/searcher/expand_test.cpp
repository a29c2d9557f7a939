#include "searcher/query/expand.h"

#include <map>
#include <regex>

#include <doctest/doctest.h>

#include "searcher/query/query_parser.h"

namespace pantau {
namespace {

/// An index of 1,000 articles in either language, as a table of terms.
class TableVocabulary : public Vocabulary {
 public:
  unsigned documents(const std::string& term) override {
    const auto known = table_.find(term);
    return known == table_.end() ? 0 : known->second;
  }

  std::vector<std::string> terms_with_prefix(const std::string& prefix,
                                             std::size_t limit) override {
    std::vector<std::string> terms;
    for (auto term = table_.lower_bound(prefix);
         term != table_.end() && term->first.starts_with(prefix) && terms.size() < limit; ++term)
      terms.push_back(term->first);
    return terms;
  }

 private:
  std::map<std::string, unsigned> table_{
      {"Zen:rule", 90},     {"Zen:deepfak", 10}, {"deepfake", 9},     {"Zen:china", 100},
      {"Zen:the", 990},     {"Zen:regul", 80},   {"regulation", 70},  {"regulator", 30},
      {"Zen:covid", 20},    {"Zen:19", 25},      {"Zen:covid19", 2},  {"Zen:digital", 60},
      {"digital", 60},      {"Zen:bank", 50},    {"Zid:atur", 100},   {"Zid:regulasi", 40},
      {"Zid:tiongkok", 30}, {"Zid:china", 20},   {"Zid:deepfake", 8}, {"XENTchina", 40},
  };
};

/// The dump of what `query`, in English, asks the partition of `language`, weights left out.
std::string expanded(std::string_view query, const std::string& language) {
  const std::vector<LanguagePartition> partitions{{"Zen:", {"en"}, 1000, 300},
                                                  {"Zid:", {"id"}, 1000, 300}};
  Analyzer analyzer;
  TableVocabulary vocabulary;
  const Lexicon lexicon = Lexicon::embedded();
  const EntityTable entities = EntityTable::embedded();
  const LanguagePartition& asked = partitions[language == "en" ? 0 : 1];
  const std::string line = dump(expand(parse_query(query).root, {asked, "en", partitions.data()},
                                       {analyzer, vocabulary, {lexicon, entities}})
                                    .root);
  // Weights stand behind a star, and behind what a concept is called and how often it is said.
  static const std::regex weight{R"(\*[0-9.]+|("| x\d+) [0-9.]+(?= ))"};
  return std::regex_replace(line, weight, "$1");
}

}  // namespace

TEST_CASE("a question in its own language is its words, forms and other names") {
  struct Case {
    std::string_view query, dump;
  };
  const Case cases[] = {
      {"deepfake", R"({"deepfake" [typed: Zen:deepfak] +(deepfake)})"},
      {"the deepfake", R"({"deepfake" [typed: Zen:deepfak] +(deepfake)})"},
      {"the", R"({"the" small [typed: Zen:the]})"},
      {"rule rule", R"({"rule" x2 [typed: Zen:rule]})"},
      {"\"digital bank\"", R"({"digital bank" [typed phrase/2: Zen:digital Zen:bank]})"},
      {"regul*",
       R"((any {"regul" [truncated synonyms: regulation regulator]} {"regul" [truncated: Zen:regul]}))"},
      {"+rule -bank", R"((without {"rule" [typed: Zen:rule]} {"bank" [typed: Zen:bank]}))"},
      {"title:rule", R"((filter {"rule" [typed: Zen:rule]} {"" [label: SZen:rule]}))"},
      {"entity:china rule", R"((filter {"rule" [typed: Zen:rule]} {"" [label: XENTchina]}))"},
      {"nothing:-", "{\"nothing\" [typed: Zen:noth] +(nothing)}"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(expanded(c.query, "en") == c.dump);
  }
}

TEST_CASE("a name with a hyphen counts whole and as one word, too") {
  CHECK(expanded("covid-19 rule", "en").find("spelling: Zen:covid19") != std::string::npos);
  CHECK(expanded("covid-19 rule", "en").find("typed phrase/2: Zen:covid Zen:19") !=
        std::string::npos);
}

TEST_CASE("other spellings of the query's words stand beside them") {
  struct Case {
    std::string_view query, part;
  };
  const Case cases[] = {
      {"deep fake", "spelling: Zen:deepfak"},
      {"covid19", "spelling 0.7 phrase/2: Zen:covid Zen:19"},
      {"r\u00FAle", "spelling 0.8: Zen:rule"},
      {"\"r\u00FAle bank\"", "spelling phrase/2: Zen:rule Zen:bank"},
      {"\"deep fake rule\"", "spelling phrase/2: Zen:deepfak Zen:rule"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const std::string dump = expanded(c.query, "en");
    CAPTURE(dump);
    CHECK(dump.find(c.part) != std::string::npos);
  }
  CHECK(expanded("rule bank", "en").find("spelling") == std::string::npos);
}

TEST_CASE("in another language each thing asked is a group of what it may be called there") {
  const std::string rules = expanded("china regulation", "id");
  CHECK(rules.find("[name: Zid:tiongkok]") != std::string::npos);
  CHECK(rules.find("[glossary: Zid:regulasi]") != std::string::npos);
  CHECK(expanded("rule -china", "id").starts_with("(without "));
  CHECK(expanded("wordnobodyhas", "id") == "nothing");
}

}  // namespace pantau
