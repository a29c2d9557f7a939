// libxml2's SAX events -> HtmlTree. The only file that knows libxml2. Entrance: parse_html.
// Tested by tests/indexer/html_tree_test.cpp.
#include "indexer/extract/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>

#include "common/utf8.h"
#include "indexer/extract/html_filter.h"

namespace pantau {
namespace {

/// The longest real pages (a whole year of comments) have 150,000 nodes of 24 bytes.
constexpr std::size_t max_nodes = 400'000;

/// What text_below is asked for are titles, names and dates.
constexpr std::size_t max_line_bytes = 4096;

constexpr std::array<std::string_view, 77> tag_names{
    "a",       "abbr",   "address", "article", "aside",  "audio",   "b",        "blockquote",
    "body",    "br",     "button",  "caption", "center", "cite",    "code",     "dd",
    "details", "div",    "dl",      "dt",      "em",     "embed",   "fieldset", "figcaption",
    "figure",  "font",   "footer",  "form",    "h1",     "h2",      "h3",       "h4",
    "h5",      "h6",     "head",    "header",  "hr",     "html",    "i",        "img",
    "input",   "label",  "li",      "link",    "main",   "menu",    "meta",     "nav",
    "ol",      "option", "p",       "picture", "pre",    "q",       "s",        "section",
    "small",   "span",   "strike",  "strong",  "sub",    "summary", "sup",      "table",
    "tbody",   "td",     "tfoot",   "th",      "thead",  "time",    "title",    "tr",
    "u",       "ul",     "video",   "",        ""};
constexpr std::size_t named_tags = 75;
static_assert(std::is_sorted(tag_names.begin(), tag_names.begin() + named_tags));
static_assert(static_cast<std::size_t>(Tag::video) == named_tags + 1);

Tag tag_of(std::string_view name) {
  const auto end = tag_names.begin() + named_tags;
  const auto found = std::lower_bound(tag_names.begin(), end, name);
  if (found == end || *found != name) return Tag::other;
  return static_cast<Tag>(found - tag_names.begin() + 2);
}

struct AttrName {
  std::string_view name;
  Attr attr;
};
constexpr std::array<AttrName, 16> attr_names{{{"class", Attr::css_class},
                                               {"href", Attr::href},
                                               {"id", Attr::id},
                                               {"content", Attr::content},
                                               {"property", Attr::property},
                                               {"name", Attr::name},
                                               {"rel", Attr::rel},
                                               {"title", Attr::title},
                                               {"role", Attr::role},
                                               {"hint", Attr::hint},
                                               {"itemprop", Attr::itemprop},
                                               {"itemtype", Attr::itemtype},
                                               {"datetime", Attr::datetime},
                                               {"lang", Attr::lang},
                                               {"hidden", Attr::hidden},
                                               {"aria-hidden", Attr::aria_hidden}}};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

struct ParserDeleter {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

void ignore_error(void*, xmlErrorPtr) {}

}  // namespace

/// Receives the events of one parse.
class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder() {
    tree_.nodes_.push_back({});
    open_.push_back(0);
  }

  void start(std::string_view name, const xmlChar** attributes) {
    const NodeId id = add({tag_of(name), 0, 0, 0, 0, size32(tree_.attributes_.size()), 0});
    open_.push_back(id);
    if (full() || attributes == nullptr) return;
    for (; attributes[0] != nullptr; attributes += 2)
      add_attribute(view(attributes[0]), view(attributes[1]));
    tree_.nodes_[id].attributes =
        static_cast<std::uint8_t>(tree_.attributes_.size() - tree_.nodes_[id].begin);
  }

  /// libxml2 sends one end for each start, so no name is needed.
  void end() {
    if (open_.size() == 1) return;
    tree_.nodes_[open_.back()].end = size32(tree_.nodes_.size());
    open_.pop_back();
  }

  void characters(std::string_view text) {
    if (full()) return;
    HtmlNode& last = tree_.nodes_.back();
    const bool goes_on = last.tag == Tag::text && last.parent == open_.back();
    const auto begin = size32(tree_.text_.size());
    tree_.text_ += text;
    if (goes_on && last.begin + last.size == begin)
      last.size += size32(text.size());
    else
      add({Tag::text, 0, 0, 0, size32(tree_.nodes_.size()) + 1, begin, size32(text.size())});
  }

  [[nodiscard]] bool full() const { return tree_.nodes_.size() >= max_nodes; }

  [[nodiscard]] HtmlTree finish(std::vector<std::string_view> json_ld) {
    while (open_.size() > 1) end();
    tree_.nodes_[0].end = size32(tree_.nodes_.size());
    tree_.json_ld_ = std::move(json_ld);
    tree_.cut_ = full();
    return std::move(tree_);
  }

 private:
  static std::uint32_t size32(std::size_t size) { return static_cast<std::uint32_t>(size); }

  NodeId add(HtmlNode node) {
    if (full()) return open_.back();
    node.parent = open_.back();
    node.depth = static_cast<std::uint16_t>(std::min<std::size_t>(open_.size(), UINT16_MAX));
    tree_.nodes_.push_back(node);
    return size32(tree_.nodes_.size() - 1);
  }

  void add_attribute(std::string_view name, std::string_view value) {
    const auto known = std::find_if(attr_names.begin(), attr_names.end(),
                                    [&](const AttrName& n) { return n.name == name; });
    if (known == attr_names.end()) return;
    tree_.attributes_.push_back({known->attr, size32(tree_.text_.size()), size32(value.size())});
    tree_.text_ += value;
  }

  HtmlTree tree_;
  std::vector<NodeId> open_;
};

namespace {

xmlSAXHandler sax_handler() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.serror = ignore_error;
  sax.startElement = [](void* builder, const xmlChar* name, const xmlChar** attributes) {
    static_cast<HtmlTreeBuilder*>(builder)->start(view(name), attributes);
  };
  sax.endElement = [](void* builder, const xmlChar*) {
    static_cast<HtmlTreeBuilder*>(builder)->end();
  };
  const charactersSAXFunc characters = [](void* builder, const xmlChar* text, int size) {
    static_cast<HtmlTreeBuilder*>(builder)->characters(
        view(text).substr(0, static_cast<std::size_t>(size)));
  };
  sax.characters = sax.ignorableWhitespace = sax.cdataBlock = characters;
  return sax;
}

}  // namespace

HtmlTree parse_html(std::string_view utf8_html) {
  HtmlTreeBuilder builder;
  HtmlFilter filter{utf8_html};
  xmlSAXHandler sax = sax_handler();
  const std::unique_ptr<htmlParserCtxt, ParserDeleter> parser{
      htmlCreatePushParserCtxt(&sax, &builder, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8)};
  if (!parser) throw std::bad_alloc{};
  // The page is UTF-8 by now, whatever its <meta> says.
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET);
  std::string chunk;
  while (!builder.full() &&
         filter.next(chunk, static_cast<std::size_t>(std::max(parser->nameNr, 0))))
    htmlParseChunk(parser.get(), chunk.data(), static_cast<int>(chunk.size()), 0);
  htmlParseChunk(parser.get(), nullptr, 0, 1);
  return builder.finish(filter.json_ld());
}

std::string_view HtmlTree::text(NodeId id) const {
  const HtmlNode& node = nodes_[id];
  if (node.tag != Tag::text) return {};
  return std::string_view{text_}.substr(node.begin, node.size);
}

bool HtmlTree::has(NodeId id, Attr attr) const {
  const HtmlNode& node = nodes_[id];
  if (node.tag == Tag::text) return false;
  const auto first = attributes_.begin() + node.begin;
  return std::any_of(first, first + node.attributes,
                     [attr](const Attribute& a) { return a.attr == attr; });
}

std::string_view HtmlTree::attribute(NodeId id, Attr attr) const {
  const HtmlNode& node = nodes_[id];
  for (std::size_t i = 0; i < node.attributes; ++i) {
    const Attribute& a = attributes_[node.begin + i];
    if (a.attr == attr) return std::string_view{text_}.substr(a.begin, a.size);
  }
  return {};
}

std::string HtmlTree::text_below(NodeId id) const {
  std::string out;
  for (NodeId i = id; i < nodes_[id].end && out.size() < max_line_bytes; ++i) {
    if (nodes_[i].tag == Tag::text) out += text(i).substr(0, utf8_floor(text(i), max_line_bytes));
    if (is_block(nodes_[i].tag)) out += ' ';
  }
  return collapse_space(out);
}

NodeId HtmlTree::find(Tag tag, NodeId from) const {
  for (NodeId i = from + 1; i < nodes_[from].end; ++i)
    if (nodes_[i].tag == tag) return i;
  return 0;
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::text:
    case Tag::other:
    case Tag::a:
    case Tag::abbr:
    case Tag::b:
    case Tag::cite:
    case Tag::code:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::img:
    case Tag::input:
    case Tag::label:
    case Tag::q:
    case Tag::s:
    case Tag::small:
    case Tag::span:
    case Tag::strike:
    case Tag::strong:
    case Tag::sub:
    case Tag::sup:
    case Tag::time:
    case Tag::u:
    case Tag::embed:
    case Tag::picture:
    case Tag::link:
    case Tag::meta:
    case Tag::option:
    case Tag::button:
      return false;
    default:
      return true;
  }
}

}  // namespace pantau
