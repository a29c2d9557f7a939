// Tree -> blocks of text. Entrance: read_blocks. Tested by tests/indexer/html_blocks_test.cpp.
#include "indexer/extract/html_blocks.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace pantau {
namespace {

BlockKind kind_of(Tag tag) {
  switch (tag) {
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      return BlockKind::heading;
    case Tag::li:
    case Tag::dt:
    case Tag::dd:
      return BlockKind::item;
    case Tag::blockquote:
      return BlockKind::quote;
    case Tag::td:
    case Tag::th:
      return BlockKind::cell;
    case Tag::pre:
      return BlockKind::preformatted;
    default:
      return BlockKind::paragraph;
  }
}

/// Elements that give the blocks inside them their kind, however deep these lie.
bool gives_kind(Tag tag) {
  return kind_of(tag) != BlockKind::paragraph;
}

bool emphasizes(Tag tag) {
  return tag == Tag::b || tag == Tag::strong || tag == Tag::em || tag == Tag::i;
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

/// Whether an address is one of those to which sites call their readers.
bool asks_for_something(std::string_view href) {
  static constexpr std::array<std::string_view, 22> places{
      "/subscri",  "/donat",    "/newsletter",   "/signup",      "/sign-up", "/register",
      "/member",   "/support-", "/supporters",   "/spende",      "/abo/",    "/abonn",
      "/langgan",  "/donasi",   "/berlangganan", "/suscripcion", "/suscrib", "/s-abonner",
      "/contribu", "/join",     "/patreon",      "/email-alert"};
  const auto scheme = href.find("://");
  const auto path = scheme == std::string_view::npos ? 0 : href.find('/', scheme + 3);
  if (path == std::string_view::npos) return false;
  return std::any_of(places.begin(), places.end(),
                     [&](auto place) { return href.find(place, path) != std::string_view::npos; });
}

/// "[2]", or a number behind the end of a sentence: tells where a foot-note belongs, and is no part
/// of what is said. "10 m2" is.
bool is_note_mark(std::string_view mark, std::string_view before) {
  constexpr std::size_t longest = 5;
  if (mark.empty() || mark.size() > longest ||
      mark.find_first_not_of("0123456789[]()*†‡, ") != std::string_view::npos)
    return false;
  return mark.front() == '[' || mark.front() == '(' || ends_sentence(before);
}

class BlockReader {
 public:
  BlockReader(const HtmlTree& tree, const std::vector<NodeEvidence>& marks)
      : tree_{tree}, marks_{marks} {}

  std::vector<HtmlBlock> read() {
    const NodeId body = tree_.find(Tag::body);
    for (NodeId i = body + 1; i < tree_[body].end;) {
      while (!open_.empty() && open_.back().end <= i) close();
      i = visit(i);
    }
    flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    NodeId id, end;
    Tag tag;
    bool link;
  };

  /// Takes the node in; returns the node to go on with.
  NodeId visit(NodeId id) {
    const HtmlNode& node = tree_[id];
    if (node.tag == Tag::text) {
      add_text(tree_.text(id), id);
      return id + 1;
    }
    if (node.tag == Tag::br) {
      // Two in a row are how old pages write paragraphs.
      if (++breaks_ == 2) flush();
      text_ += ' ';
      return id + 1;
    }
    if (node.tag == Tag::title || node.tag == Tag::option) return node.end;
    if (node.tag == Tag::sup && is_note_mark(tree_.text_below(id), text_)) return node.end;
    if (is_block(node.tag)) {
      flush();
    } else if (marks_[id].noise != Noise::none && marks_[node.parent].noise == Noise::none &&
               !holds_block(id)) {
      return node.end;
    }
    if (node.end > id + 1) open(id);
    return id + 1;
  }

  [[nodiscard]] bool holds_block(NodeId id) const {
    for (NodeId i = id + 1; i < tree_[id].end; ++i)
      if (is_block(tree_[i].tag)) return true;
    return false;
  }

  void open(NodeId id) {
    const HtmlNode& node = tree_[id];
    const bool link = is_link(tree_, id);
    open_.push_back({id, node.end, node.tag, link});
    links_ += link;
    if (link) asks_ = asks_for_something(tree_.attribute(id, Attr::href));
    emphasis_ += emphasizes(node.tag);
  }

  void close() {
    const Tag tag = open_.back().tag;
    if (is_block(tag)) flush();
    links_ -= open_.back().link;
    emphasis_ -= emphasizes(tag);
    open_.pop_back();
  }

  void add_text(std::string_view text, NodeId id) {
    if (!is_blank(text)) {
      breaks_ = 0;
      if (link_bytes_ == 0 && plain_bytes_ == 0) first_ = id;
      // A link over white space and signs alone still counts; what matters is its share.
      (links_ > 0 ? link_bytes_ : plain_bytes_) += text.size();
      if (links_ == 0 && text.find_first_not_of(" .!)»›>\n\t\r") != std::string_view::npos)
        asks_ = false;
      if (emphasis_ == 0) all_emphasized_ = false;
    }
    text_ += text;
  }

  void flush() {
    if (link_bytes_ + plain_bytes_ > 0) add_block();
    text_.clear();
    link_bytes_ = plain_bytes_ = 0;
    breaks_ = 0;
    all_emphasized_ = true;
    asks_ = false;
  }

  void add_block() {
    HtmlBlock block;
    block.text = collapse_space(text_);
    if (block.text.empty()) return;
    block.node = block_element(first_);
    block.first_text = first_;
    block.home = home_of(block.node);
    block.noise = marks_[block.node].noise;
    block.emphasized = all_emphasized_;
    block.asks = asks_;
    block.width = reading_width(block.text);
    block.sentence = ends_sentence(block.text);
    const double share = double(link_bytes_) / double(link_bytes_ + plain_bytes_);
    block.link_bytes = static_cast<std::uint32_t>(share * double(block.text.size()));
    for (NodeId i = block.node; i != 0; i = tree_[i].parent) {
      if (!gives_kind(tree_[i].tag)) continue;
      block.kind = kind_of(tree_[i].tag);
      break;
    }
    blocks_.push_back(std::move(block));
  }

  /// A box of text stands for itself, a paragraph in what holds it.
  [[nodiscard]] NodeId home_of(NodeId id) const {
    const Tag tag = tree_[id].tag;
    const bool is_box = tag == Tag::div || tag == Tag::section || tag == Tag::article ||
                        tag == Tag::main || tag == Tag::td || tag == Tag::body;
    return is_box ? id : tree_[id].parent;
  }

  [[nodiscard]] NodeId block_element(NodeId id) const {
    do id = tree_[id].parent;
    while (id != 0 && !is_block(tree_[id].tag) &&
           marks_[id].noise == marks_[tree_[id].parent].noise);
    return id;
  }

  const HtmlTree& tree_;
  const std::vector<NodeEvidence>& marks_;
  std::vector<HtmlBlock> blocks_;
  std::vector<Open> open_;
  int links_ = 0, emphasis_ = 0, breaks_ = 0;
  std::string text_;  ///< of the block being read, white space as written
  NodeId first_ = 0;  ///< first text node of it
  std::size_t link_bytes_ = 0, plain_bytes_ = 0;
  bool all_emphasized_ = true;
  bool asks_ = false;  ///< its last words are such a link
};

}  // namespace

std::vector<HtmlBlock> read_blocks(const HtmlTree& tree, const std::vector<NodeEvidence>& marks) {
  return BlockReader{tree, marks}.read();
}

double link_density(const HtmlBlock& block) {
  return double(block.link_bytes) / double(std::max<std::size_t>(block.text.size(), 1));
}

std::size_t reading_width(std::string_view text) {
  // Characters from U+2E80 on take three bytes or more and lead with >=
  // 0xE2; those with 0xE2 are punctuation, and Thai and its neighbours (0xE0, 0xE1) are alphabets.
  std::size_t leads = 0, wide = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    leads += byte < 0x80 || byte >= 0xC0;
    wide += byte >= 0xE3;
  }
  return (2 * leads + 3 * wide) / 2;
}

bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 13> closing{"\"", "'",  ")",  "]",  "”", "’", "»",
                                                            "“",  "」", "』", "）", " ", "*"};
  static constexpr std::array<std::string_view, 11> ends{".",  "!", "?", "…", "。", "！",
                                                         "？", "।", "؟", ":", ";"};
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const auto sign : closing) {
      if (!text.ends_with(sign)) continue;
      text.remove_suffix(sign.size());
      again = true;
    }
  }
  return std::any_of(ends.begin(), ends.end(), [&](auto end) { return text.ends_with(end); });
}

}  // namespace pantau
