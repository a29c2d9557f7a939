// libxml2's SAX events -> HtmlTree. The only file that knows libxml2. Entrance: parse_html.
// Tested by tests/indexer/html_tree_test.cpp.
#include "indexer/extract/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
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

constexpr std::array<std::string_view, 75> tag_names{
    "a",       "abbr",   "address", "article", "aside",  "audio",   "b",        "blockquote",
    "body",    "br",     "button",  "caption", "center", "cite",    "code",     "dd",
    "details", "div",    "dl",      "dt",      "em",     "embed",   "fieldset", "figcaption",
    "figure",  "font",   "footer",  "form",    "h1",     "h2",      "h3",       "h4",
    "h5",      "h6",     "head",    "header",  "hr",     "html",    "i",        "img",
    "input",   "label",  "li",      "link",    "main",   "menu",    "meta",     "nav",
    "ol",      "option", "p",       "picture", "pre",    "q",       "s",        "section",
    "small",   "span",   "strike",  "strong",  "sub",    "summary", "sup",      "table",
    "tbody",   "td",     "tfoot",   "th",      "thead",  "time",    "title",    "tr",
    "u",       "ul",     "video"};
constexpr std::size_t named_tags = tag_names.size();
static_assert(std::is_sorted(tag_names.begin(), tag_names.end()));
static_assert(static_cast<std::size_t>(Tag::video) == named_tags + 1);

/// Open addressing over the names, built by the compiler: each start tag asks it.
constexpr std::size_t buckets = 512;
constexpr std::size_t hash_of(std::string_view name) {
  std::size_t hash = name.size();
  for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash % buckets;
}
constexpr auto tag_table = [] {
  std::array<std::uint8_t, buckets> slots{};
  for (std::size_t i = 0; i < named_tags; ++i) {
    auto slot = hash_of(tag_names[i]);
    while (slots[slot] != 0) slot = (slot + 1) % buckets;
    slots[slot] = static_cast<std::uint8_t>(i + 1);
  }
  return slots;
}();

Tag tag_of(std::string_view name) {
  for (auto slot = hash_of(name); tag_table[slot] != 0; slot = (slot + 1) % buckets)
    if (tag_names[tag_table[slot] - 1U] == name) return static_cast<Tag>(tag_table[slot] + 1);
  return Tag::other;
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

struct ParserDeleter {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

void ignore_error(void*, xmlErrorPtr) {}

}  // namespace

/// Receives the events of one parse, and puts texts and attributes back to where they stood.
class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder() {
    tree_.nodes_.push_back({});
    open_.push_back(0);
  }

  [[nodiscard]] HtmlParts& parts() { return parts_; }

  /// `index` of parts().tags, or none.
  void start(std::string_view name, std::optional<std::size_t> index) {
    HtmlParts::Tag aside;
    if (index && *index < parts_.tags.size()) {
      aside = parts_.tags[*index];
      next_text_ = aside.texts;
    }
    open_.push_back(
        add({tag_of(name), static_cast<std::uint8_t>(aside.count), 0, 0, 0, aside.attributes, 0}));
  }

  /// libxml2 sends one end for each start, so no name is needed.
  void end() {
    if (open_.size() == 1) return;
    tree_.nodes_[open_.back()].end = size32(tree_.nodes_.size());
    open_.pop_back();
  }

  void characters(std::string_view marks) {
    constexpr HtmlParts::Text space{0, 1};
    for (const char mark : marks) {
      const bool is_text = mark == 'x' && next_text_ < parts_.texts.size();
      add_text(is_text ? parts_.texts[next_text_++] : space);
    }
  }

  [[nodiscard]] bool full() const { return tree_.nodes_.size() >= max_nodes; }

  [[nodiscard]] HtmlTree finish() {
    while (open_.size() > 1) end();
    tree_.nodes_[0].end = size32(tree_.nodes_.size());
    tree_.text_ = std::move(parts_.bytes);
    tree_.attributes_ = std::move(parts_.attributes);
    tree_.json_ld_ = std::move(parts_.json_ld);
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

  void add_text(HtmlParts::Text text) {
    if (full()) return;
    HtmlNode& last = tree_.nodes_.back();
    const bool goes_on = last.tag == Tag::text && last.parent == open_.back();
    if (goes_on && last.begin + last.size == text.begin)
      last.size += text.size;
    else
      add({Tag::text, 0, 0, 0, size32(tree_.nodes_.size()) + 1, text.begin, text.size});
  }

  HtmlTree tree_;
  HtmlParts parts_;
  std::size_t next_text_ = 0;
  std::vector<NodeId> open_;
};

namespace {

/// N of the only attribute there is, i=N.
std::optional<std::size_t> index_in(const xmlChar** attributes) {
  if (attributes == nullptr || attributes[0] == nullptr) return {};
  const std::string_view number = view(attributes[1]);
  std::size_t index = 0;
  const auto end = number.data() + number.size();
  if (std::from_chars(number.data(), end, index).ptr != end) return {};
  return index;
}

xmlSAXHandler sax_handler() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.serror = ignore_error;
  sax.startElement = [](void* builder, const xmlChar* name, const xmlChar** attributes) {
    static_cast<HtmlTreeBuilder*>(builder)->start(view(name), index_in(attributes));
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
  HtmlFilter filter{utf8_html, builder.parts()};
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
  return builder.finish();
}

std::string_view HtmlTree::text(NodeId id) const {
  const HtmlNode& node = nodes_[id];
  if (node.tag != Tag::text) return {};
  return std::string_view{text_}.substr(node.begin, node.size);
}

std::span<const HtmlAttribute> HtmlTree::attributes(NodeId id) const {
  const HtmlNode& node = nodes_[id];
  if (node.attributes == 0) return {};
  return std::span{attributes_}.subspan(node.begin, node.attributes);
}

std::string_view HtmlTree::value(const HtmlAttribute& attribute) const {
  return std::string_view{text_}.substr(attribute.begin, attribute.size);
}

bool HtmlTree::has(NodeId id, Attr attr) const {
  const auto all = attributes(id);
  return std::any_of(all.begin(), all.end(),
                     [attr](const HtmlAttribute& a) { return a.attr == attr; });
}

std::string_view HtmlTree::attribute(NodeId id, Attr attr) const {
  for (const HtmlAttribute& a : attributes(id))
    if (a.attr == attr) return value(a);
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

bool is_link(const HtmlTree& tree, NodeId id) {
  return tree[id].tag == Tag::a && tree.has(id, Attr::href);
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
