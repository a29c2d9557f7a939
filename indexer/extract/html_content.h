// The body of the article, cut out of its page. Several strategies say where it stands, written
// rules choose between them, and each block inside is judged by itself (html_selection.h).
// Entrance: find_content. Tested by tests/indexer/html_content_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/findings.h"
#include "indexer/extract/html_noise.h"
#include "indexer/extract/html_tree.h"

namespace pantau {

/// Parts of the method that can be switched off, to learn what each is worth (docs: the ablation
/// table).
struct HtmlMethod {
  bool names = true;            ///< class names, ids, roles
  bool labels = true;           ///< strategy: an element that is named as the body
  bool density = true;          ///< strategy: paragraphs vote for the elements around them
  bool witness = true;          ///< JSON-LD articleBody
  bool lead = true;             ///< the summary above the body
  bool phrases = true;          ///< lists of data/phrases/
  bool block_rules = true;      ///< link density, short lines, headings of nothing
  bool teasers = true;          ///< lists of other stories, what readers wrote
  bool structured_data = true;  ///< JSON-LD and meta elements for title, date and author
};

/// What is known of an article before its body is looked for.
struct ContentHints {
  std::string_view title;
  std::string_view description;  ///< as the page tells machines: a lead to look for
  std::string_view body;         ///< JSON-LD articleBody, a witness
};

struct HtmlContent {
  std::string text;                    ///< paragraphs separated by "\n\n"
  std::string_view strategy;           ///< "labels", "density", "witness", "json-ld", "everything"
  NodeId root = 0;                     ///< the element it was found in; 0 is the whole page
  std::size_t paragraphs = 0;          ///< kept ones that are running text
  std::size_t teasers = 0;             ///< of other stories that are nearly all of the text
  double letters = 0;                  ///< of running text kept
  double link_letters = 0;             ///< of links in the chosen element, kept or not
  std::vector<BlockVerdict> verdicts;  ///< of every block of the page, when asked for
};

/// `marks` are mark_noise's. Never fails; a page without text gives an empty one.
[[nodiscard]] HtmlContent find_content(const HtmlTree& tree, const std::vector<NodeEvidence>& marks,
                                       const ContentHints& hints, const HtmlMethod& method,
                                       bool explain);

}  // namespace pantau
