// How good a ranking is, by judgements of people, and whether two rankings differ by more than
// chance: plain arithmetic, no index. Tested by tests/searcher/evaluation_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <istream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// The judgements of a query: docid -> gain. Above 0 is relevant; 0 is judged not to be; below 0
/// the document is taken out of a ranking before it is scored.
using Judgements = std::map<std::string, int>;
using Qrels = std::map<std::string, Judgements>;  ///< by query id

/// Query id -> docids, best first.
using Run = std::map<std::string, std::vector<std::string>>;

/// nDCG@10 has the gain itself over log2(rank + 1), MAP goes over all that the ranking holds.
inline constexpr std::array<std::string_view, 4> measure_names{"nDCG@10", "MRR@10", "MAP",
                                                               "Recall@100"};
using Scores = std::array<double, measure_names.size()>;

/// Lines `qid 0 docid gain`. Throws Error{input} that names `name` and the line.
[[nodiscard]] Qrels read_qrels(std::istream& in, const std::string& name);

/// Lines `qid Q0 docid rank score tag`, in any order; a higher score ranks first, then a lower
/// rank. Of a docid that comes again for a query the better place counts. Throws Error{input}.
[[nodiscard]] Run read_run(std::istream& in, const std::string& name);

/// All 0 if nothing is judged relevant.
[[nodiscard]] Scores score_ranking(const std::vector<std::string>& ranking,
                                   const Judgements& judgements);

/// Scores of every query with something relevant, in the order of their ids; a query that the run
/// lacks scores 0.
[[nodiscard]] std::vector<Scores> score_run(const Run& run, const Qrels& qrels);

[[nodiscard]] Scores mean_of(const std::vector<Scores>& scores);

/// Chance that two rankings which are equally good differ by at least so much in the mean, either
/// way: Fisher's randomization test over the signs of the differences by query, as Smucker, Allan
/// and Carterette recommend ("A comparison of statistical significance tests for information
/// retrieval evaluation", CIKM 2007). The same input gives the same answer.
[[nodiscard]] double randomization_test(const std::vector<double>& differences);

/// What an evaluation prints: one line a measure; beside another run also its means, the
/// differences and their chances.
[[nodiscard]] std::string evaluation_table(const std::vector<Scores>& scores);
[[nodiscard]] std::string comparison_table(const std::vector<Scores>& scores,
                                           const std::vector<Scores>& against);

}  // namespace pantau
