// JSON-LD -> JsonLd. The only file that knows Boost.JSON. Entrance: read_json_ld.
// Tested by tests/indexer/html_json_ld_test.cpp.
#include "indexer/extract/html_json_ld.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <map>

#include "common/url.h"
#include "common/utf8.h"
#include "indexer/extract/html_tree.h"

namespace pantau {
namespace {

namespace json = boost::json;

/// Real data nests some ten levels; the walk below recurses, so the parser bounds it.
constexpr std::size_t max_depth = 64;
/// Things looked at in one page; a list page may describe a hundred stories.
constexpr std::size_t max_things = 400;
constexpr std::size_t max_authors = 12;

constexpr std::array<std::string_view, 17> article_types{"Article",
                                                         "NewsArticle",
                                                         "BlogPosting",
                                                         "ReportageNewsArticle",
                                                         "AnalysisNewsArticle",
                                                         "OpinionNewsArticle",
                                                         "BackgroundNewsArticle",
                                                         "ReviewNewsArticle",
                                                         "LiveBlogPosting",
                                                         "TechArticle",
                                                         "ScholarlyArticle",
                                                         "AdvertiserContentArticle",
                                                         "SocialMediaPosting",
                                                         "Report",
                                                         "DiscussionForumPosting",
                                                         "AskPublicNewsArticle",
                                                         "SatiricalArticle"};

/// The types of a whole page, which say what it is when it describes no article.
constexpr std::array<std::string_view, 7> page_types{
    "CollectionPage", "ItemPage", "SearchResultsPage", "ProfilePage", "ImageGallery",
    "VideoObject",    "WebPage"};

std::string one_line(std::string_view text) {
  if (text.find_first_of("<&") != std::string_view::npos) return parse_html(text).text_below(0);
  return collapse_space(text);
}

const json::value* member(const json::object& thing, std::string_view name) {
  const auto found = thing.find(json::string_view{name.data(), name.size()});
  return found == thing.end() ? nullptr : &found->value();
}

std::string_view as_text(const json::value* value) {
  if (value == nullptr) return {};
  if (value->is_array() && !value->get_array().empty()) value = &value->get_array().front();
  if (!value->is_string()) return {};
  return {value->get_string().data(), value->get_string().size()};
}

/// A string, or the name of the thing that stands in its place, or of the first of several.
std::string_view name_of(const json::value* value) {
  if (value != nullptr && value->is_array() && !value->get_array().empty())
    value = &value->get_array().front();
  if (value != nullptr && value->is_object()) return as_text(member(value->get_object(), "name"));
  return as_text(value);
}

std::string_view url_of(const json::object& thing) {
  const auto* main = member(thing, "mainEntityOfPage");
  if (main != nullptr && main->is_object()) {
    if (const auto id = as_text(member(main->get_object(), "@id")); !id.empty()) return id;
  } else if (const auto url = as_text(main); url.starts_with("http")) {
    return url;
  }
  return as_text(member(thing, "url"));
}

/// `types` is the value of "@type": one string or several, perhaps with the whole address.
std::string_view type_among(const json::value* types, std::span<const std::string_view> known) {
  if (types == nullptr) return {};
  if (types->is_array()) {
    for (const auto& type : types->get_array())
      if (const auto found = type_among(&type, known); !found.empty()) return found;
    return {};
  }
  auto name = as_text(types);
  name.remove_prefix(name.rfind('/') + 1);
  const auto found = std::find(known.begin(), known.end(), name);
  return found == known.end() ? std::string_view{} : *found;
}

/// The name of a person, or both parts of it.
std::string person_name(const json::object& person) {
  if (const auto name = as_text(member(person, "name")); !name.empty()) return std::string{name};
  const auto given = as_text(member(person, "givenName")),
             family = as_text(member(person, "familyName"));
  if (given.empty() || family.empty()) return std::string{given.empty() ? family : given};
  return std::string{given}.append(" ").append(family);
}

void add_author(const json::value& author, JsonLd& out) {
  if (author.is_array()) {
    for (const auto& one : author.get_array()) add_author(one, out);
    return;
  }
  std::string name = one_line(name_of(&author));
  if (name.empty() && author.is_object()) name = one_line(person_name(author.get_object()));
  if (name.empty() || out.authors.size() >= max_authors) return;
  if (std::find(out.authors.begin(), out.authors.end(), name) == out.authors.end())
    out.authors.push_back(std::move(name));
}

/// Paragraphs of a body: its line breaks, or those of the markup it is written in.
std::string body_of(std::string_view body) {
  if (body.find_first_of("<&") == std::string_view::npos) return std::string{body};
  const HtmlTree tree = parse_html(body);
  std::string out;
  for (NodeId i = 1; i < tree.nodes().size(); ++i) {
    if (is_block(tree[i].tag)) out += '\n';
    out += tree.text(i);
  }
  return out;
}

/// Walks through what the page describes and keeps what concerns its article.
class JsonLdReader {
 public:
  explicit JsonLdReader(std::string_view page_url) : page_url_{canonical_url(page_url)} {}

  void read(const json::value& value) {
    if (++things_ > max_things) return;
    if (value.is_array()) {
      for (const auto& one : value.get_array()) read(one);
    } else if (value.is_object()) {
      read_thing(value.get_object());
    }
  }

  /// A block that no parser reads (a raw quote in a headline): the day is still plain.
  void read_broken(std::string_view text) {
    constexpr std::string_view key = "\"datePublished\"";
    const auto at = text.find(key);
    if (at == std::string_view::npos || !out_.published.empty()) return;
    const auto begin = text.find('"', at + key.size());
    if (begin == std::string_view::npos) return;
    out_.published = text.substr(begin + 1, text.find('"', begin + 1) - begin - 1);
  }

  [[nodiscard]] JsonLd take() {
    constexpr std::size_t min_list = 3;
    out_.is_list = !is_page_ && others_ >= min_list;
    if (const auto author = persons_.find(pending_author_);
        author != persons_.end() && out_.authors.empty())
      out_.authors.push_back(author->second);
    return std::move(out_);
  }

 private:
  void read_thing(const json::object& thing) {
    const auto* type = member(thing, "@type");
    if (!type_among(type, article_types).empty()) {
      read_article(thing, type_among(type, article_types));
    } else if (name_is(type, "WebSite")) {
      if (out_.site.empty()) out_.site = one_line(as_text(member(thing, "name")));
    } else if (name_is(type, "NewsMediaOrganization") || name_is(type, "Organization")) {
      if (organization_.empty()) organization_ = one_line(as_text(member(thing, "name")));
    } else if (name_is(type, "Person")) {
      remember_person(thing);
    }
    const auto page = type_among(type, page_types);
    if (!page.empty() && !out_.is_article) read_page(thing, page);
    for (const std::string_view inner : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (const auto* value = member(thing, inner)) read(*value);
  }

  static bool name_is(const json::value* type, std::string_view name) {
    return !type_among(type, std::span{&name, 1}).empty();
  }

  void read_page(const json::object& thing, std::string_view type) {
    if (out_.type.empty() || out_.type == "WebPage") out_.type = type;
    if (out_.uploaded.empty())
      for (const std::string_view name : {"datePublished", "uploadDate", "dateCreated"})
        if (out_.uploaded.empty()) out_.uploaded = as_text(member(thing, name));
    if (out_.language.empty()) out_.language = as_text(member(thing, "inLanguage"));
  }

  void read_article(const json::object& thing, std::string_view type) {
    const std::string_view url = url_of(thing);
    const bool is_this_page = !page_url_.empty() && canonical_url(url) == page_url_;
    const bool has_address = !url.empty() && !is_this_page;
    others_ += has_address && url != out_.url;
    if (out_.is_article && (is_page_ || !is_this_page)) {
      // A second description of the same article may say what the first left out.
      if (is_page_ != is_this_page || out_.headline != one_line(as_text(member(thing, "headline"))))
        return;
    } else {
      out_.authors.clear();
      out_.headline = out_.published = out_.body = {};
    }
    out_.is_article = true;
    is_page_ = is_this_page;
    out_.type = type;
    fill(out_.headline, one_line(as_text(member(thing, "headline"))));
    fill(out_.headline, one_line(as_text(member(thing, "name"))));
    fill(out_.published, std::string{as_text(member(thing, "datePublished"))});
    fill(out_.uploaded, std::string{as_text(member(thing, "dateCreated"))});
    fill(out_.publisher, one_line(name_of(member(thing, "publisher"))));
    fill(out_.language, std::string{name_of(member(thing, "inLanguage"))});
    fill(out_.url, std::string{url});
    fill(out_.description, one_line(as_text(member(thing, "description"))));
    fill(out_.body, body_of(as_text(member(thing, "articleBody"))));
    read_authors(thing);
  }

  static void fill(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  }

  void read_authors(const json::object& thing) {
    if (!out_.authors.empty()) return;
    for (const std::string_view name : {"author", "creator"}) {
      const auto* author = member(thing, name);
      if (author == nullptr) continue;
      add_author(*author, out_);
      if (out_.authors.empty() && author->is_object())
        pending_author_ = as_text(member(author->get_object(), "@id"));
      if (!out_.authors.empty()) return;
    }
  }

  /// In a graph an author is often only an "@id", and the person stands elsewhere.
  void remember_person(const json::object& thing) {
    const auto id = as_text(member(thing, "@id"));
    std::string name = one_line(person_name(thing));
    if (!id.empty() && !name.empty() && persons_.size() < max_authors)
      persons_.emplace(id, std::move(name));
  }

  std::string page_url_;
  std::string organization_;
  std::string pending_author_;
  std::map<std::string, std::string, std::less<>> persons_;  ///< names by "@id"
  bool is_page_ = false;
  std::size_t others_ = 0;  ///< articles at other addresses
  std::size_t things_ = 0;
  JsonLd out_;
};

/// What sites put around and into JSON that no parser accepts: CDATA and comment marks, a final
/// semicolon, raw line breaks in strings.
std::string clean(std::string_view block) {
  constexpr std::string_view opening = "<![CDATA[";
  if (const auto at = block.find(opening); at != std::string_view::npos) {
    block.remove_prefix(at + opening.size());
    block = block.substr(0, block.find("]]>"));
  }
  const auto begin = block.find_first_of("{[");
  const auto end = block.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  block = block.substr(begin, end - begin + 1);
  std::string out{block};
  for (char& c : out)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return out;
}

}  // namespace

JsonLd read_json_ld(std::span<const std::string_view> blocks, std::string_view page_url) {
  json::parse_options options;
  options.max_depth = max_depth;
  options.allow_comments = options.allow_trailing_commas = options.allow_invalid_utf8 = true;
  JsonLdReader reader{page_url};
  for (const std::string_view block : blocks) {
    const std::string text = clean(block);
    json::monotonic_resource memory;
    json::error_code error;
    const json::value value = json::parse(text, error, &memory, options);
    if (!error)
      reader.read(value);
    else
      reader.read_broken(text);
  }
  return reader.take();
}

}  // namespace pantau
