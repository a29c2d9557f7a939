#include "searcher/query/term_weights.h"

#include <algorithm>
#include <cmath>

namespace pantau {

double inverse_document_frequency(unsigned documents, unsigned n) {
  const double all = documents, with = std::min(n, documents);
  return std::pow(std::log(1 + (all - with + 0.5) / (with + 0.5)), idf_power);
}

double query_term_factor(unsigned count) {
  return (bm25_k3 + 1) * count / (bm25_k3 + count);
}

}  // namespace pantau
