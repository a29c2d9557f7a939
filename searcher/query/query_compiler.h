// QueryNode -> Xapian::Query for one branch of the index: cuts the words of the query with the
// analyzer that indexed the articles, stems them as the branch's language does and weighs them by
// the branch's own statistics. Entrance: QueryCompiler::compile. Tested by
// tests/searcher/index_reader_test.cpp.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/analyzer.h"
#include "searcher/query/language_branch.h"
#include "searcher/query/query_node.h"
#include "searcher/query/translator.h"
#include "searcher/search/highlight.h"

namespace pantau {

/// Words of a query beyond this are left out: the time of a match grows with the square of the
/// words (10,000 common ones take seconds), and the longest question of a person has a few hundred.
inline constexpr std::size_t max_query_words = 1'024;

/// Forms a truncated word may stand for: the first in order of spelling, because finding the most
/// frequent ones means reading them all, which takes seconds for `a*`.
inline constexpr Xapian::termcount max_expansion = 200;

/// What a term of another language than the query's stands for.
struct Meaning {
  std::string asked;  ///< words of the query, folded
  std::string said;   ///< the translation, if it is more than the one word; else ""
  std::string typed;  ///< `asked` as the query has it
};

/// By term; a word may be part of several translations.
using Meanings = std::multimap<std::string, Meaning>;

/// A query as Xapian runs it, and what to mark in the articles it finds.
struct CompiledQuery {
  Xapian::Query query;
  MatchTerms wanted;
  std::size_t wanted_words = 0;    ///< of the query; translations of one count once
  double wanted_idf = 0;           ///< of all wanted words together
  Meanings meanings;               ///< of wanted terms, if `translated`
  bool translated = false;         ///< it asks in another language than the query's
  bool chooses = false;            ///< there is a best_of in it
  bool confined = false;           ///< it matches no article of another branch
  bool truncated = false;          ///< it had more words than max_query_words
  std::vector<std::string> notes;  ///< what a truncated word leaves out, one line each
};

/// `queries` under one operator; nothing matches none of them.
[[nodiscard]] Xapian::Query combine(Xapian::Query::op op,
                                    const std::vector<Xapian::Query>& queries);

/// `query`, each weight in it times `weight`; 0: it matches and ranks nothing.
[[nodiscard]] Xapian::Query weighted(const Xapian::Query& query, double weight);

/// `query` as a thing of its own: Xapian 1.4 reads an OR straight beneath a MAX as more choices of
/// that, and joins others likewise. A weight parts them, but for 1 itself.
[[nodiscard]] Xapian::Query apart(const Xapian::Query& query);

/// Matches and ranks as `query` does, and goes around a bug of Xapian 1.4: a MAX that has come to
/// its end is read once more if the root of a match gives way to a part of it at the same time
/// (MaxPostList::recalc_maxweight). The root of this one never does.
[[nodiscard]] Xapian::Query with_fixed_root(const Xapian::Query& query);

/// Compiles queries for one branch; one thread. Keeps references to what it is given.
class QueryCompiler {
 public:
  /// Stop words of `query_language` do not rank beside other words.
  QueryCompiler(Analyzer& analyzer, const Xapian::Database& database, const LanguageBranch& branch,
                std::string_view query_language);

  /// Looks for the other names of the entities in the query as well, all in its own language.
  void name_with(const Translator& names);

  /// Compiles for a branch of another language than the query's from here on: its words are looked
  /// for as `translator` says them. `source`: the branch of the query's language, or nullptr if the
  /// index has none.
  void translate_with(const Translator& translator, const LanguageBranch* source);

  [[nodiscard]] CompiledQuery compile(const QueryNode& root);

 private:
  /// The words of a part of a query that rank together: forms, each with how often it stands there.
  using Bag = std::map<std::string, unsigned>;

  Xapian::Query node(const QueryNode& node);
  Xapian::Query any(const QueryNode& node);
  Xapian::Query all(const QueryNode& node);
  Xapian::Query without(const QueryNode& node);
  Xapian::Query mixed(const QueryNode& node);
  Xapian::Query near(const QueryNode& node);
  Xapian::Query word(const QueryNode& node);
  Xapian::Query phrase(const QueryNode& node);
  Xapian::Query label(const QueryNode& node);
  Xapian::Query prefix(const QueryNode& node);
  Xapian::Query label_prefix(const QueryNode& node);

  void add_to_bag(const QueryNode& node, Bag& bag);
  void add_bound(std::string_view text, std::vector<Xapian::Query>& choices);
  Xapian::Query rank(const Bag& bag, std::vector<Xapian::Query>& as_typed);
  static Xapian::Query with_forms(const Xapian::Query& stems,
                                  const std::vector<Xapian::Query>& as_typed);
  Xapian::Query window(Xapian::Query::op op, const std::vector<std::string>& terms,
                       Xapian::termcount size);
  Xapian::Query in_title_as_one(const Xapian::Query& query, const std::string& whole,
                                const QueryNode& node);
  Xapian::Query only_in_title(const Xapian::Query& query, const QueryNode& node);

  // Asking by other names and in another language (translated_query.cpp).
  void add_named(const std::string& text, Bag& bag, std::vector<Xapian::Query>& choices,
                 std::vector<Xapian::Query>& as_typed);
  Xapian::Query named(const TranslationTarget& name, const TranslationGroup& group, double weight);
  struct Target {
    std::vector<std::string> terms;
    double weight;
    double frequency;  ///< about how many articles have it
    bool ambiguous;    ///< see TranslationTarget
    std::string of;    ///< likewise
  };
  struct AskedGroup {
    TranslationGroup group;
    std::vector<Target> targets;
    unsigned count = 1;  ///< how often the query says it
  };
  /// Does a run of words stand for its whole meaning only, or will its parts do?
  enum class Runs { whole, or_parts };
  std::vector<AskedGroup> translate(const std::string& text, Runs runs);
  double source_idf(const std::vector<std::string>& words);
  std::vector<std::string> run_terms(const std::vector<std::string>& forms);
  std::vector<Target> targets(const TranslationGroup& group);
  double group_idf(const TranslationGroup& group, const std::vector<Target>& targets);
  Xapian::Query ranked(const AskedGroup& asked);
  [[nodiscard]] bool is_small(const TranslationGroup& group) const;
  [[nodiscard]] Xapian::Query finding(const std::vector<AskedGroup>& groups) const;
  Xapian::Query translated(const std::string& text);
  Xapian::Query each(const std::vector<AskedGroup>& groups);
  static Xapian::Query all_in_title(const std::vector<AskedGroup>& groups);
  static Xapian::Query near_each_other(const std::vector<AskedGroup>& groups, std::size_t gaps);
  Xapian::Query translated_parts(std::span<const QueryNode> parts, std::size_t gaps);

  // What is looked for by its spelling (truncated_query.cpp).
  Xapian::Query wildcard(const std::string& start, std::string_view typed);
  Xapian::Query in_title(const std::string& start);

  Xapian::Query best_of(const std::vector<Xapian::Query>& queries);
  bool is_silent(const QueryNode& node);
  bool is_confined(const QueryNode& node);
  std::vector<Word> cut(const QueryNode& node);
  void take_words(std::vector<Word>& words);
  std::string term(std::string_view form);
  double idf(const std::string& term);

  Analyzer& analyzer_;
  const Xapian::Database& database_;
  const LanguageBranch& branch_;
  std::string query_language_;
  CompiledQuery out_;
  const Translator* names_ = nullptr;
  const Translator* translator_ = nullptr;
  const LanguageBranch* source_ = nullptr;
  std::size_t words_left_ = 0;
  bool other_name_ = false;  ///< of something in the query, which counts as one thing asked
  bool excluding_ = false;   ///< inside what must not match: nothing there is marked
};

}  // namespace pantau
