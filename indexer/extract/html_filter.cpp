// Tag soup in, bare and bounded tags out. Entrance: HtmlFilter::next.
// Tested by tests/indexer/html_filter_test.cpp.
#include "indexer/extract/html_filter.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "indexer/extract/html_entities.h"

namespace pantau {
namespace {

/// How much is handed to the parser at a time: small enough that its depth is known soon enough.
constexpr std::size_t chunk_bytes = 8192;
/// Pages by hand and by templates stay below 60; 256 is where libxml2 itself stops.
constexpr std::size_t max_open_elements = 256;
/// For an end tag libxml2 walks the open elements. Real pages stay under 100,000 steps in all; at
/// this bound (0.1 s) the end tags of a hostile page are left out.
constexpr std::uint64_t max_search_work = 20'000'000;
/// Attributes looked at in one tag: real ones stay under 40; libxml2 compares each with each.
constexpr std::size_t max_attributes = 64;
/// Bytes kept of one attribute: descriptions and URLs that are longer say nothing more.
constexpr std::size_t max_value_bytes = 4096;
constexpr std::size_t max_name_bytes = 40;
/// Blocks of JSON-LD on one page, and the size of one: an article of 100,000 words fits.
constexpr std::size_t max_json_ld_blocks = 32;
constexpr std::size_t max_json_ld_bytes = 2 << 20;

/// Bytes handed on in all: a fifth of a page is left on average, so this is a page of 20 MB.
constexpr std::size_t max_kept_bytes = 4 << 20;
constexpr std::string_view white_space = " \t\n\v\f\r";

/// Text handed on at a time.
constexpr std::size_t text_bytes = 1 << 17;

/// Elements left out with all they hold. `raw` ones end the page when they are not closed, as in a
/// browser; the others are then kept.
struct Skipped {
  std::string_view name;
  bool raw;
};
constexpr std::array<Skipped, 11> skipped_elements{{{"script", true},
                                                    {"style", true},
                                                    {"noscript", false},
                                                    {"svg", false},
                                                    {"iframe", false},
                                                    {"textarea", true},
                                                    {"select", false},
                                                    {"noframes", false},
                                                    {"noembed", false},
                                                    {"xmp", false},
                                                    {"template", false}}};

/// The attributes that the extractor reads. The data- ones stand in for class names where a site's
/// class names are generated; they all become hints. A style becomes "hidden" if it hides.
struct Kept {
  std::string_view name;
  Attr attr;
};
constexpr std::string_view style = "style";
constexpr std::array<Kept, 24> kept_attributes{{{"class", Attr::css_class},
                                                {"id", Attr::id},
                                                {"href", Attr::href},
                                                {"rel", Attr::rel},
                                                {"name", Attr::name},
                                                {"property", Attr::property},
                                                {"content", Attr::content},
                                                {"itemprop", Attr::itemprop},
                                                {"itemtype", Attr::itemtype},
                                                {"datetime", Attr::datetime},
                                                {"lang", Attr::lang},
                                                {"xml:lang", Attr::lang},
                                                {"role", Attr::role},
                                                {"hidden", Attr::hidden},
                                                {"aria-hidden", Attr::aria_hidden},
                                                {"title", Attr::title},
                                                {style, Attr::hidden},
                                                {"data-testid", Attr::hint},
                                                {"data-test-id", Attr::hint},
                                                {"data-component", Attr::hint},
                                                {"data-qa", Attr::hint},
                                                {"data-gu-name", Attr::hint},
                                                {"data-module", Attr::hint},
                                                {"data-block", Attr::hint}}};

/// Classes of bytes in markup.
enum : std::uint8_t { space_byte = 1, name_end = 2, attribute_end = 4, value_end = 8 };
constexpr auto byte_classes = [] {
  std::array<std::uint8_t, 256> classes{};
  for (const char c : {' ', '\t', '\n', '\v', '\f', '\r'})
    classes[static_cast<unsigned char>(c)] = space_byte | name_end | attribute_end | value_end;
  classes['>'] = name_end | attribute_end | value_end;
  classes['/'] = name_end | attribute_end;
  classes['<'] = name_end;
  classes['='] = attribute_end;
  return classes;
}();
bool is(char c, std::uint8_t byte_class) {
  return (byte_classes[static_cast<unsigned char>(c)] & byte_class) != 0;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
bool is_space(char c) {
  return is(c, space_byte);
}

bool equals_lower(std::string_view text, std::string_view lowered) {
  return text.size() == lowered.size() && std::equal(text.begin(), text.end(), lowered.begin(),
                                                     [](char a, char b) { return lower(a) == b; });
}

bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 8> names{"br", "img",   "meta", "link",
                                                         "hr", "input", "base", "wbr"};
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view n) { return equals_lower(name, n); });
}

/// A style says one thing of use: that an element is not shown.
bool hides(std::string_view declarations) {
  const auto display = declarations.find("display");
  if (display == std::string_view::npos) return false;
  auto rest = declarations.substr(display + 7);
  while (!rest.empty() && (is_space(rest.front()) || rest.front() == ':')) rest.remove_prefix(1);
  return rest.starts_with("none");
}

/// Some blogs keep the finished article in a template that a script unpacks: leaving out the tag
/// alone shows what a reader sees. A real template has placeholders, and others hold data.
bool holds_markup(std::string_view text) {
  const auto first = text.find_first_not_of(white_space);
  return first != std::string_view::npos && text[first] != '{' && text[first] != '[' &&
         text.find("{{") == std::string_view::npos && text.find("<%") == std::string_view::npos;
}

std::uint32_t size32(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

}  // namespace

bool HtmlFilter::next(std::string& chunk, std::size_t open_elements) {
  chunk.clear();
  if (kept_ + parts_.bytes.size() > max_kept_bytes) return false;
  while (at_ < html_.size() && chunk.size() < chunk_bytes) {
    read_text(chunk);
    if (at_ < html_.size() && html_[at_] == '<') read_markup(chunk, open_elements);
  }
  kept_ += chunk.size();
  return !chunk.empty() || at_ < html_.size();
}

void HtmlFilter::read_text(std::string& chunk) {
  const auto tag = std::min(html_.find('<', at_), html_.size());
  if (tag == at_) return;
  auto end = tag;
  if (tag - at_ > text_bytes) {
    const auto last = html_.substr(at_, text_bytes).find_last_of(white_space);
    // One word of that size is no text.
    if (last == std::string_view::npos || last == 0) {
      at_ = std::min(html_.find_first_of(white_space, at_ + text_bytes), tag);
      return;
    }
    end = at_ + last;
  }
  add_text(html_.substr(at_, end - at_), chunk);
  at_ = end;
}

void HtmlFilter::add_text(std::string_view text, std::string& chunk) {
  if (std::all_of(text.begin(), text.end(), is_space)) {
    if (!chunk.ends_with(' ')) chunk += ' ';
    return;
  }
  const auto begin = size32(parts_.bytes.size());
  append_html_text(text, parts_.bytes);
  parts_.texts.push_back({begin, size32(parts_.bytes.size()) - begin});
  chunk += 'x';
}

void HtmlFilter::read_markup(std::string& chunk, std::size_t open_elements) {
  const std::string_view rest = html_.substr(at_ + 1, 3);
  if (rest.starts_with("!--")) {
    // A comment that is never closed hides the rest in a browser; here it hides its own line only,
    // because a crawler's cut or a template's slip should not cost the article.
    // "<!-->" and "<!--->" are whole ones (HTML, "abrupt-closing-of-empty-comment").
    const auto end = html_.find("-->", at_ + 2);
    at_ = end == std::string_view::npos ? std::min(html_.find('\n', at_), html_.size()) : end + 3;
  } else if (rest.starts_with('!') || rest.starts_with('?')) {
    skip_past(">");
  } else if (rest.starts_with('/') && rest.size() > 1 && is_letter(rest[1])) {
    read_end_tag(chunk, open_elements);
  } else if (!rest.empty() && is_letter(rest[0])) {
    read_start_tag(chunk, open_elements);
  } else {
    // When several stand in a row, the last may still open a tag.
    const auto run_end = std::min(html_.find_first_not_of('<', at_), html_.size());
    add_text("<", chunk);
    at_ = std::max(at_ + 1, run_end - 1);
  }
}

void HtmlFilter::read_end_tag(std::string& chunk, std::size_t open_elements) {
  at_ += 2;
  const auto name = read_name();
  skip_past(">");
  search_work_ += open_elements;
  if (search_work_ > max_search_work) return;
  chunk.append("</").append(name) += '>';
}

void HtmlFilter::read_start_tag(std::string& chunk, std::size_t open_elements) {
  ++at_;
  const auto name = read_name();
  const auto first = size32(parts_.attributes.size());
  const Script script = read_attributes();
  const auto skipped = std::find_if(skipped_elements.begin(), skipped_elements.end(),
                                    [&](const Skipped& s) { return equals_lower(name, s.name); });
  const bool is_skipped =
      skipped != skipped_elements.end() &&
      skip_element(static_cast<std::size_t>(skipped - skipped_elements.begin()), script);
  const auto count = size32(parts_.attributes.size()) - first;
  if (is_skipped || (open_elements > max_open_elements && !is_void(name)))
    return parts_.attributes.resize(first);
  chunk.append("<").append(name);
  if (count > 0) {
    chunk.append(" i=").append(std::to_string(parts_.tags.size()));
    parts_.tags.push_back({first, count, size32(parts_.texts.size())});
  }
  chunk += '>';
}

std::string_view HtmlFilter::read_name() {
  const auto begin = at_;
  while (at_ < html_.size() && !is(html_[at_], name_end)) ++at_;
  const auto name = html_.substr(begin, at_ - begin);
  return name.substr(0, utf8_floor(name, max_name_bytes));
}

void HtmlFilter::add_attribute(Attr attr, std::string_view value) {
  const auto begin = size32(parts_.bytes.size());
  append_html_value(value.substr(0, utf8_floor(value, max_value_bytes)), parts_.bytes);
  parts_.attributes.push_back({attr, begin, size32(parts_.bytes.size()) - begin});
}

HtmlFilter::Script HtmlFilter::read_attributes() {
  Script script = Script::code;
  for (std::size_t count = 0; at_ < html_.size(); ++count) {
    while (at_ < html_.size() && (is_space(html_[at_]) || html_[at_] == '/')) ++at_;
    if (at_ >= html_.size() || html_[at_] == '<') break;  // '<': the '>' was forgotten
    if (html_[at_] == '>') {
      ++at_;
      break;
    }
    const auto begin = at_;
    while (at_ < html_.size() && !is(html_[at_], attribute_end)) ++at_;
    const auto name = html_.substr(begin, at_ - begin);
    const auto value = read_value();
    if (at_ == begin) ++at_;  // a stray '='
    if (count >= max_attributes) continue;
    if (equals_lower(name, "type")) {
      if (equals_lower(value.substr(0, 19), "application/ld+json")) script = Script::json_ld;
      if (equals_lower(value, "text/template")) script = Script::markup;
    }
    const auto kept = std::find_if(kept_attributes.begin(), kept_attributes.end(),
                                   [&](const Kept& k) { return equals_lower(name, k.name); });
    if (kept == kept_attributes.end()) continue;
    if (kept->name != style)
      add_attribute(kept->attr, value);
    else if (hides(value))
      add_attribute(Attr::hidden, "");
  }
  return script;
}

std::string_view HtmlFilter::read_value() {
  while (at_ < html_.size() && is_space(html_[at_])) ++at_;
  if (at_ >= html_.size() || html_[at_] != '=') return {};
  ++at_;
  while (at_ < html_.size() && is_space(html_[at_])) ++at_;
  if (at_ >= html_.size()) return {};
  const char quote = html_[at_];
  const auto begin = at_ + (quote == '"' || quote == '\'');
  at_ = begin;
  if (quote == '"' || quote == '\'')
    at_ = std::min(html_.find(quote, begin), html_.size());
  else
    while (at_ < html_.size() && !is(html_[at_], value_end)) ++at_;
  const auto value = html_.substr(begin, at_ - begin);
  if (at_ < html_.size() && html_[at_] == quote) ++at_;
  return value;
}

void HtmlFilter::skip_past(std::string_view mark) {
  const auto end = html_.find(mark, at_);
  at_ = end == std::string_view::npos ? html_.size() : end + mark.size();
}

bool HtmlFilter::skip_element(std::size_t index, Script script) {
  const Skipped& element = skipped_elements[index];
  if ((unclosed_ >> index & 1U) != 0) return false;
  const auto begin = at_;
  for (auto end = html_.find("</", at_); end != std::string_view::npos;
       end = html_.find("</", end + 2)) {
    if (!equals_lower(html_.substr(end + 2, element.name.size()), element.name)) continue;
    const auto content = html_.substr(begin, end - begin);
    if (script == Script::markup && holds_markup(content)) return true;
    if (script == Script::json_ld && parts_.json_ld.size() < max_json_ld_blocks &&
        content.size() <= max_json_ld_bytes)
      parts_.json_ld.push_back(content);
    at_ = end;
    skip_past(">");
    return true;
  }
  unclosed_ |= 1U << index;
  if (element.raw) at_ = html_.size();
  return element.raw;
}

}  // namespace pantau
