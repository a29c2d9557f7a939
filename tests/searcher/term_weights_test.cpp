#include "searcher/query/term_weights.h"

#include <doctest/doctest.h>

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
  const auto score = [](double count, double length) {
    return term_saturation(count, length, 100);
  };
  CHECK(score(0, 100) == 0);
  CHECK(score(1, 100) == doctest::Approx(1));
  CHECK(score(2, 100) - score(1, 100) > score(3, 100) - score(2, 100));
  CHECK(score(1, 1000) < score(1, 100));
  CHECK(score(1000, 1000) < bm25_k1 + 1);
}

}  // namespace pantau
