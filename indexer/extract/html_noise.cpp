// Tags, roles and names -> which parts of the tree are noise. Entrance: mark_noise.
// Tested by tests/indexer/html_noise_test.cpp.
#include "indexer/extract/html_noise.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "indexer/extract/html_witness.h"

namespace pantau {
namespace {

/// A part that holds this much of the page's prose is not noise, whatever it is called: sites wrap
/// whole articles in "with-sidebar" or in one form.
constexpr double own_share = 0.4;
/// Text nodes shorter than this are labels, not prose.
constexpr std::uint32_t prose_bytes = 60;

Noise noise_of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::menu:
      return Noise::navigation;
    case Tag::aside:
      return Noise::aside;
    case Tag::footer:
      return Noise::footer;
    case Tag::form:
    case Tag::button:
    case Tag::input:
    case Tag::fieldset:
    case Tag::label:
      return Noise::form;
    case Tag::figcaption:
    case Tag::caption:
      return Noise::caption;
    case Tag::audio:
    case Tag::video:
    case Tag::embed:
    case Tag::figure:
      return Noise::media;
    default:
      return Noise::none;
  }
}

Noise noise_of_role(std::string_view role) {
  if (role.empty()) return Noise::none;
  if (role == "navigation" || role == "menu" || role == "menubar") return Noise::navigation;
  if (role == "complementary") return Noise::aside;
  if (role == "contentinfo") return Noise::footer;
  if (role == "dialog" || role == "alert" || role == "alertdialog") return Noise::promotion;
  if (role == "button" || role == "search" || role == "form" || role == "tablist")
    return Noise::form;
  if (role == "figure" || role == "img") return Noise::media;
  return Noise::none;
}

/// Bytes of prose below each node.
std::vector<std::uint32_t> prose_below(const HtmlTree& tree) {
  std::vector<std::uint32_t> prose(tree.nodes().size());
  for (std::size_t i = prose.size(); i-- > 1;) {
    const HtmlNode& node = tree.nodes()[i];
    if (node.tag == Tag::text && node.size >= prose_bytes && !is_link(tree, node.parent))
      prose[i] = node.size;
    prose[node.parent] += prose[i];
  }
  return prose;
}

/// Names of the body in microdata outweigh all classes.
constexpr std::uint8_t itemprop_body = 3;

class Marker {
 public:
  Marker(const HtmlTree& tree, NoiseEvidence evidence)
      : tree_{tree},
        use_names_{evidence == NoiseEvidence::names_and_tags},
        prose_{prose_below(tree)} {
    if (use_names_) read_names();
  }

  /// Asked once for each element, in the order of the tree.
  NodeEvidence of(NodeId id) {
    const HtmlNode& node = tree_[id];
    NodeEvidence evidence{noise_of_tag(node.tag), 0};
    const Speaking said = node.attributes > 0 ? read_attributes(id) : Speaking{};
    if (node.attributes > 0 && node.tag != Tag::html && node.tag != Tag::body)
      add_attributes(id, said, evidence);
    if (node.tag == Tag::article || node.tag == Tag::main)
      evidence.body = std::max<std::uint8_t>(evidence.body, 1);
    if (evidence.noise != Noise::none && holds_the_article(id, prose_[id], evidence.noise))
      evidence.noise = Noise::none;
    return evidence;
  }

 private:
  /// What a list of names says, and the prose of all elements that carry it: a site that wraps
  /// every paragraph in "article-widget" means no sidebar by it.
  struct Names {
    NameEvidence evidence;
    std::uint64_t prose = 0;
  };

  /// Attributes whose values are lists of names, in the order of their worth.
  static constexpr std::array name_attributes{Attr::css_class, Attr::id, Attr::hint};

  static bool holds_names(const HtmlAttribute& attribute) {
    return attribute.size > 0 && std::find(name_attributes.begin(), name_attributes.end(),
                                           attribute.attr) != name_attributes.end();
  }

  void read_names() {
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (NodeId i = 1; i < prose_.size(); ++i) {
      for (const HtmlAttribute& attribute : tree_.attributes(i)) {
        if (!holds_names(attribute)) continue;
        const auto [place, is_new] =
            known.try_emplace(tree_.value(attribute), static_cast<std::uint32_t>(names_.size()));
        if (is_new) names_.push_back({name_evidence(place->first), 0});
        names_[place->second].prose += prose_[i];
        names_in_order_.push_back(place->second);
      }
    }
  }

  /// The attributes of one element that speak, each found once.
  struct Speaking {
    std::array<const Names*, name_attributes.size()> names{};
    std::string_view role;
    bool articles_body = false;
    bool hidden = false;
  };

  Speaking read_attributes(NodeId id) {
    Speaking found;
    for (const HtmlAttribute& attribute : tree_.attributes(id)) {
      const std::string_view value = tree_.value(attribute);
      if (use_names_ && holds_names(attribute)) {
        const auto at = std::find(name_attributes.begin(), name_attributes.end(), attribute.attr);
        auto& names = found.names[static_cast<std::size_t>(at - name_attributes.begin())];
        const Names& said = names_[names_in_order_[next_names_++]];
        if (names == nullptr && !(attribute.attr == Attr::id && spells_heading(id, value)))
          names = &said;
      }
      if (attribute.attr == Attr::role && found.role.empty()) found.role = value;
      if (attribute.attr == Attr::itemprop)
        found.articles_body |= value.find("articleBody") != std::string_view::npos;
      found.hidden |= attribute.attr == Attr::hidden ||
                      (attribute.attr == Attr::aria_hidden && value == "true" &&
                       tree_[id].tag != Tag::p);  // hidden from those who cannot see it
    }
    return found;
  }

  /// Is the id made of a heading here, so that links lead to it ("sharing-with-third-parties")?
  [[nodiscard]] bool spells_heading(NodeId id, std::string_view value) const {
    constexpr NodeId near = 6;  // nodes; the heading comes first
    for (NodeId i = id; i < std::min(id + near, tree_[id].end); ++i)
      if (tree_[i].tag >= Tag::h1 && tree_[i].tag <= Tag::h6)
        return letters_of(tree_.text_below(i)) == letters_of(value);
    return false;
  }

  void add_attributes(NodeId id, const Speaking& said, NodeEvidence& evidence) const {
    NameEvidence all;
    for (const Names* names : said.names) {
      if (names == nullptr) continue;
      if (all.noise == Noise::none && !holds_the_article(id, names->prose, names->evidence.noise))
        all.noise = names->evidence.noise;
      all.body = std::max(all.body, names->evidence.body);
      all.lead |= names->evidence.lead;
    }
    if (said.articles_body) all.body = itemprop_body;
    evidence.body = all.body;
    evidence.lead = all.lead;
    if (all.body >= 2 && all.noise != Noise::hidden) {
      all.noise = Noise::none;
      if (evidence.noise == Noise::form) evidence.noise = Noise::none;
    }
    // An <aside> or <footer> of the article may be its by-line, which dates and authors are read
    // from.
    const bool says_who = all.noise == Noise::byline || all.noise == Noise::date;
    if (evidence.noise == Noise::none || says_who) evidence.noise = all.noise;
    if (evidence.noise == Noise::none) evidence.noise = noise_of_role(said.role);
    if (said.hidden) evidence.noise = Noise::hidden;
  }

  [[nodiscard]] bool holds_the_article(NodeId id, std::uint64_t prose, Noise noise) const {
    if (noise == Noise::none) return false;
    if (noise_of_tag(tree_[id].tag) != noise && noise != Noise::hidden && holds_headline(id))
      return true;
    const double share = double(prose) / std::max(1.0, double(prose_[0]));
    if (share < own_share || prose < std::size_t{2} * prose_bytes) return false;
    // A long discussion, or a long list of cookies, is the larger part of a page with a short
    // article. What HTML itself calls navigation or footer is believed unless nearly all stands in
    // it.
    constexpr double nearly_all = 0.7;
    const bool doubtful =
        noise == Noise::comments || noise == Noise::consent || noise_of_tag(tree_[id].tag) == noise;
    if (!doubtful || tree_.find(Tag::h1, id) != 0) return true;
    return noise != Noise::comments && noise != Noise::consent && share > nearly_all;
  }

  /// The heads of articles are named after all that stands in them: by-line, share buttons, tags.
  [[nodiscard]] bool holds_headline(NodeId id) const {
    constexpr std::uint32_t min_headline = 20;
    const NodeId h1 = tree_.find(Tag::h1, id);
    for (NodeId i = h1 + 1; h1 != 0 && i < tree_[h1].end; ++i)
      if (tree_[i].tag == Tag::text && tree_[i].size >= min_headline) return true;
    return false;
  }

  const HtmlTree& tree_;
  bool use_names_;
  std::vector<std::uint32_t> prose_;
  std::vector<Names> names_;
  std::vector<std::uint32_t> names_in_order_;  ///< place in names_ of every list of names
  std::size_t next_names_ = 0;                 ///< the one that comes next, in names_in_order_
};

}  // namespace

std::vector<NodeEvidence> mark_noise(const HtmlTree& tree, NoiseEvidence evidence) {
  Marker marker{tree, evidence};
  std::vector<NodeEvidence> marks(tree.nodes().size());
  for (NodeId i = 1; i < marks.size(); ++i) {
    const HtmlNode& node = tree[i];
    if (node.tag != Tag::text) marks[i] = marker.of(i);
    if (marks[node.parent].noise != Noise::none) marks[i].noise = marks[node.parent].noise;
  }
  return marks;
}

std::string_view to_string(Noise noise) {
  switch (noise) {
    case Noise::none:
      return "none";
    case Noise::hidden:
      return "hidden";
    case Noise::navigation:
      return "navigation";
    case Noise::aside:
      return "aside";
    case Noise::form:
      return "form";
    case Noise::related:
      return "related";
    case Noise::share:
      return "share";
    case Noise::promotion:
      return "promotion";
    case Noise::advert:
      return "advert";
    case Noise::comments:
      return "comments";
    case Noise::caption:
      return "caption";
    case Noise::consent:
      return "consent";
    case Noise::byline:
      return "byline";
    case Noise::footer:
      return "footer";
    case Noise::tags:
      return "tags";
    case Noise::media:
      return "media";
    case Noise::date:
      return "date";
    case Noise::title:
      return "title";
  }
  return "none";
}

}  // namespace pantau
