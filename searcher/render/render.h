// Answers to text: one function a format. Each takes plain text with marks and escapes at the edge.
// Tested by tests/searcher/render_test.cpp.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search/search_request.h"

namespace pantau {

struct TerminalStyle {
  bool color = false;      ///< ANSI escapes for titles and marks
  std::size_t width = 80;  ///< columns to wrap snippets at; 0: never
};

/// For people: numbered hits with title, outlet, date, language, snippet, address and copies, how
/// many there are, and facets.
void render_terminal(const SearchResults& results, const TerminalStyle& style, std::ostream& out);

/// Lists of outlets and languages, months or years as bars.
void render_facets(const std::vector<Facet>& facets, const TerminalStyle& style, std::ostream& out);

/// The query in its forms, a line each.
void render_explanation(const Explanation& explanation, std::ostream& out);

/// Who reads it. The owner of the index sees where each record lies; what leaves a server names
/// articles by their handles and addresses of the web only.
enum class Audience { owner, world };

/// One JSON object and a line feed; the schema is data/schema/results-1.json.
void render_json(std::string_view query, const SearchResults& results, std::ostream& out,
                 Audience audience = Audience::owner);

/// One hit a line, each an object as render_json() lists them (https://jsonlines.org).
void render_jsonl(const SearchResults& results, std::ostream& out,
                  Audience audience = Audience::owner);

/// RFC 4180 with a header, every value quoted. What a spreadsheet would run as a formula begins
/// with an apostrophe (OWASP, CSV injection).
void render_csv(const SearchResults& results, std::ostream& out);

/// One @misc a hit, for BibTeX and biber; every key is another one.
void render_bibtex(const SearchResults& results, std::ostream& out);

/// One record of type NEWS a hit (RIS, Research Information Systems).
void render_ris(const SearchResults& results, std::ostream& out);

/// What a feed says of itself.
struct Feed {
  std::string title;     ///< of the search
  std::string site;      ///< named where an article names nobody
  std::string language;  ///< of the feed's own words
  std::string id;        ///< IRI that stays the same; "" for RSS
  std::string self;      ///< address of the feed; "" if it has none
  std::string page;      ///< address of the search for people; "" if it has none
  std::string reader;    ///< what makes an encoded handle an address; "" if there is no page
  Date fallback_day{
      std::chrono::sys_days{}};  ///< of an article with neither a date nor a time of capture
};

/// Atom (RFC 4287): one entry a hit, with ids and times that stay as they are.
void render_atom(const Feed& feed, const SearchResults& results, std::ostream& out);

/// RSS 2.0 (https://www.rssboard.org/rss-specification).
void render_rss(const Feed& feed, const SearchResults& results, std::ostream& out);

/// One stored article: for people, its text in paragraphs of `style`; as JSON, by
/// data/schema/article-1.json. `entities` are ids.
void render_article(const Article& article, const TerminalStyle& style, std::ostream& out);
void render_article_json(const Article& article, const std::vector<std::string>& entities,
                         std::ostream& out, Audience audience = Audience::owner);

/// The address of an article that may be opened (http and https), "" if it has none.
[[nodiscard]] std::string web_address(const Article& article);

/// An id as run files have it: white space becomes %20.
[[nodiscard]] std::string trec_id(std::string_view id);

/// One line a hit: `query_id Q0 docid rank score tag` (trec_eval), both ids by trec_id().
void render_trec(std::string_view query_id, const SearchResults& results, std::ostream& out);

}  // namespace pantau
