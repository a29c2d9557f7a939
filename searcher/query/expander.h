// The workings of expand(): one question for one partition. Its members are in expand.cpp
// (structure), expand_words.cpp (words as typed), expand_other_words.cpp (names, translations)
// and expand_spelling.cpp (labels, truncated words). See expand.h.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/variants.h"
#include "searcher/query/expand.h"

namespace pantau {

class Expander {
 public:
  Expander(const ExpansionTarget& target, const ExpansionSources& sources);

  [[nodiscard]] ExpandedQuery expand(const QueryNode& root);

 private:
  using Nodes = std::vector<ExpandedNode>;

  /// How often each form is in a part of the query whose words rank together.
  using FormCounts = std::map<std::string, unsigned>;

  /// Is what is expanded asked for, or must it not match? The usual translations do for the latter.
  enum class Purpose { find, exclude };

  ExpandedNode node(const QueryNode& node, Purpose purpose);
  ExpandedNode any(const QueryNode& node, Purpose purpose);
  ExpandedNode all(const QueryNode& node, Purpose purpose);
  ExpandedNode without(const QueryNode& node, Purpose purpose);
  ExpandedNode mixed(const QueryNode& node, Purpose purpose);
  ExpandedNode near(const QueryNode& node, Purpose purpose);
  ExpandedNode word(const QueryNode& node, Purpose purpose);
  ExpandedNode pasted_address(const QueryNode& node, Purpose purpose);
  ExpandedNode phrase(const QueryNode& node, Purpose purpose);
  ExpandedNode only_in_title(ExpandedNode found, const QueryNode& node);

  void count_forms(const QueryNode& node, FormCounts& counts);
  void add_hyphenated(std::string_view text, Nodes& choices);
  void add_words(const FormCounts& counts, std::vector<Concept>& concepts);
  [[nodiscard]] Concept run_of(std::string_view typed, const std::vector<Word>& words,
                               Joined joined, unsigned window);

  // Other spellings (expand_variants.cpp).
  [[nodiscard]] std::vector<Variant> variants_of(std::string_view text,
                                                 const std::vector<Word>& words);
  void add_runs(std::string_view text, FormCounts& counts, Nodes& choices);
  [[nodiscard]] Concept cited(std::string_view text, const std::vector<Word>& words,
                              const Variant& law, QueryTerm other);
  void add_spellings(const std::string& form, Concept& word);
  void add_spelled_phrases(const std::vector<Word>& words, std::string_view text, Concept& phrase);

  // Other names and other languages (expand_other_words.cpp).
  /// Does a run of words stand for its whole meaning only, or will its parts do?
  enum class Runs { whole, or_parts };
  void add_named(const std::string& text, FormCounts& counts, Nodes& choices);
  [[nodiscard]] Alternative named(const TranslationTarget& name, double weight);
  [[nodiscard]] std::vector<Concept> translate(const std::string& text, Runs runs, Purpose purpose);
  [[nodiscard]] Concept translated(const TranslationGroup& group, unsigned count, Runs runs,
                                   Purpose purpose);
  [[nodiscard]] double own_weight(const std::vector<std::string>& words);
  ExpandedNode translated_words(const std::string& text, Purpose purpose);
  ExpandedNode translated_parts(std::span<const QueryNode> parts, std::size_t gaps,
                                Purpose purpose);

  // What is looked for by its spelling (expand_spelling.cpp).
  ExpandedNode label(const QueryNode& node);
  ExpandedNode label_prefix(const QueryNode& node);
  ExpandedNode truncated_word(const QueryNode& node, Purpose purpose);
  ExpandedNode title_begins(const std::string& start);
  [[nodiscard]] Concept beginning_with(const std::string& prefix, std::string_view typed,
                                       double weight);

  [[nodiscard]] std::vector<Word> cut(const QueryNode& node);
  void take_words(std::vector<Word>& words);
  [[nodiscard]] bool asks_nothing(const QueryNode& node) const;
  [[nodiscard]] std::string term(std::string_view form);
  [[nodiscard]] unsigned documents(const std::string& term);
  [[nodiscard]] double idf(unsigned documents) const;
  [[nodiscard]] QueryTerm weighed_term(std::string_view form, double factor);
  [[nodiscard]] bool is_stop(std::string_view form) const;

  const ExpansionTarget& target_;
  const ExpansionSources& sources_;
  Analyzer& analyzer_;
  bool in_other_words_;
  Translator translator_;
  std::multimap<std::string, Variant> spellings_;  ///< of single words of the query, by form
  std::set<std::string> unlisted_;                 ///< pairs as one word that no list knows
  std::size_t words_left_ = max_query_words;
  double unsaid_ = 0;
  bool truncated_ = false;
  std::vector<std::string> notes_;
};

/// An exact value, or a word that only has to be there.
[[nodiscard]] Concept required_term(std::string name);

}  // namespace pantau
