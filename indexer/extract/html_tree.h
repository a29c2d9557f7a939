// A page as a compact tree: nodes in document order in one array, all text in one string. It is
// read by every other html_* file and never changed. Entrance: parse_html. Tested by
// html_tree_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// Elements the extractor tells apart; `other` is every other one, `text` a run of characters.
/// Sorted by name from `a` on, as the names in html_tree.cpp are.
enum class Tag : std::uint8_t {
  text,
  other,
  a,
  abbr,
  address,
  article,
  aside,
  audio,
  b,
  blockquote,
  body,
  br,
  button,
  caption,
  center,
  cite,
  code,
  dd,
  details,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  i,
  img,
  input,
  label,
  li,
  link,
  main,
  menu,
  meta,
  nav,
  ol,
  option,
  p,
  picture,
  pre,
  q,
  s,
  section,
  small,
  span,
  strike,
  strong,
  sub,
  summary,
  sup,
  table,
  tbody,
  td,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  u,
  ul,
  video,
};

/// What the extractor reads of an element's attributes; `hint` gathers test and component names.
enum class Attr : std::uint8_t {
  aria_hidden,
  css_class,
  content,
  datetime,
  hidden,
  hint,
  href,
  id,
  itemprop,
  itemtype,
  lang,
  name,
  property,
  rel,
  role,
  title,
};

/// Place of a node in HtmlTree::nodes: its children are the nodes after it, up to `end`.
using NodeId = std::uint32_t;

struct HtmlNode {
  Tag tag = Tag::other;
  std::uint8_t attributes = 0;  ///< how many
  std::uint16_t depth = 0;
  NodeId parent = 0;
  NodeId end = 0;           ///< one past its last descendant
  std::uint32_t begin = 0;  ///< first byte of a text node; first attribute of an element
  std::uint32_t size = 0;   ///< bytes of a text node
};

/// A value of an attribute, as bytes of the string that holds all text of a page.
struct HtmlAttribute {
  Attr attr = Attr::id;
  std::uint32_t begin = 0, size = 0;
};

class HtmlTree {
 public:
  [[nodiscard]] std::span<const HtmlNode> nodes() const { return nodes_; }
  [[nodiscard]] const HtmlNode& operator[](NodeId id) const { return nodes_[id]; }

  /// Characters of a text node, entities decoded; "" for an element.
  [[nodiscard]] std::string_view text(NodeId id) const;
  /// Those of an element that the extractor reads, in the order of the page; `value` tells theirs.
  [[nodiscard]] std::span<const HtmlAttribute> attributes(NodeId id) const;
  [[nodiscard]] std::string_view value(const HtmlAttribute& attribute) const;
  /// Value of an attribute; "" when it is absent (see `has`).
  [[nodiscard]] std::string_view attribute(NodeId id, Attr attr) const;
  [[nodiscard]] bool has(NodeId id, Attr attr) const;
  /// The text below a node on one line, white space collapsed; of long ones the first kilobytes.
  [[nodiscard]] std::string text_below(NodeId id) const;
  /// First node of the kind below `from`, or 0: the root is never an answer.
  [[nodiscard]] NodeId find(Tag tag, NodeId from = 0) const;

  /// JSON-LD of the page as written; views into what parse_html was given.
  [[nodiscard]] std::span<const std::string_view> json_ld() const { return json_ld_; }
  /// The page was larger than the limits of html_tree.cpp; the tree holds its beginning.
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  friend class HtmlTreeBuilder;

  std::vector<HtmlNode> nodes_;  ///< [0] is a root of our own, above <html>
  std::vector<HtmlAttribute> attributes_;
  std::string text_;
  std::vector<std::string_view> json_ld_;
  bool cut_ = false;
};

/// Never fails: whatever the bytes, some tree comes back, in time linear in their number.
/// `utf8_html` must be valid UTF-8 and outlive json_ld().
[[nodiscard]] HtmlTree parse_html(std::string_view utf8_html);

/// Whether it is a link: an anchor without an address only names a place.
[[nodiscard]] bool is_link(const HtmlTree& tree, NodeId id);

/// Whether a browser starts a new line for it: text before and after it are not one sentence.
[[nodiscard]] bool is_block(Tag tag);

}  // namespace pantau
