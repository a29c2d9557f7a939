// An HTML page -> what an Article needs of it. The entrance to all html_* files: extract_html.
// Tested by tests/indexer/html_article_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "indexer/extract/html_content.h"

namespace pantau {

/// All strings are valid UTF-8; an empty one means that the page does not say.
struct HtmlArticle {
  std::string url;                   ///< canonical if that is plausible, else the one given
  std::string title;                 ///< one line
  std::vector<std::string> authors;  ///< one name each
  std::string outlet;                ///< name of the site as the page gives it
  std::string language;              ///< what the page claims, a code of common/language.h or ""
  std::optional<Date> date;          ///< day of publication
  std::string text;                  ///< paragraphs separated by "\n\n"
  Provenance title_from, authors_from, outlet_from, date_from;

  bool is_article = true;
  std::string_view reject_reason;      ///< a literal: "section-front", "tag-page", "gallery", ...
  std::string_view strategy;           ///< that found the body; see HtmlContent
  std::string root;                    ///< names of the element it was found in, when explained
  bool cut = false;                    ///< larger than the parser's limits: the beginning was read
  std::vector<BlockVerdict> verdicts;  ///< of every block, when `explain` was asked for
};

/// `utf8_html` must be valid UTF-8 and at most as long as the crawl readers let through. `captured`
/// is the time of the crawl (ISO 8601) or "": no article is younger. Never fails on any page; safe
/// to call from several threads.
[[nodiscard]] HtmlArticle extract_html(std::string_view utf8_html, std::string_view url,
                                       std::string_view captured, bool explain = false,
                                       const HtmlMethod& method = {});

}  // namespace pantau
