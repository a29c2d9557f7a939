// What is asked and what is answered: the values between the command line or the page and the
// index.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/date.h"
#include "searcher/search/facets.h"

namespace pantau {

enum class Sort {
  relevance,
  recent,  ///< relevance and age blended (searcher/search/recency.h)
  newest,
  oldest
};

/// How many of the words side by side an answer has.
enum class WordsAsked {
  enough,  ///< a share of what the question weighs (searcher/query/answer_rule.h)
  all,
  any
};

struct SearchRequest {
  std::string query;   ///< as typed, valid UTF-8
  std::string like;    ///< instead of a query: URL or id of an article, to find more like it
  bool plain = false;  ///< operators are words too (--batch)
  WordsAsked words = WordsAsked::enough;
  bool strict = false;         ///< a mistake in the query is an error instead of being forgiven
  bool translate = true;       ///< look for the words in the other language as well
  std::string query_language;  ///< "en" or "id"; empty: told from the words
  std::vector<std::string> languages;  ///< any of these codes; empty: all
  std::vector<std::string> outlets;    ///< any of these names or hosts; empty: all
  std::vector<std::string> entities;   ///< all of these, by id or name; empty: whatever it is about
  std::optional<Date> from, to;        ///< inclusive; an article without a date matches neither
  Sort sort = Sort::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  bool partial = true;      ///< after the answers, what has some of the words only
  bool fold = true;         ///< near copies of a hit lie under it instead of beside it
  std::string only;         ///< a term: of the articles that match only those that have it
  bool whole_text = false;  ///< the snippet of a hit is all of its text
  std::size_t facet_values =
      20;                ///< values named of each facet; a longer list is no choice any more
  bool facets = false;   ///< count outlets, languages, months and entities over all that matches
  bool explain = false;  ///< say how the query was read and run, and what made each score
  bool snippets = true;  ///< mark titles and cut snippets; programs that need ids only do without

  /// A match that takes longer is stopped, and what was found by then is the answer; zero: never.
  /// The process gets SIGALRM alarm_grace later if the match cannot be stopped, and must end.
  std::chrono::milliseconds timeout{0};
  std::optional<Date> today;  ///< ages are counted from; empty: the clock's day

  /// Asks for no words, so for all that its filters let through.
  [[nodiscard]] bool is_filter_only() const {
    return like.empty() && !plain && query.find_first_not_of(" \t\r\n") == std::string::npos;
  }

  [[nodiscard]] bool has_filters() const {
    return !languages.empty() || !outlets.empty() || !entities.empty() || from || to;
  }
};

/// How long after its timeout a match that finds nothing at all is left to run.
inline constexpr std::chrono::milliseconds alarm_grace{300};

/// Byte range in the text it belongs to.
struct Mark {
  std::size_t begin, end;
};

struct MarkedText {
  std::string text;
  std::vector<Mark> marks;  ///< in order, disjoint
};

/// What a term gave to the score of a hit.
struct ScorePart {
  std::string term;
  double score = 0;
  unsigned count = 0;    ///< how often the article has it, title words as often as they weigh
  bool is_form = false;  ///< the form as typed, beside its stem
};

/// What a signal of ranking_signals.h gave to the score of a hit, or took from it.
struct SignalScore {
  std::string_view name;
  double score = 0;
};

/// Words of an article that stand for other words of the query: "Tiongkok" for "china".
struct Wording {
  std::string said, asked;
};

struct Hit {
  Article article;  ///< `text` is left empty: the snippet shows what matters of it
  double score = 0;
  bool is_answer = true;  ///< else it has some of the words only (searcher/query/answer_rule.h)
  MarkedText title;
  MarkedText snippet;
  std::vector<Wording> wordings;     ///< what the marks stand for, where it is not what was typed
  std::vector<Article> copies;       ///< of the same story, best first; `text` is left empty
  std::vector<SignalScore> signals;  ///< what adds up to `score`, if the request asks to explain
  std::vector<ScorePart> parts;      ///< the terms after the first two signals, likewise
};

/// The query in its forms (--explain).
struct Explanation {
  std::string as_read;                ///< the parsed tree
  std::string language;               ///< whose stop words are left out, or ""
  std::vector<std::string> expanded;  ///< what it is called there: "Zid: china = cina, tiongkok"
  std::vector<std::string> concepts;  ///< the expanded tree, one line a partition
  std::vector<std::string> as_run;    ///< Xapian's description, one for each partition
};

struct SearchResults {
  std::vector<Hit> hits;
  std::uint64_t matches = 0;  ///< answers, shown or not, copies included
  bool matches_exact = true;  ///< else an estimate
  std::uint64_t folded = 0;   ///< of `matches`, found to be copies of hits on any page
  bool folded_exact = true;   ///< else there may be more
  /// Articles that have some of the words only and come after the answers, where they were counted.
  std::optional<std::uint64_t> others;
  std::size_t offset = 0;              ///< of the first hit
  bool more = false;                   ///< there are hits after these
  bool stopped = false;                ///< the time was over: these are the best of what was read
  std::vector<Facet> facets;           ///< if the request asks for them
  std::vector<Article> source_copies;  ///< near copies of the article that more is wanted like
  std::string suggestion;              ///< a query that may have been meant, or ""
  std::vector<std::string> notes;      ///< what was forgiven in the query
  std::optional<Explanation> explanation;  ///< if the request asks for it
};

}  // namespace pantau
