#include "searcher/search/ranking.h"

#include <algorithm>
#include <cmath>

namespace pantau {

double inverse_document_frequency(Xapian::doccount documents, Xapian::doccount n) {
  const double all = documents, with = std::min(n, documents);
  return std::pow(std::log(1 + (all - with + 0.5) / (with + 0.5)), idf_power);
}

double query_term_factor(unsigned count) {
  return (bm25_k3 + 1) * count / (bm25_k3 + count);
}

BareBm25::BareBm25(double average_length) : average_length_{std::max(average_length, 1.0)} {
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(DOC_LENGTH);
  need_stat(DOC_LENGTH_MIN);
}

std::string BareBm25::name() const {
  return "pantau::BareBm25";
}

BareBm25* BareBm25::clone() const {
  return new BareBm25{average_length_};
}

void BareBm25::init(double factor) {
  factor_ = factor;
}

double BareBm25::part(double wdf, double length) const {
  if (wdf <= 0) return 0;
  const double norm = 1 - bm25_b + bm25_b * length / average_length_;
  return factor_ * (bm25_k1 + 1) * wdf / (wdf + bm25_k1 * norm);
}

double BareBm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                             Xapian::termcount /*unique_terms*/) const {
  return part(wdf, length);
}

/// A document is at least as long as the term occurs in it.
double BareBm25::get_maxpart() const {
  const double wdf = get_wdf_upper_bound();
  return part(wdf, std::max<double>(get_doclength_lower_bound(), wdf));
}

double BareBm25::get_sumextra(Xapian::termcount /*length*/, Xapian::termcount /*unique*/) const {
  return 0;
}

double BareBm25::get_maxextra() const {
  return 0;
}

}  // namespace pantau
