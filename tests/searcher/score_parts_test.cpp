#include "searcher/search/score_parts.h"

#include <doctest/doctest.h>

#include "searcher/search/to_xapian.h"
#include "tests/indexed_articles.h"

namespace pantau {
namespace {

using Kind = ExpandedNode::Kind;

constexpr double average_length = 10;

QueryTerm term(const char* name, double weight) {
  return {name, 1, weight};
}

/// A concept with one alternative.
ExpandedNode one(Alternative alternative) {
  Concept asked;
  asked.alternatives.push_back(std::move(alternative));
  return node_of(std::move(asked));
}

ExpandedNode word(const char* name, double weight) {
  return one({{term(name, weight)}, Joined::sum});
}

struct Explained {
  double score = 0;  ///< by Xapian
  std::vector<ScorePart> parts;
};

/// The first hit of `root` as Xapian has it, and what made its score.
Explained explain(const ExpandedNode& root) {
  const Xapian::WritableDatabase database = index_in_memory({
      make_article("a", "en", "Deepfake rules", "China's deepfake rules bind app stores in China."),
      make_article("b", "en", "Other news", "Rules on something else, and on rules."),
  });
  Xapian::Enquire enquire{database};
  enquire.set_query(to_xapian(root));
  enquire.set_weighting_scheme(BareBm25{average_length});
  const Xapian::MSet set = enquire.get_mset(0, 1);
  REQUIRE(set.size() == 1);
  ExpandedQuery query;
  query.root = root;
  query.partition.average_length = average_length;
  return {set.begin().get_weight(), score_parts(database, *set.begin(), query)};
}

std::string dump_parts(const Explained& explained) {
  std::string out;
  for (const ScorePart& part : explained.parts)
    out += (out.empty() ? "" : " ") + part.term + '*' + std::to_string(part.count) +
           (part.is_form ? "+" : "");
  return out;
}

}  // namespace

TEST_CASE(
    "the parts of a score are its terms, the heaviest first, and add up to what Xapian says") {
  Concept with_form;
  with_form.alternatives.push_back({{term("Zen:deepfak", 3)}, Joined::sum});
  with_form.exact.push_back(term("deepfake", 1));
  Concept chosen;
  chosen.alternatives.push_back({{term("Zen:deepfak", 3)}, Joined::sum});
  chosen.alternatives.push_back({{term("Zen:china", 0.1)}, Joined::sum});
  const Alternative phrase{{term("Zen:deepfak", 1), term("Zen:rule", 1)}, Joined::phrase, 2};
  const Alternative apart{{term("Zen:china", 1), term("Zen:app", 1)}, Joined::near, 9};
  const Alternative synonyms{{term("Zen:china", 2), term("Zen:app", 2)}, Joined::synonym};
  struct Case {
    const char* what;
    ExpandedNode root;
    const char* parts;
  };
  const Case cases[] = {
      {"words side by side",
       group_of(Kind::any, {word("Zen:deepfak", 3), word("Zen:china", 2), word("Zen:absent", 9)}),
       "Zen:deepfak*6 Zen:china*2"},
      {"a form beside its stem", group_of(Kind::any, {node_of(with_form), word("Zen:china", 2)}),
       "Zen:deepfak*6 Zen:china*2 deepfake*6+"},
      {"the heaviest of alternatives", node_of(chosen), "Zen:deepfak*6"},
      {"words of a phrase", one(phrase), "Zen:deepfak*6 Zen:rule*6"},
      {"words near each other", one(apart), "Zen:china*2 Zen:app*1"},
      {"terms that count as one", one(synonyms), "Zen:china*3"},
      {"filters add nothing",
       group_of(Kind::filter, {word("Zen:deepfak", 3), word("Len", 0), one(phrase)}),
       "Zen:deepfak*6"},
      {"what may be there too", group_of(Kind::maybe, {word("Zen:deepfak", 3), word("Zen:app", 1)}),
       "Zen:deepfak*6 Zen:app*1"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const Explained explained = explain(c.root);
    CHECK(dump_parts(explained) == c.parts);
    double sum = 0;
    for (const ScorePart& part : explained.parts) sum += part.score;
    CHECK(sum == doctest::Approx(explained.score).epsilon(1e-9));
  }
}

}  // namespace pantau
