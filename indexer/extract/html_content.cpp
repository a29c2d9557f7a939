// Chooses between the strategies and puts the text together. Entrance: find_content.
// Tested by tests/indexer/html_content_test.cpp.
#include "indexer/extract/html_content.h"

#include <algorithm>
#include <optional>

#include "common/utf8.h"

#include "indexer/extract/html_blocks.h"
#include "indexer/extract/html_lead.h"
#include "indexer/extract/html_roots.h"
#include "indexer/extract/html_selection.h"
#include "indexer/extract/html_witness.h"

namespace pantau {
namespace {

/// Texts with fewer letters than two sentences are looked at a second time, with looser rules.
constexpr double too_little = 250;
/// Another way of looking must find this much more to be believed over the better-founded one.
constexpr double much_more = 1.6;
/// A witness with fewer bytes of letters is a teaser.
constexpr std::size_t min_witness = 300;
/// Shorter blocks occur in any long text.
constexpr std::size_t min_held = 20;
/// A candidate that holds less of the witness than this is not the article it speaks of.
constexpr double poor_coverage = 0.3;

struct Candidate {
  std::string_view strategy;
  NodeId root = 0;
  std::size_t begin = 0, end = 0;          ///< blocks below its root
  std::vector<std::string_view> verdicts;  ///< one for each of them; "" keeps
  std::size_t teasers = 0;                 ///< of other stories among what is kept
  double letters = 0;                      ///< of running text kept
};

/// One view of the page: the tree with one set of marks.
class View {
 public:
  View(const HtmlTree& tree, const std::vector<NodeEvidence>& marks, const ContentHints& hints,
       const HtmlMethod& method)
      : tree_{tree},
        marks_{marks},
        hints_{hints},
        method_{method},
        blocks_{read_blocks(tree, marks)},
        sums_{prose_sums(tree, blocks_)} {}

  [[nodiscard]] const std::vector<HtmlBlock>& blocks() const { return blocks_; }

  [[nodiscard]] Candidate best() const {
    Candidate best;
    if (method_.labels)
      best = candidate("labels", root_at_headline(tree_, blocks_, sums_, hints_.title,
                                                  root_by_labels(tree_, marks_, sums_)));
    if (method_.density) {
      Candidate other = candidate("density", root_by_density(tree_, blocks_, sums_, hints_.title));
      if (other.letters > much_more * best.letters) best = std::move(other);
    }
    return best;
  }

  [[nodiscard]] Candidate everything() const { return below("everything", 0); }

 private:
  [[nodiscard]] Candidate candidate(std::string_view strategy, NodeId root) const {
    if (root == 0) return {};
    return below(strategy, root);
  }

  /// The blocks below `root` are neighbours, for they stand in document order.
  [[nodiscard]] Candidate below(std::string_view strategy, NodeId root) const {
    const auto before = [](const HtmlBlock& block, NodeId id) { return block.first_text < id; };
    const auto first = std::lower_bound(blocks_.begin(), blocks_.end(), root, before);
    const auto last = std::lower_bound(first, blocks_.end(), tree_[root].end, before);
    Candidate out;
    out.strategy = strategy;
    out.root = root;
    out.begin = static_cast<std::size_t>(first - blocks_.begin());
    out.end = static_cast<std::size_t>(last - blocks_.begin());
    Selected selected = select_blocks(blocks_, out.begin, out.end, hints_.title, method_);
    out.verdicts = std::move(selected.verdicts);
    out.teasers = selected.teasers;
    for (std::size_t i = out.begin; i < out.end; ++i)
      if (out.verdicts[i - out.begin].empty()) out.letters += prose_weight(blocks_[i]);
    return out;
  }

  const HtmlTree& tree_;
  const std::vector<NodeEvidence>& marks_;
  const ContentHints& hints_;
  const HtmlMethod& method_;
  std::vector<HtmlBlock> blocks_;
  std::vector<double> sums_;
};

/// How much of the witness the candidate holds, 0 to 1.
double coverage(Witness& witness, const std::vector<HtmlBlock>& blocks,
                const Candidate& candidate) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < candidate.verdicts.size(); ++i) {
    if (!candidate.verdicts[i].empty()) continue;
    const std::string letters = letters_of(blocks[candidate.begin + i].text);
    if (witness.holds(letters)) found += letters.size();
  }
  return double(found) / double(witness.size());
}

/// The blocks that the witness speaks of, wherever they stand and whatever they are called; nothing
/// if they are less than most of it.
Candidate by_witness(Witness& witness, const std::vector<HtmlBlock>& blocks) {
  constexpr double most = 0.7;
  Candidate out;
  out.strategy = "witness";
  std::size_t found = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string letters = letters_of(blocks[i].text);
    const bool held = letters.size() >= min_held && witness.holds(letters);
    if (held && out.verdicts.empty()) out.begin = i;
    if (held || !out.verdicts.empty())
      out.verdicts.push_back(held ? "" : "not in JSON-LD's articleBody");
    if (!held) continue;
    found += letters.size();
    out.end = i + 1;
    out.letters += double(blocks[i].width);
  }
  out.verdicts.resize(out.end - out.begin);
  return double(found) < most * double(witness.size()) ? Candidate{} : out;
}

HtmlContent compose(const std::vector<HtmlBlock>& blocks, const Candidate& chosen,
                    const std::vector<std::size_t>& leads, bool explain) {
  HtmlContent content;
  content.strategy = chosen.strategy;
  content.root = chosen.root;
  content.letters = chosen.letters;
  content.teasers = chosen.teasers;
  const auto reason_of = [&](std::size_t i) -> std::string_view {
    if (std::find(leads.begin(), leads.end(), i) != leads.end()) return {};
    if (i < chosen.begin || i >= chosen.end) return "outside";
    return chosen.verdicts[i - chosen.begin];
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string_view reason = reason_of(i);
    if (explain) content.verdicts.push_back({reason.empty(), reason, blocks[i].text});
    if (i >= chosen.begin && i < chosen.end) content.link_letters += blocks[i].link_bytes;
    if (!reason.empty()) continue;
    content.paragraphs += prose_weight(blocks[i]) > 0;
    if (!content.text.empty()) content.text += "\n\n";
    content.text += blocks[i].text;
  }
  return content;
}

/// The witness's own words, for pages whose body is only put there by a script.
HtmlContent from_json_ld(std::string_view body, const HtmlContent& page) {
  HtmlContent content;
  content.strategy = "json-ld";
  content.verdicts = page.verdicts;
  for (BlockVerdict& verdict : content.verdicts) verdict = {false, "not in JSON-LD", verdict.text};
  while (!body.empty()) {
    const auto end = std::min(body.find('\n'), body.size());
    const std::string line = collapse_space(body.substr(0, end));
    body.remove_prefix(std::min(end + 1, body.size()));
    if (line.empty()) continue;
    if (!content.text.empty()) content.text += "\n\n";
    content.text += line;
    ++content.paragraphs;
    content.letters += double(reading_width(line));
  }
  return content;
}

}  // namespace

HtmlContent find_content(const HtmlTree& tree, const std::vector<NodeEvidence>& marks,
                         const ContentHints& hints, const HtmlMethod& method, bool explain) {
  View strict{tree, marks, hints, method};
  Candidate chosen = strict.best();
  const View* view = &strict;
  std::vector<NodeEvidence> loose_marks;
  std::optional<View> loose;
  if (chosen.letters < too_little) {
    loose_marks = mark_noise(tree, NoiseEvidence::tags_only);
    loose.emplace(tree, loose_marks, hints, method);
    for (Candidate other : {loose->best(), loose->everything()}) {
      if (other.letters <= much_more * chosen.letters) continue;
      chosen = std::move(other);
      view = &*loose;
    }
  }
  const auto& blocks = view->blocks();
  Witness witness{method.witness ? hints.body : std::string_view{}};
  bool absent = false;
  if (witness.size() >= min_witness && coverage(witness, blocks, chosen) < poor_coverage) {
    Candidate other = by_witness(witness, blocks);
    absent =
        other.verdicts.empty() && double(reading_width(hints.body)) > much_more * chosen.letters;
    if (!other.verdicts.empty()) chosen = std::move(other);
  }
  const auto leads = method.lead ? find_leads(tree, view == &strict ? marks : loose_marks, blocks,
                                              chosen.begin, hints)
                                 : std::vector<std::size_t>{};
  HtmlContent content = compose(blocks, chosen, leads, explain);
  if (absent) content = from_json_ld(hints.body, content);
  return content;
}

}  // namespace pantau
