// Candidates for the element that holds the article. Entrances: root_by_labels, root_at_headline,
// root_by_density. Tested by tests/indexer/html_content_test.cpp.
#include "indexer/extract/html_roots.h"

#include <algorithm>
#include <string>

#include "indexer/extract/html_witness.h"

namespace pantau {
namespace {

/// Shorter blocks are labels, by-lines and teasers' heads as often as sentences.
constexpr std::size_t min_prose_width = 40;
/// A block with more links than this is a list of links with some words between.
constexpr double max_prose_links = 0.5;

/// Readability's measure of one paragraph, in its own units: commas and length speak for prose.
double vote_of(const HtmlBlock& block) {
  const double commas = double(std::count(block.text.begin(), block.text.end(), ','));
  const double length = std::min(double(block.width) / 100.0, 3.0);
  return (1 + std::min(commas, 10.0) + length) * (1 - link_density(block));
}

}  // namespace

double prose_weight(const HtmlBlock& block) {
  if (block.noise != Noise::none || block.kind == BlockKind::heading) return 0;
  const std::size_t width = block.width;
  const double links = link_density(block);
  if (width < min_prose_width || links > max_prose_links) return 0;
  // What ends no sentence is more often a teaser's head or a caption.
  const double full = block.sentence ? 1.0 : 0.4;
  return double(width) * (1 - links) * full;
}

std::vector<double> prose_sums(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks) {
  std::vector<double> sums(tree.nodes().size());
  for (const HtmlBlock& block : blocks) sums[block.node] += prose_weight(block);
  for (auto i = static_cast<NodeId>(sums.size()); i-- > 1;) sums[tree[i].parent] += sums[i];
  return sums;
}

namespace {

/// "story-body story-body-2" without its numbers.
std::string without_digits(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c < '0' || c > '9') out += c;
  return out;
}

/// The parent of `root` when several of its children carry the same name, or names that differ in
/// numbers alone: each holds a piece. One with a headline of its own is another story.
NodeId with_equal_siblings(const HtmlTree& tree, const std::vector<double>& sums, NodeId root) {
  const NodeId parent = tree[root].parent;
  const std::string name = without_digits(tree.attribute(root, Attr::css_class));
  if (name.empty()) return root;
  for (NodeId i = parent + 1; i < tree[parent].end; i = tree[i].end)
    if (i != root && tree[i].tag != Tag::text && sums[i] > 0 &&
        without_digits(tree.attribute(i, Attr::css_class)) == name && tree.find(Tag::h1, i) == 0)
      return parent;
  return root;
}

}  // namespace

NodeId root_by_labels(const HtmlTree& tree, const std::vector<NodeEvidence>& marks,
                      const std::vector<double>& sums) {
  // Stronger names first; a name that holds little of the page's prose is that of a teaser.
  constexpr double min_share = 0.35;
  for (std::uint8_t level = 3; level > 0; --level) {
    NodeId best = 0;
    double all = 0;
    for (NodeId i = 1; i < marks.size(); ++i) {
      if (marks[i].body < level || marks[i].noise != Noise::none || sums[i] <= 0) continue;
      const bool nested = best != 0 && i < tree[best].end;
      if (!nested) all += sums[i];
      // An inner element of the same level is the better one when it loses nearly nothing.
      if (best == 0 || sums[i] > sums[best] || (nested && sums[i] > 0.9 * sums[best])) best = i;
    }
    if (best == 0 || sums[best] < min_share * sums[0]) continue;
    if (sums[best] >= 0.6 * all) return with_equal_siblings(tree, sums, best);
  }
  return 0;
}

namespace {

/// A story: more than the summary that stands at many a headline, while the body is elsewhere.
bool holds_story(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, NodeId id) {
  constexpr std::ptrdiff_t min_paragraphs = 3;
  return std::count_if(blocks.begin(), blocks.end(), [&](const HtmlBlock& block) {
           return block.first_text > id && block.first_text < tree[id].end &&
                  prose_weight(block) > 0;
         }) >= min_paragraphs;
}

/// The h1 that says the title, 0 if there is none; all of them go to `headings`.
NodeId headline_of(const HtmlTree& tree, std::string_view title, std::vector<NodeId>& headings) {
  const std::string letters = letters_of(title);
  NodeId headline = 0;
  for (NodeId i = 1; i < tree.nodes().size(); ++i) {
    if (tree[i].tag != Tag::h1) continue;
    headings.push_back(i);
    if (headline == 0 && letters_of(tree.text_below(i)) == letters) headline = i;
  }
  return headline;
}

bool holds(const HtmlTree& tree, NodeId outer, NodeId inner) {
  return outer <= inner && inner < tree[outer].end;
}

}  // namespace

NodeId root_at_headline(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                        const std::vector<double>& sums, std::string_view title, NodeId root) {
  constexpr double min_share = 0.2;
  std::vector<NodeId> headings;
  const NodeId headline = title.empty() || root == 0 ? 0 : headline_of(tree, title, headings);
  if (headline == 0) return root;
  const bool inside = holds(tree, root, headline);
  // Inside: the largest part with no other headline. Outside: the smallest that tells a story.
  NodeId part = 0;
  for (NodeId i = tree[headline].parent; i != 0 && i != root; i = tree[i].parent) {
    if (holds(tree, i, root)) break;
    const bool alone = std::none_of(headings.begin(), headings.end(), [&](NodeId other) {
      return other != headline && holds(tree, i, other);
    });
    if (inside && !alone) break;
    if (sums[i] < min_share * sums[root] || !holds_story(tree, blocks, i)) continue;
    part = i;
    if (!inside) break;
  }
  if (part == 0 || (inside && (headings.size() < 2 || tree[part].tag != Tag::article))) return root;
  return part;
}

namespace {

/// Letters of links below each node, noise aside.
std::vector<double> link_sums(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks) {
  std::vector<double> sums(tree.nodes().size());
  for (const HtmlBlock& block : blocks)
    if (block.noise == Noise::none) sums[block.node] += block.link_bytes;
  for (auto i = static_cast<NodeId>(sums.size()); i-- > 1;) sums[tree[i].parent] += sums[i];
  return sums;
}

/// Sections and slots split a body up: widens `best` while the larger element adds prose that is
/// voted for too. What adds many links adds teasers of other stories.
NodeId widened(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
               const std::vector<double>& sums, const std::vector<double>& votes, NodeId best) {
  constexpr double worth_it = 1.2;
  constexpr double min_votes = 0.1;
  constexpr double max_links = 0.15;
  const auto links = link_sums(tree, blocks);
  while (best != 0 && tree[best].parent != 0) {
    NodeId wider = tree[best].parent;
    while (wider != 0 && sums[wider] <= sums[best]) wider = tree[wider].parent;
    const double added = sums[wider] - sums[best];
    if (wider == 0 || sums[wider] < worth_it * sums[best]) break;
    if (votes[wider] < min_votes * votes[best]) break;
    if (links[wider] - links[best] > max_links * added) break;
    best = wider;
  }
  return best;
}

}  // namespace

NodeId root_by_density(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                       const std::vector<double>& sums, std::string_view title) {
  std::vector<double> votes(tree.nodes().size());
  NodeId best = 0;
  for (const HtmlBlock& block : blocks) {
    if (prose_weight(block) <= 0) continue;
    double vote = vote_of(block);
    NodeId node = tree[block.node].tag == Tag::p ? tree[block.node].parent : block.node;
    for (int level = 0; level < 3 && node != 0; ++level, node = tree[node].parent) {
      votes[node] += vote;
      if (best == 0 || votes[node] > votes[best]) best = node;
      vote /= 2;
    }
  }
  const NodeId part = root_at_headline(tree, blocks, sums, title, best);
  return part == best ? widened(tree, blocks, sums, votes, best) : part;
}

}  // namespace pantau
