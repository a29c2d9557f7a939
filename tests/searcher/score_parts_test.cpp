#include "searcher/search/score_parts.h"

#include <doctest/doctest.h>

#include "searcher/search/ranking.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

using Xapian::Query;

struct Explained {
  double score = 0;
  std::vector<ScorePart> parts;
};

/// The first hit of `query` and what made its score, which is taken times `factor`.
Explained explain(const Query& query, double factor = 1, const MatchTerms& wanted = {}) {
  const Xapian::WritableDatabase database = index_in_memory({
      make_article("a", "en", "Deepfake rules", "China's deepfake rules bind app stores in China."),
      make_article("b", "en", "Other news", "Rules on something else, and on rules."),
  });
  const BareBm25 weight{10};
  Xapian::Enquire enquire{database};
  enquire.set_query(query);
  enquire.set_weighting_scheme(weight);
  const Xapian::MSet set = enquire.get_mset(0, 1);
  REQUIRE(set.size() == 1);
  const double score = factor * set.begin().get_weight();
  return {score, score_parts(database, *set.begin(), score, query, weight, wanted)};
}

std::string terms(const Explained& explained) {
  std::string out;
  for (const ScorePart& part : explained.parts)
    out += (out.empty() ? "" : " ") + part.term + '*' + std::to_string(part.count);
  return out;
}

double sum(const Explained& explained) {
  double sum = 0;
  for (const ScorePart& part : explained.parts) sum += part.score;
  return sum;
}

Query scaled(const char* term, double weight) {
  return {Query::OP_SCALE_WEIGHT, Query{term}, weight};
}

}  // namespace

TEST_CASE("the parts of words side by side add up to the score, the heaviest first") {
  const Query query{Query::OP_OR, scaled("Zen:deepfak", 3),
                    Query{Query::OP_OR, scaled("Zen:china", 2), scaled("Zen:absent", 9)}};
  const Explained explained = explain(query);
  CHECK(terms(explained) == "Zen:deepfak*6 Zen:china*2");
  CHECK(sum(explained) == doctest::Approx(explained.score));
  CHECK(explained.parts[0].score > explained.parts[1].score);
}

TEST_CASE("a score that was scaled afterwards is parted in the same proportion") {
  const Query query{Query::OP_OR, scaled("Zen:deepfak", 3), scaled("Zen:china", 2)};
  CHECK(sum(explain(query, 1.8)) == doctest::Approx(1.8 * sum(explain(query))));
}

TEST_CASE("filters, phrases and words that must match are explained as well") {
  const Query words{Query::OP_AND, scaled("Zen:deepfak", 3), scaled("Zen:china", 2)};
  const Query phrase{Query::OP_PHRASE, Query{"Zen:deepfak"}, Query{"Zen:rule"}};
  const Query query{Query::OP_FILTER, Query{Query::OP_AND, words, phrase}, Query{"Len"}};
  const Explained explained = explain(query);
  CHECK(terms(explained) == "Zen:deepfak*6 Zen:china*2 Zen:rule*6");
  CHECK(sum(explained) == doctest::Approx(explained.score));
}

TEST_CASE("of alternatives that count as one, only what would be missed is a part") {
  const Query query{Query::OP_MAX, scaled("Zen:deepfak", 3), scaled("Zen:china", 0.1)};
  const Explained explained = explain(query);
  CHECK(terms(explained) == "Zen:deepfak*6");
  CHECK(sum(explained) < explained.score);
}

TEST_CASE("a truncated word is explained by the words it stands for") {
  const Query query{Query::OP_WILDCARD, "Zen:deep", 10, Query::WILDCARD_LIMIT_FIRST,
                    Query::OP_SYNONYM};
  MatchTerms wanted;
  wanted.prefixes = {"deep"};
  CHECK(terms(explain(query, 1, wanted)) == "Zen:deepfak*6");
}

}  // namespace pantau
