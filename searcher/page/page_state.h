// What one address of the search page says, and the address that says it: every state of the page
// is a short GET address with one spelling. Tested by tests/searcher/page/page_state_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/page/http_request.h"
#include "searcher/search/search_request.h"

namespace pantau {

enum class PageFormat { html, json, jsonl, csv, bibtex, ris, atom, rss, opensearch };

/// Which of the words an article must have.
enum class WordMode { enough, all, any };

/// A time that moves on with the day of the request.
enum class Recent { ever, day, week, month, year };

/// Hits on one page.
inline constexpr std::size_t hits_per_page = 10;

/// Deep pages cost as much as all pages before them; a person narrows the search long before.
inline constexpr std::size_t max_page = 100;

/// Filters of one kind: more than a person clicks, few enough to stay cheap.
inline constexpr std::size_t max_filters = 8;

struct PageState {
  std::string query;
  std::string like;                    ///< name of an article, to find more like it
  std::string article;                 ///< name of an article, to read it
  std::size_t rank = 0;                ///< of `article` among the hits of the question; 0: unknown
  std::string facet;                   ///< "outlet", "lang" or "entity": all of its values
  bool by_name = false;                ///< these values in the order of the alphabet
  bool help = false;                   ///< what is in the index and how to ask
  std::vector<std::string> languages;  ///< codes, sorted
  std::vector<std::string> outlets;    ///< names, sorted
  std::vector<std::string> entities;   ///< ids, sorted; an article has all of them
  Recent recent = Recent::ever;        ///< beside which `from` and `to` are empty
  std::string from, to;                ///< "2021", "2021-03" or "2021-03-20"; "": open
  WordMode words = WordMode::enough;
  bool translate = true;  ///< look for the words in the other language as well
  Sort sort = Sort::relevance;
  std::size_t page = 1;
  bool fold = true;       ///< near copies under one hit
  std::string interface;  ///< language of the page if the address says so: "en", "id"
  PageFormat format = PageFormat::html;

  /// Words or an article to rank by; filters alone bring the newest articles.
  [[nodiscard]] bool has_words() const { return !query.empty() || !like.empty(); }

  /// Is there anything to search for?
  [[nodiscard]] bool asks() const { return has_words() || filtered(); }

  [[nodiscard]] bool filtered() const {
    return !languages.empty() || !outlets.empty() || !entities.empty() || dated();
  }
  [[nodiscard]] bool dated() const {
    return recent != Recent::ever || !from.empty() || !to.empty();
  }
};

/// What can be wrong with an address that nobody can have meant.
enum class AddressMistake { page, date, choice, language, filters };

/// The mistake and the value that makes it.
struct WrongAddress {
  AddressMistake mistake;
  std::string value;
};

/// Throws WrongAddress for a value that cannot be meant. What may be is forgiven: of a parameter
/// that is given twice the last counts, an empty one is none, dates may stand in any order.
/// Parameters it does not know are left out, as links from elsewhere carry their own.
[[nodiscard]] PageState parse_state(const std::vector<Parameter>& parameters);

/// What can be told of an address that parse_state refuses: query, interface and format, for a page
/// that says so with its box still filled.
[[nodiscard]] PageState parse_remains(const std::vector<Parameter>& parameters);

/// "?q=deepfake&lang=id": the one spelling of a state, not escaped for HTML. What has its default
/// value is left out.
[[nodiscard]] std::string address_of(const PageState& state);

/// The parameters of the state's address, in its order, for hidden fields of a form.
[[nodiscard]] std::vector<Parameter> parameters_of(const PageState& state);

/// `today`: the day that `recent` ends with.
[[nodiscard]] SearchRequest to_request(const PageState& state, Date today);

}  // namespace pantau
