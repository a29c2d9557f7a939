// How matching articles are ordered: one default for all, chosen by measurement (README,
// "Ranking").
//
// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009)
// with each language's own statistics, although all lie in one database: the weight of a term is
// brought in by the query (OP_SCALE_WEIGHT), and BareBm25 is what is left. Tested by
// tests/searcher/ranking_test.cpp.
#pragma once

#include <string>

#include <xapian.h>

namespace pantau {

/// How fast more occurrences of a word stop to matter, and how much longer articles are held back.
inline constexpr double bm25_k1 = 1.0;
inline constexpr double bm25_b = 0.75;

/// How fast a word that the query repeats stops to matter more (BM25's k3).
inline constexpr double bm25_k3 = 8.0;

/// Rare words count more than BM25's idf alone says: news queries live by their names.
inline constexpr double idf_power = 1.4;

/// A form as typed counts beside its stem, and the stem a little less where the two differ: it
/// tells "regulators" from "regulations", and mends what a stemmer joins that does not belong
/// together.
inline constexpr double raw_form_share = 0.3;
inline constexpr double stem_share = 0.8;

/// Two words that a hyphen joins in the query count this much of their idf more where they stand
/// side by side.
inline constexpr double bound_pair_share = 0.5;

/// A title that says what is asked and little else is a better answer than a long one with the same
/// words: how alike the two are counts this much of the idf of all that is asked. Only the best
/// articles are looked at, which bounds the time; whether 20 or 100 makes no measurable difference.
inline constexpr double title_likeness_weight = 0.15;
inline constexpr Xapian::doccount reranked_articles = 25;

/// ln(1 + (N - n + 0.5) / (n + 0.5)) ^ idf_power for a term in n of N documents: never negative.
[[nodiscard]] double inverse_document_frequency(Xapian::doccount documents, Xapian::doccount n);

/// The weight of a word that stands `count` times in the query.
[[nodiscard]] double query_term_factor(unsigned count);

/// BM25 without idf: (k1 + 1) wdf / (wdf + k1 (1 - b + b length / average_length)).
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
  [[nodiscard]] double part(double wdf, double length) const;

  double average_length_;
  double factor_ = 1;
};

}  // namespace pantau
