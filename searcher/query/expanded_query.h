// A question as one partition of the index is asked it: the value between what it means
// (QueryNode) and the match. Each thing asked is a concept with the terms that stand for it, their
// weights by this partition's statistics, and where each comes from. Made by expand(), run by
// to_xapian() or evaluated for one article by score_parts(); what is marked, said and expected
// follows from it (match_terms.h). Tested by tests/searcher/expand_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/query/language_partition.h"

namespace pantau {

/// A term of the index with what it counts: its part of a score is `weight` times
/// term_saturation().
struct QueryTerm {
  std::string name;        ///< as in the index: "Zen:regul"
  unsigned documents = 0;  ///< articles that have it
  double weight = 0;       ///< 0: it only has to be there
};

/// Why an alternative stands for its concept.
enum class WordOrigin {
  typed,        ///< the word of the query itself, by its stem
  spelling,     ///< the query's own words as others write them: no accents, one word, a short form
  entity_name,  ///< another name of a company, body, law or country (data/entities)
  glossary,     ///< a reviewed translation (data/glossary)
  freedict,     ///< a translation that only FreeDict has
  cognate,      ///< the spelling that the word would have in the other language
  same_form,    ///< the word itself, in an article of another language
  truncated,    ///< a word that begins as was typed: regul*
  label,        ///< an exact value of a field
};

/// How several terms of an alternative count together.
enum class Joined {
  sum,      ///< each counts where it is
  phrase,   ///< all of them in this order, within `window` positions
  near,     ///< all of them in any order, within `window` positions
  synonym,  ///< any of them, as if they were one term
};

/// One way to say what was asked.
struct Alternative {
  std::vector<QueryTerm> terms;
  Joined joined = Joined::sum;
  unsigned window = 0;  ///< positions from the first term to the last, for phrase and near
  WordOrigin origin = WordOrigin::typed;
  double share = 1;  ///< how usual it is, 1 for the most usual one of its concept
  std::vector<std::string> forms = {};  ///< its words, folded; empty where the terms say it
  std::string part_of = {};             ///< the words of the concept that it stands for; "": all
  std::string typed_part = {};          ///< the same as they were typed
  bool ambiguous = false;               ///< it usually means something else: finds nothing alone
};

/// Something the question asks for. In an article the heaviest of its alternatives counts; those
/// of parts are taken together, the heaviest of each part, against those of the whole. `exact`
/// adds to that where the concept is found.
struct Concept {
  std::string typed;               ///< as the query has it
  std::vector<std::string> words;  ///< the same, folded and cut
  unsigned count = 1;              ///< how often the query says it
  double weight = 0;               ///< idf of it all: about what a perfect article gets for it
  bool small = false;              ///< a stop word of the query's language
  std::vector<Alternative> alternatives = {};
  std::vector<QueryTerm> exact = {};  ///< forms as written, which count beside their stems
};

struct ExpandedNode {
  enum class Kind {
    nothing,
    everything,
    one,         ///< `asked`
    date_range,  ///< days from `first` to `last`, inclusive; one may be missing
    any,         ///< at least one child; what each gives adds up
    all,         ///< every child; what each gives adds up
    maybe,       ///< the first child; the others add where they are found too
    filter,      ///< the first child where all others are found too, which add nothing
    without,     ///< the first child where no other is found
    near,        ///< any term of each child, all within `window` positions; adds nothing
  };

  Kind kind = Kind::nothing;
  std::optional<Concept> asked;
  std::vector<ExpandedNode> children;
  std::optional<Date> first, last;
  unsigned window = 0;
};

[[nodiscard]] ExpandedNode node_of(Concept asked);

/// One child stands for itself, none is `nothing`.
[[nodiscard]] ExpandedNode group_of(ExpandedNode::Kind kind, std::vector<ExpandedNode> children);
[[nodiscard]] ExpandedNode group_of(ExpandedNode::Kind kind, ExpandedNode first,
                                    ExpandedNode second);

struct ExpandedQuery {
  ExpandedNode root;
  LanguagePartition partition;
  bool in_other_words = false;     ///< asked as other languages say it, not as typed
  bool translated = false;         ///< ... with a dictionary for that language
  double unsaid = 0;               ///< idf of the words that it has nothing for, in their language
  bool truncated = false;          ///< it had more words than max_query_words
  std::vector<std::string> notes;  ///< what a person should know, one line each
};

/// One line for tests and --explain: each concept with its weight, its alternatives with origin,
/// terms and the weights of these.
[[nodiscard]] std::string dump(const ExpandedNode& node);

/// The name of an origin in dumps, JSON and explanations.
[[nodiscard]] std::string_view origin_name(WordOrigin origin);

}  // namespace pantau
