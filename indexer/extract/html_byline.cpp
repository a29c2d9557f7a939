// Blocks -> names. Entrance: authors_in_text. Tested by tests/indexer/html_author_test.cpp.
#include "indexer/extract/html_byline.h"

#include <algorithm>

#include "indexer/extract/byline.h"
#include "indexer/extract/html_blocks.h"

namespace pantau {
namespace {

/// By-lines are short; a paragraph may open with the same words.
constexpr std::size_t max_line = 110;
/// Between headline and story stand a by-line, a date, a caption, share buttons.
constexpr std::size_t lines_below_headline = 8;

std::vector<std::string> split(const std::string& joined) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < joined.size();) {
    const auto end = std::min(joined.find(", ", at), joined.size());
    names.push_back(joined.substr(at, end - at));
    at = end + 2;
  }
  return names;
}

bool may_be_byline(const HtmlBlock& block) {
  return block.width <= max_line && !block.sentence &&
         (block.noise == Noise::none || block.noise == Noise::byline || block.noise == Noise::date);
}

std::string opened_as_byline(const std::vector<HtmlBlock>& blocks, std::string_view language) {
  constexpr std::string_view italian_by = "di ";  // elsewhere it means "in"
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!may_be_byline(blocks[i])) continue;
    const std::string_view text = blocks[i].text;
    if (std::string names = author_in(text); !names.empty()) return names;
    if (is_byline_label(text) && i + 1 < blocks.size() && may_be_byline(blocks[i + 1]))
      if (std::string name = bare_author_in(blocks[i + 1].text); !name.empty()) return name;
    if (language.starts_with("it") && text.starts_with(italian_by))
      if (std::string name = bare_author_in(text.substr(italian_by.size())); !name.empty())
        return name;
  }
  return {};
}

std::string beside_date(const std::vector<HtmlBlock>& blocks, NodeId headline,
                        std::string_view title) {
  const auto first =
      std::upper_bound(blocks.begin(), blocks.end(), headline,
                       [](NodeId id, const HtmlBlock& block) { return id < block.first_text; });
  const auto last = first + std::min<std::ptrdiff_t>(lines_below_headline, blocks.end() - first);
  for (auto block = first; block != last; ++block) {
    if (!may_be_byline(*block)) continue;
    const bool dated = is_stamp(block->text) || (block != first && is_stamp((block - 1)->text)) ||
                       (block + 1 != last && is_stamp((block + 1)->text));
    if (!dated || block->first_text == headline + 1) continue;
    std::string name = bare_author_in(block->text);
    if (!name.empty() && title.find(name) == std::string_view::npos) return name;
  }
  return {};
}

}  // namespace

std::vector<std::string> authors_in_text(const HtmlTree& tree,
                                         const std::vector<NodeEvidence>& marks,
                                         const HtmlMetadata& metadata) {
  const auto blocks = read_blocks(tree, marks);
  if (const auto names = opened_as_byline(blocks, metadata.language); !names.empty())
    return split(names);
  if (metadata.h1.empty()) return {};
  return split(beside_date(blocks, tree[metadata.h1.front()].end - 1, metadata.html_title));
}

}  // namespace pantau
