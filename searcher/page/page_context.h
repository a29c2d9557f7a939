// What every part of a page needs to know: who asks for what, in which words.
#pragma once

#include <string>

#include "searcher/page/answer.h"
#include "searcher/page/interface_words.h"
#include "searcher/page/page_config.h"
#include "searcher/page/page_state.h"
#include "searcher/render/html.h"
#include "searcher/search/index_facts.h"

namespace pantau {

struct PageContext {
  const PageConfig& config;
  const InterfaceWords* words;
  PageState state;
  std::string script;                   ///< path of the program
  Date today{std::chrono::sys_days{}};  ///< by the server's clock
  bool failed = false;                  ///< nothing was answered: there is no feed of it
  bool below = false;  ///< the request was for a path below the program, where "?" leads nowhere

  /// Absolute address of a state, or relative where the operator has not said how the world calls
  /// this server.
  [[nodiscard]] std::string absolute(const PageState& other) const {
    return config.origin.empty() ? address_of(other) : config.origin + script + address_of(other);
  }

  /// Address of a state from where the reader is.
  [[nodiscard]] std::string address(const PageState& other) const {
    return below ? script + address_of(other) : address_of(other);
  }

  /// An empty state in the language the address asks for.
  [[nodiscard]] PageState start() const {
    PageState start;
    start.interface = state.interface;
    return start;
  }
};

/// Which style sheets a page needs beside the common one.
enum class Sheets { common, results };

/// A whole document: head, search form and `main`.
[[nodiscard]] Html page_frame(const PageContext& context, std::string_view title, const Html& main,
                              Sheets sheets = Sheets::common);

/// `<a href=ADDRESS>`: closes nothing, sets no text.
[[nodiscard]] Html open_link(std::string_view address);

/// Opens a link to a state of this page; crawlers are asked not to follow those that never end.
[[nodiscard]] Html open_link(const PageState& state);

/// The start page: what this is and what to try.
[[nodiscard]] Html start_page(const PageContext& context);

/// What is in the index, how to ask, subscribe, cite and download.
[[nodiscard]] Html help_page(const PageContext& context, const IndexFacts& facts);

/// The first page of hits, or any other, or the one that says that there are none, and why.
[[nodiscard]] Html results_page(const PageContext& context, const Answer& answer);

/// One article to read.
[[nodiscard]] Html article_page(const PageContext& context, const Reading& reading);

/// All values of one facet.
[[nodiscard]] Html facet_page(const PageContext& context, const Facet& facet);

/// One sentence on what went wrong, with the search box still filled.
[[nodiscard]] Html problem_page(const PageContext& context, const Html& what);

/// OpenSearch 1.1 description, by which browsers offer the site as a search engine.
[[nodiscard]] Html opensearch_description(const PageContext& context);

/// What was asked, as the page calls it: "deepfake", "Indonesian, OJK", "More like ...".
[[nodiscard]] std::string asked(const PageContext& context, const std::string& like_title,
                                std::size_t bytes);

}  // namespace pantau
