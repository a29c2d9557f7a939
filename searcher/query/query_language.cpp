#include "searcher/query/query_language.h"

#include <algorithm>
#include <cmath>

#include "searcher/query/stop_words.h"

namespace pantau {
namespace {

/// One word decides at most this much, so that a single rare name cannot outvote the sentence.
constexpr double max_word_vote = 4;

/// A stop word of one language alone is nearly as good as a word the other never has.
constexpr double stop_word_vote = 3;

/// How common a word is in a language, never nothing.
double share(unsigned n, unsigned documents) {
  return (n + 0.1) / (documents + 1.0);
}

const LanguageBranch* branch_of(const std::vector<LanguageBranch>& branches,
                                std::string_view space) {
  const auto branch = std::find_if(branches.begin(), branches.end(),
                                   [&](const LanguageBranch& b) { return b.space == space; });
  return branch == branches.end() ? nullptr : &*branch;
}

}  // namespace

std::string query_language(std::string_view query, Analyzer& analyzer,
                           const std::vector<LanguageBranch>& branches,
                           const DocumentFrequency& frequency) {
  const LanguageBranch* const english = branch_of(branches, "Zen:");
  const LanguageBranch* const indonesian = branch_of(branches, "Zid:");
  if (english == nullptr || indonesian == nullptr)
    return english != nullptr ? "en" : indonesian != nullptr ? "id" : "";
  double english_vote = 0;
  for (const Word& word : analyzer.words(query)) {
    const unsigned in_english = frequency(std::string{analyzer.term(word.form, "en")});
    const unsigned in_indonesian = frequency(std::string{analyzer.term(word.form, "id")});
    english_vote += std::clamp(std::log(share(in_english, english->documents) /
                                        share(in_indonesian, indonesian->documents)),
                               -max_word_vote, max_word_vote);
    const bool english_stop = is_stop_word(word.form, "en");
    const bool indonesian_stop = is_stop_word(word.form, "id");
    if (english_stop != indonesian_stop)
      english_vote += english_stop ? stop_word_vote : -stop_word_vote;
  }
  return english_vote >= 0 ? "en" : "id";
}

}  // namespace pantau
