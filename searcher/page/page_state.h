// What one address of the search page says, and the address that says it: every state of the page
// is a short GET address with one spelling. Tested by tests/searcher/page/page_state_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/page/http_request.h"
#include "searcher/search/search_request.h"

namespace pantau {

enum class PageFormat { html, json, atom, opensearch };

/// Hits on one page.
inline constexpr std::size_t hits_per_page = 10;

/// Deep pages cost as much as all pages before them; a person narrows the search long before.
inline constexpr std::size_t max_page = 100;

/// Filters of one kind: more than a person clicks, few enough to stay cheap.
inline constexpr std::size_t max_filters = 8;

struct PageState {
  std::string query;
  std::string like;                    ///< id or URL of an article, to find more like it
  std::vector<std::string> languages;  ///< codes, sorted
  std::vector<std::string> outlets;    ///< names, sorted
  std::vector<std::string> entities;   ///< ids, sorted; an article has all of them
  std::string from, to;                ///< "2021", "2021-03" or "2021-03-20"; "": open
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
    return !languages.empty() || !outlets.empty() || !entities.empty() || !from.empty() ||
           !to.empty();
  }
};

/// Throws Error{usage} for a value that cannot be meant: a wrong number or date, a parameter given
/// twice. Parameters it does not know are left out, as links from elsewhere carry their own.
[[nodiscard]] PageState parse_state(const std::vector<Parameter>& parameters);

/// What can be told of an address that parse_state refuses: query, interface and format, for a page
/// that says so with its box still filled.
[[nodiscard]] PageState parse_remains(const std::vector<Parameter>& parameters);

/// "?q=deepfake&lang=id": the one spelling of a state, not escaped for HTML. What has its default
/// value is left out.
[[nodiscard]] std::string address_of(const PageState& state);

/// The same parameters in the same order, for hidden fields of a form.
[[nodiscard]] std::vector<Parameter> parameters_of(const PageState& state);

[[nodiscard]] SearchRequest to_request(const PageState& state);

}  // namespace pantau
