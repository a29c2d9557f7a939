// What the names on a page say about its parts: which are the article, and which only stand around
// it. Entrances: name_evidence, mark_noise. Tested by tests/indexer/html_noise_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/extract/html_tree.h"

namespace pantau {

/// Why a part of a page is no part of the article; `none` means nothing speaks against it.
enum class Noise : std::uint8_t {
  none,
  hidden,
  navigation,
  aside,
  form,
  related,
  share,
  promotion,
  advert,
  comments,
  caption,
  consent,
  byline,
  footer,
  tags,
  media,
  date,
  title,
};
[[nodiscard]] std::string_view to_string(Noise noise);

/// What one class, id or test name says.
struct NameEvidence {
  Noise noise = Noise::none;
  /// 0 nothing; 1 a word such as "content"; 2 a usual name of the body such as "entry-content".
  std::uint8_t body = 0;
  bool lead = false;  ///< a usual name of the summary above the body
};

/// Evidence of a space-separated list of names: "article__related-links" speaks of related links.
[[nodiscard]] NameEvidence name_evidence(std::string_view names);

/// For a node, why it and all below it are noise, and how much it is named as the body.
struct NodeEvidence {
  Noise noise = Noise::none;
  std::uint8_t body = 0;
  bool lead = false;
};

/// Which evidence counts: `tags_only` is the second try on pages whose names lead astray.
enum class NoiseEvidence : std::uint8_t { names_and_tags, tags_only };
[[nodiscard]] std::vector<NodeEvidence> mark_noise(
    const HtmlTree& tree, NoiseEvidence evidence = NoiseEvidence::names_and_tags);

}  // namespace pantau
