// What is asked and what is answered: the values between the command line or the page and the
// index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/date.h"

namespace pantau {

enum class Sort { relevance, newest, oldest };

struct SearchRequest {
  std::string query;    ///< as typed, valid UTF-8
  bool plain = false;   ///< operators are words too (--batch)
  bool all = false;     ///< every word must occur, instead of ranking by how many do
  bool strict = false;  ///< a mistake in the query is an error instead of being forgiven
  std::vector<std::string> languages;  ///< any of these codes; empty: all
  std::vector<std::string> outlets;    ///< any of these names or hosts; empty: all
  std::optional<Date> from, to;        ///< inclusive; an article without a date matches neither
  Sort sort = Sort::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  bool fold = true;      ///< near copies of a hit lie under it instead of beside it
  bool snippets = true;  ///< mark titles and cut snippets; programs that need ids only do without
};

/// Byte range in the text it belongs to.
struct Mark {
  std::size_t begin, end;
};

struct MarkedText {
  std::string text;
  std::vector<Mark> marks;  ///< in order, disjoint
};

struct Hit {
  Article article;  ///< `text` is left empty: the snippet shows what matters of it
  double score = 0;
  MarkedText title;
  MarkedText snippet;
  std::vector<Article> copies;  ///< of the same story, best first; `text` is left empty
};

struct SearchResults {
  std::vector<Hit> hits;
  std::uint64_t matches = 0;       ///< articles that match, shown or not, copies included
  bool matches_exact = true;       ///< else an estimate
  std::uint64_t folded = 0;        ///< of `matches`, found to be copies of hits on any page
  bool folded_exact = true;        ///< else there may be more
  std::size_t offset = 0;          ///< of the first hit
  bool more = false;               ///< there are hits behind these
  std::vector<std::string> notes;  ///< what was forgiven in the query
};

/// The query in its forms (--explain).
struct Explanation {
  std::string as_read;              ///< the parsed tree
  std::string language;             ///< whose stop words are left out, or ""
  std::vector<std::string> as_run;  ///< Xapian's description, one for each branch of languages
};

}  // namespace pantau
