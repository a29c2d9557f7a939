// Words of a query to groups of words in the other language, with the lexicon and the entities that
// the programs carry. FreeDict may or may not be in it: the cases hold either way.
#include "searcher/query/translator.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

namespace pantau {
namespace {

/// An index that has `forms` and nothing else.
FormFrequency has_only(std::set<std::string> forms) {
  return [forms = std::move(forms)](const std::string& form) {
    return forms.contains(form) ? 1U : 0U;
  };
}

/// "china: [cina] [tiongkok]; regulation: [aturan]": groups with their likely targets in the order
/// of letters.
std::string dump(const std::vector<TranslationGroup>& groups) {
  std::string text;
  for (const TranslationGroup& group : groups) {
    std::set<std::string> targets;
    for (const TranslationTarget& target : group.targets)
      if (target.weight > 0.2) targets.insert(joined_by_spaces(target.forms));
    text += (text.empty() ? "" : "; ") + joined_by_spaces(group.words) + ':';
    for (const std::string& target : targets) text += " [" + target + ']';
  }
  return text;
}

std::string translated(std::string_view text, std::string from, std::vector<std::string> to,
                       std::set<std::string> forms) {
  const Lexicon lexicon = Lexicon::embedded();
  const EntityTable entities = EntityTable::embedded();
  const Translator translator{{lexicon, entities}, from, std::move(to), has_only(std::move(forms))};
  Analyzer analyzer;
  const std::vector<Word> words = analyzer.words(text);
  return dump(translator.translate(text, words));
}

}  // namespace

TEST_CASE("each run of a query that means something together becomes one group") {
  struct Case {
    std::string_view query, from, to;
    std::set<std::string> forms;
    std::string_view groups;
  };
  const Case cases[] = {
      {"regulation", "en", "id", {"aturan", "regulasi"}, "regulation: [aturan] [regulasi]"},
      {"peraturan", "id", "en", {"regulation", "rule"}, "peraturan: [regulation] [rule]"},
      {"China", "en", "id", {"tiongkok", "cina", "china"}, "china: [china] [cina] [tiongkok]"},
      {"Tiongkok", "id", "en", {"china"}, "tiongkok: [china]"},
      {"data protection",
       "en",
       "id",
       {"pelindungan", "data"},
       "data protection: [pelindungan data]"},
      {"social media ban",
       "en",
       "id",
       {"larangan", "media", "sosial"},
       "social media ban: [larangan media sosial] [media sosial]"},
      {"social media ban", "en", "id", {"media", "sosial"}, "social media: [media sosial]"},
      {"privatization", "en", "id", {"privatisasi"}, "privatization: [privatisasi]"},
      {"deepfake Alibaba",
       "en",
       "id",
       {"deepfake", "alibaba"},
       "deepfake: [deepfake]; alibaba: [alibaba]"},
      {"zzyzx", "en", "id", {"aturan"}, ""},
      {"", "en", "id", {"aturan"}, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(translated(c.query, std::string{c.from}, {std::string{c.to}}, c.forms) == c.groups);
  }
}

TEST_CASE("a longer run takes away nothing that its words find alone") {
  CHECK(translated("data breach platform", "en", {"id"}, {"kebocoran", "data", "platform"}) ==
        "data breach: [kebocoran data]; platform: [platform]");
  CHECK(translated("stablecoins", "en", {"id"}, {"stablecoin"}) == "stablecoins: [stablecoin]");
}

TEST_CASE("into languages that the lexicon does not know entities change their names only") {
  CHECK(translated("deepfake China", "en", {"zh"}, {"deepfake", "中国"}) ==
        "deepfake: [deepfake]; china: [中国]");
  CHECK(translated("regulation", "en", {"zh"}, {"中国"}).empty());
}

TEST_CASE("in its own language an entity goes by all its names, other words stay as they are") {
  CHECK(translated("aturan Kominfo", "id", {"id"}, {"aturan", "kominfo", "komdigi", "regulasi"}) ==
        "aturan: [aturan]; kominfo: [komdigi] [kominfo]");
}

TEST_CASE("weights are parts of the likeliest translation") {
  const Lexicon lexicon = Lexicon::embedded();
  const EntityTable entities = EntityTable::embedded();
  const Translator translator{
      {lexicon, entities}, "en", {"id"}, [](const std::string&) { return 1U; }};
  Analyzer analyzer;
  const std::string_view text = "minister said new regulation";
  const std::vector<Word> words = analyzer.words(text);
  for (const TranslationGroup& group : translator.translate(text, words)) {
    CAPTURE(joined_by_spaces(group.words));
    double best = 0;
    for (const TranslationTarget& target : group.targets) {
      CHECK(target.weight >= min_target_weight);
      best = std::max(best, target.weight);
    }
    CHECK(best == doctest::Approx(1));
  }
}

}  // namespace pantau
