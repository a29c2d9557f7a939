#include "searcher/search/ranking.h"

#include <doctest/doctest.h>

#include "tests/indexed_articles.h"

namespace pantau {

TEST_CASE("rarer words weigh more, and none weighs less than nothing") {
  CHECK(inverse_document_frequency(1000, 1) > inverse_document_frequency(1000, 10));
  CHECK(inverse_document_frequency(1000, 999) > inverse_document_frequency(1000, 1000));
  CHECK(inverse_document_frequency(1000, 1000) > 0);
  CHECK(inverse_document_frequency(10, 5000) == inverse_document_frequency(10, 10));
  CHECK(inverse_document_frequency(0, 0) > 0);
}

TEST_CASE("a word said twice in a query weighs less than two words") {
  CHECK(query_term_factor(1) == doctest::Approx(1));
  CHECK(query_term_factor(2) > 1);
  CHECK(query_term_factor(2) < 2);
}

TEST_CASE("more occurrences count, less and less, and less in a long article") {
  const BareBm25 weight{100};
  const auto score = [&](Xapian::termcount wdf, Xapian::termcount length) {
    return weight.get_sumpart(wdf, length, 0);
  };
  CHECK(score(0, 100) == 0);
  CHECK(score(1, 100) == doctest::Approx(1));
  CHECK(score(2, 100) - score(1, 100) > score(3, 100) - score(2, 100));
  CHECK(score(1, 1000) < score(1, 100));
  CHECK(score(1000, 1000) < bm25_k1 + 1);
}

TEST_CASE("a title is the more like a query the less else either says") {
  const Xapian::Database database = index_in_memory({
      make_article("1", "en", "Deepfake rules", "Text."),
      make_article("2", "en", "Deepfakes: rule of the day", "Deepfake rules, says China."),
      make_article("3", "en", "", "Deepfake rules."),
      make_article("4", "id", "Deepfake rules", "Teks."),
      make_article("5", "en", "Deepfake deepfake", "Text."),
  });
  const auto likeness = [&](Xapian::docid id, const std::unordered_set<std::string>& wanted) {
    return title_likeness(database, id, "Zen:", wanted, wanted.size());
  };
  CHECK(likeness(1, {"Zen:deepfak", "Zen:rule"}) == doctest::Approx(1));
  CHECK(likeness(1, {"Zen:deepfak"}) == doctest::Approx(2.0 / 3));
  CHECK(likeness(2, {"Zen:deepfak", "Zen:rule"}) == doctest::Approx(4.0 / 7));
  CHECK(likeness(2, {"Zen:deepfak", "Zen:rule", "Zen:china"}) == doctest::Approx(4.0 / 8));
  CHECK(likeness(3, {"Zen:deepfak", "Zen:rule"}) == 0);
  CHECK(likeness(4, {"Zen:deepfak", "Zen:rule"}) == 0);
  CHECK(likeness(5, {"Zen:deepfak"}) == doctest::Approx(1));
  CHECK(likeness(1, {}) == 0);
}

}  // namespace pantau
