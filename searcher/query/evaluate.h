// What an expanded question gives one article, part by part: the definition of the score that a
// match must agree with, and what --explain prints. Slow and plain on purpose. Entrance:
// evaluate(). Tested by tests/searcher/evaluate_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "searcher/query/expanded_query.h"

namespace pantau {

/// An article as the index has it.
struct ArticleTerms {
  struct Occurrences {
    unsigned count = 0;               ///< how often, title words as often as they weigh
    std::vector<unsigned> positions;  ///< ascending; none for terms stored without
  };
  std::map<std::string, Occurrences, std::less<>> terms;
  double length = 0;  ///< the sum of all counts
  std::string day;    ///< as in its slot: "20240131", or ""
};

/// What a term gave to the score of an article.
struct TermScore {
  std::string term;
  double score = 0;
  unsigned count = 0;
  bool is_form = false;  ///< the form as typed, beside its stem
};

struct Evaluation {
  bool found = false;
  double score = 0;                ///< the sum of `parts`
  std::vector<TermScore> parts{};  ///< in the order of the question; a term may be in it twice
};

[[nodiscard]] Evaluation evaluate(const ExpandedNode& node, const ArticleTerms& article,
                                  double average_length);

/// All terms that a question names.
[[nodiscard]] std::vector<std::string> terms_of(const ExpandedNode& node);

}  // namespace pantau
