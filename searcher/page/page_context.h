// What every part of a page needs to know: who asks for what, in which words.
#pragma once

#include <string>

#include "searcher/page/html.h"
#include "searcher/page/interface_words.h"
#include "searcher/page/page_config.h"
#include "searcher/page/page_state.h"

namespace pantau {

struct PageContext {
  const PageConfig& config;
  InterfaceWords words;
  PageState state;
  std::string base;  ///< absolute address of the program: "https://host/pantau.cgi"; "" if unknown
  bool failed = false;  ///< nothing was answered: there is no feed of it
  bool below = false;   ///< the request was for a path below the program, where "?" leads nowhere

  /// Absolute address of a state, or relative where the host is not known.
  [[nodiscard]] std::string absolute(const PageState& other) const {
    return base + address_of(other);
  }

  /// Address of a state from where the reader is.
  [[nodiscard]] std::string address(const PageState& other) const {
    return below ? absolute(other) : address_of(other);
  }
};

/// A whole document: head, search form, `main`, footer.
[[nodiscard]] Html page_frame(const PageContext& context, std::string_view title, const Html& main);

/// `<a href=ADDRESS>`: closes nothing, sets no text.
[[nodiscard]] Html open_link(std::string_view address);
[[nodiscard]] Html open_link(const PageState& state);

/// The start page: what this is and what to try.
[[nodiscard]] Html start_page(const PageContext& context);

/// The first page of hits, or any other, or the one that says that there are none.
[[nodiscard]] Html results_page(const PageContext& context, const SearchResults& results);

/// One sentence on what went wrong, with the search box still filled. `detail` may be "".
[[nodiscard]] Html problem_page(const PageContext& context, Markup what, std::string_view detail);

/// Atom (RFC 4287): one entry a hit, with ids and times that stay as they are.
[[nodiscard]] Html atom_feed(const PageContext& context, const SearchResults& results);

/// OpenSearch 1.1 description, by which browsers offer the site as a search engine.
[[nodiscard]] Html opensearch_description(const PageContext& context);

}  // namespace pantau
