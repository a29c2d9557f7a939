// ExpandedQuery -> Xapian::Query, which is matched under BareBm25: the weight of a term comes with
// the query (OP_SCALE_WEIGHT), because each language has statistics of its own although all lie in
// one database. The only home of what Xapian 1.4 needs to be gone around. Tested by
// tests/searcher/to_xapian_test.cpp.
#pragma once

#include <string>

#include <xapian.h>

#include "searcher/query/expanded_query.h"

namespace pantau {

[[nodiscard]] Xapian::Query to_xapian(const ExpandedNode& root);

/// BM25 without idf (term_saturation() in searcher/query/term_weights.h).
class BareBm25 : public Xapian::Weight {
 public:
  /// `average_length`: mean length of the documents of the language that is matched.
  explicit BareBm25(double average_length);

  [[nodiscard]] std::string name() const override;
  [[nodiscard]] double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                                   Xapian::termcount unique_terms) const override;
  [[nodiscard]] double get_maxpart() const override;
  [[nodiscard]] double get_sumextra(Xapian::termcount length,
                                    Xapian::termcount unique_terms) const override;
  [[nodiscard]] double get_maxextra() const override;

 private:
  [[nodiscard]] BareBm25* clone() const override;
  void init(double factor) override;

  double average_length_;
  double factor_ = 1;
};

/// Each term that an article has gives its weight once, however often it is said.
class CountedOnce : public Xapian::Weight {
 public:
  [[nodiscard]] std::string name() const override { return "pantau::CountedOnce"; }
  [[nodiscard]] double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                                   Xapian::termcount unique_terms) const override;
  [[nodiscard]] double get_maxpart() const override { return factor_; }
  [[nodiscard]] double get_sumextra(Xapian::termcount length,
                                    Xapian::termcount unique_terms) const override;
  [[nodiscard]] double get_maxextra() const override { return 0; }

 private:
  [[nodiscard]] CountedOnce* clone() const override { return new CountedOnce; }
  void init(double factor) override { factor_ = factor; }

  double factor_ = 1;
};

}  // namespace pantau
