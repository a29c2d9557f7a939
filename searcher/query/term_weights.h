// How much a word of a question weighs before an article is looked at: idf by the statistics of one
// language, and what words, forms and repetitions count beside each other. Chosen by measurement
// (searcher/README.md, "Ranking"). Tested by tests/searcher/term_weights_test.cpp.
//
// BM25 is Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
#pragma once

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

/// ln(1 + (N - n + 0.5) / (n + 0.5)) ^ idf_power for a term in n of N documents: never negative.
[[nodiscard]] double inverse_document_frequency(unsigned documents, unsigned n);

/// The weight of a word that stands `count` times in the query.
[[nodiscard]] double query_term_factor(unsigned count);

/// BM25 without idf: (k1 + 1) wdf / (wdf + k1 (1 - b + b length / average_length)); 0 for wdf 0.
[[nodiscard]] inline double term_saturation(double wdf, double length, double average_length) {
  if (wdf <= 0) return 0;
  const double norm = 1 - bm25_b + bm25_b * length / average_length;
  return (bm25_k1 + 1) * wdf / (wdf + bm25_k1 * norm);
}

}  // namespace pantau
