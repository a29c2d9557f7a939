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

double term_saturation(double wdf, double length, double average_length) {
  if (wdf <= 0) return 0;
  const double norm = 1 - bm25_b + bm25_b * length / average_length;
  return (bm25_k1 + 1) * wdf / (wdf + bm25_k1 * norm);
}

}  // namespace pantau
