// Structured data first, then the by-line. Entrance: find_authors.
// Tested by tests/indexer/html_author_test.cpp.
#include "indexer/extract/html_author.h"

#include <algorithm>
#include <array>

#include "common/text.h"
#include "common/utf8.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/html_byline.h"
#include "indexer/extract/html_witness.h"

namespace pantau {
namespace {

using Marks = std::vector<NodeEvidence>;

constexpr std::size_t max_authors = 12;
/// Names have up to five words in any language we met; more is a sentence about the author.
constexpr std::size_t max_name_words = 6;
constexpr std::size_t max_name_bytes = 80;
constexpr std::size_t max_byline_bytes = 500;

/// What links to all that somebody wrote say before the name, and Italian by-lines, whose word is
/// Indonesian for a place; what by-lines open with elsewhere is in byline.cpp.
constexpr std::array<std::string_view, 7> link_openings{"view all posts by ",
                                                        "posts by ",
                                                        "zeige alle beiträge von ",
                                                        "alle beiträge von ",
                                                        "lihat semua pos milik ",
                                                        "voir tous les articles de ",
                                                        "di "};
constexpr std::array<std::string_view, 14> joints{",",     ";",     "/",    "|",     " and ",
                                                  " dan ", " und ", " og ", " och ", " et ",
                                                  " y ",   " & ",   " - ",  " – "};

/// What systems call whoever filed a story, and what a link to a profile says.
bool is_nobody(std::string_view name) {
  static constexpr std::array<std::string_view, 8> accounts{
      "admin", "administrator", "webmaster", "root", "user", "guest", "superuser", "feed"};
  static constexpr std::array<std::string_view, 9> invitations{
      "view ", "see ", "read ", "show ", "follow ", "more ", "about ", "contact ", "lihat "};
  const std::string lower = to_lower_ascii(name);
  return std::find(accounts.begin(), accounts.end(), lower) != accounts.end() ||
         lower.ends_with(" feed") ||
         std::any_of(invitations.begin(), invitations.end(),
                     [&](std::string_view opening) { return lower.starts_with(opening); });
}

bool looks_like_name(std::string_view name) {
  if (name.size() < 2 || name.size() > max_name_bytes || is_nobody(name)) return false;
  if (name.find("://") != std::string_view::npos || name.find('@') != std::string_view::npos)
    return false;
  if (name.find_first_of("0123456789<>{}=") != std::string_view::npos) return false;
  return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) < max_name_words;
}

void add(std::string name, std::vector<std::string>& names) {
  for (const std::string_view sign : {"→", "»", "›", ":", " "})
    while (name.ends_with(sign)) name.resize(name.size() - sign.size());
  if (!looks_like_name(name) || names.size() >= max_authors) return;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

std::vector<std::string> from_json_ld(const HtmlTree&, const Marks&, const HtmlMetadata& metadata) {
  std::vector<std::string> names;
  for (const std::string& author : metadata.json_ld.authors)
    for (std::string& name : names_in_byline(author)) add(std::move(name), names);
  return names;
}

std::vector<std::string> from_metas(const HtmlTree&, const Marks&, const HtmlMetadata& metadata) {
  for (const std::string_view wanted :
       {"author", "authors", "article:author", "parsely-author", "sailthru.author", "dc.creator",
        "dcterms.creator", "byl", "cxenseparse:author", "citation_author", "og:article:author",
        "dable:author", "mrf:authors"}) {
    std::vector<std::string> names;
    for (const MetaEntry& entry : metadata.metas)
      if (entry.name == wanted)
        for (std::string& name : names_in_byline(entry.content)) add(std::move(name), names);
    if (!names.empty()) return names;
  }
  return {};
}

/// Does microdata say that it is part of a comment?
bool is_in_comment(const HtmlTree& tree, NodeId id) {
  for (NodeId i = id; i != 0; i = tree[i].parent)
    if (tree.attribute(i, Attr::itemtype).ends_with("/Comment")) return true;
  return false;
}

/// Elements that say who wrote this: rel, itemprop, then names of classes.
std::vector<std::string> from_elements(const HtmlTree& tree, const Marks& marks,
                                       const HtmlMetadata&) {
  std::vector<std::string> by_rel, by_class;
  for (NodeId i = 1; i < tree.nodes().size(); ++i) {
    if (tree[i].attributes == 0) continue;
    const auto rel = tree.attribute(i, Attr::rel), itemprop = tree.attribute(i, Attr::itemprop);
    // Who wrote a comment, or another story.
    const Noise noise = marks[i].noise;
    if (noise == Noise::comments || noise == Noise::related || noise == Noise::aside ||
        is_in_comment(tree, i))
      continue;
    if (rel == "author" || itemprop == "author" || itemprop == "creator") {
      for (std::string& name : names_in_byline(tree.text_below(i))) add(std::move(name), by_rel);
    } else if (by_class.empty() &&
               (marks[i].noise == Noise::byline || marks[i].noise == Noise::footer)) {
      static constexpr std::array<std::string_view, 7> telling{
          "author", "byline", "penulis", "autor", "auteur", "writer", "reporter"};
      const auto names = to_lower_ascii(tree.attribute(i, Attr::css_class));
      if (std::none_of(telling.begin(), telling.end(),
                       [&](auto word) { return names.find(word) != std::string::npos; }))
        continue;
      if (tree[i].end - i > 40) continue;
      for (std::string& name : names_in_byline(tree.text_below(i))) add(std::move(name), by_class);
    }
  }
  return by_rel.empty() ? by_class : by_rel;
}

/// A line of its own that opens as by-lines do, on pages that mark nothing up.
std::vector<std::string> from_text(const HtmlTree& tree, const Marks& marks,
                                   const HtmlMetadata& metadata) {
  constexpr std::uint32_t max_line = 100;
  static constexpr std::array<std::string_view, 7> opens{
      "by ", "oleh ", "oleh: ", "penulis: ", "reporter: ", "written by ", "von "};
  for (NodeId i = 1; i < tree.nodes().size(); ++i) {
    if (tree[i].tag != Tag::text || tree[i].size > max_line || tree[i].size < 6) continue;
    if (marks[i].noise != Noise::none && marks[i].noise != Noise::byline) continue;
    const std::string line = collapse_space(tree.text(i));
    const std::string low = to_lower_ascii(line.substr(0, 12));
    if (std::none_of(opens.begin(), opens.end(), [&](auto o) { return low.starts_with(o); }))
      continue;
    if (auto names = names_in_byline(line); !names.empty()) return names;
  }
  return authors_in_text(tree, marks, metadata);
}

/// Whether a name is the newspaper's own: "NTV" at ntv.example, "wartaNusa Tekno" of wartaNusa.
bool is_house(std::string_view name, const HtmlMetadata& metadata) {
  constexpr std::size_t min_inside = 3;
  const std::string key = letters_of(name);
  if (key.empty()) return false;
  for (const std::string& house :
       {letters_of(site_name_of(metadata).text), letters_of(metadata.json_ld.publisher)}) {
    if (house.empty()) continue;
    const std::string &inner = key.size() < house.size() ? key : house,
                      &outer = key.size() < house.size() ? house : key;
    if (inner == outer || (inner.size() >= min_inside && outer.starts_with(inner))) return true;
  }
  return false;
}

/// "jane-roe", as addresses of profiles have it, and "JANE ROE", as by-lines do: "Jane Roe".
std::string as_signed(const std::string& name) {
  constexpr std::ptrdiff_t most_hyphens = 2;
  const auto hyphens = std::count(name.begin(), name.end(), '-');
  const bool is_slug =
      hyphens > 0 && hyphens <= most_hyphens && std::all_of(name.begin(), name.end(), [](char c) {
        return c == '-' || (is_ascii_letter(c) && !is_ascii_upper(c));
      });
  if (!is_slug) return in_small_letters(name);
  std::string capitals;
  for (const char c : name) capitals += c == '-' ? ' ' : c >= 'a' ? static_cast<char>(c - 32) : c;
  return in_small_letters(capitals);
}

/// "Ana Diaz, Political Writer": what she is, no second author.
bool is_occupation(std::string_view name) {
  static constexpr std::array<std::string_view, 22> occupations{
      " writer",    " correspondent", " editor",        " reporter", " columnist", " publisher",
      " redakteur", " redakteurin",   " korrespondent", " analyst",  " scientist", " fellow",
      " professor", " lecturer",      " director",      " manager",  " counsel",   " president",
      " research",  " university",    " institute",     " college"};
  static constexpr std::array<std::string_view, 6> ranks{"vp", "svp", "ceo", "cto", "cfo", "phd"};
  const std::string lower = to_lower_ascii(name);
  if (std::find(ranks.begin(), ranks.end(), lower) != ranks.end()) return true;
  return std::any_of(occupations.begin(), occupations.end(),
                     [&](auto occupation) { return lower.ends_with(occupation); });
}

/// Takes the house out of a list that names somebody else; false if there is nobody else.
bool leave_people(std::vector<std::string>& names, const HtmlMetadata& metadata) {
  const auto house = [&](const std::string& name) { return is_house(name, metadata); };
  if (std::all_of(names.begin(), names.end(), house)) return false;
  std::erase_if(names, house);
  return true;
}

/// "Text: By Ana Diaz": one after the other.
void drop_openings(std::string& text) {
  for (std::size_t before = text.size() + 1; text.size() < before;) {
    before = text.size();
    const std::string lower = to_lower_ascii(text);
    for (const std::string_view opening : link_openings)
      if (lower.starts_with(opening)) {
        text.erase(0, opening.size());
        break;
      }
    if (const std::string_view rest = after_byline_opening(text); !rest.empty())
      text.erase(0, text.size() - rest.size());
  }
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline) {
  // Longer ones are whole columns; cutting them up would take time as their square.
  std::string text = collapse_space(byline.substr(0, utf8_floor(byline, max_byline_bytes)));
  // "Ana Diaz (Reuters)", "Ana Diaz, (Image: an agency, another)".
  for (auto open = text.find('('); open != std::string::npos; open = text.find('(', open))
    text.erase(open, std::min(text.find(')', open), text.size() - 1) - open + 1);
  // An address of a profile is no name, and would fall into several.
  if (text.find("://") != std::string::npos || text.starts_with("www.")) return {};
  drop_openings(text);
  std::vector<std::string> names;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t end = rest.size(), next = rest.size();
    const std::string low = to_lower_ascii(rest);
    for (const auto joint : joints)
      if (const auto at = low.find(joint); at < end) {
        end = at;
        next = at + joint.size();
      }
    if (std::string name = collapse_space(rest.substr(0, end));
        names.empty() || !is_occupation(name))
      add(std::move(name), names);
    rest.remove_prefix(next);
  }
  return names;
}

FoundAuthors find_authors(const HtmlTree& tree, const std::vector<NodeEvidence>& marks,
                          const HtmlMetadata& metadata) {
  struct Source {
    std::vector<std::string> (*read)(const HtmlTree&, const Marks&, const HtmlMetadata&);
    Provenance from;
  };
  static constexpr std::array sources{
      Source{from_json_ld, {"json-ld", 0.9}}, Source{from_metas, {"meta", 0.85}},
      Source{from_elements, {"elements", 0.7}}, Source{from_text, {"text", 0.5}}};
  // The newspaper itself as the only author: its other vocabulary may know better, by-lines found
  // by guess do not.
  FoundAuthors house;
  for (const Source& source : sources) {
    if (!house.names.empty() && source.read != from_metas) break;
    FoundAuthors found{source.read(tree, marks, metadata), source.from};
    if (leave_people(found.names, metadata)) {
      for (std::string& name : found.names) name = as_signed(name);
      return found;
    }
    if (house.names.empty()) house = std::move(found);
  }
  return house;
}

}  // namespace pantau
