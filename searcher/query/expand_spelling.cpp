// The part of Expander that looks for a spelling: labels and truncated words. Tested by
// tests/searcher/expand_test.cpp.
#include <algorithm>

#include "common/language.h"
#include "common/schema.h"
#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"
#include "searcher/query/entity_value.h"
#include "searcher/query/expander.h"
#include "searcher/query/term_weights.h"
#include "searcher/query/url_spellings.h"

namespace pantau {
namespace {

using Kind = ExpandedNode::Kind;

/// A truncated word weighs like a word that one article in a hundred has: how many have one of its
/// forms is not known before they are read.
constexpr unsigned truncated_word_rarity = 100;

/// What a truncated word takes of the query's allowance: its 200 lists take some half a megabyte,
/// and a hundred such words more memory than a search may have.
constexpr std::size_t words_of_a_wildcard = 16;

/// An exact value, in the spelling it was indexed in.
std::string label_value(const QueryNode& node) {
  std::string value = node.text;
  if (node.field == find_field("url")) value = canonical_url(node.text);
  if (node.field == find_field("lang")) value = code_of_language(node.text);
  if (node.field == find_field("host")) value = to_lower_ascii(node.text);
  return value.empty() ? node.text : value;
}

void add_label(std::string term, Concept& label) {
  label.alternatives.push_back({{{std::move(term), 0, 0}}, Joined::sum, 0, WordOrigin::label});
}

}  // namespace

Concept required_term(std::string name) {
  Concept label;
  add_label(std::move(name), label);
  return label;
}

/// The id that an article's producer gave it is beside its addresses where they are its identity.
ExpandedNode Expander::label(const QueryNode& node) {
  if (node.field == find_field("entity")) {
    EntityValue entity = entity_value(node.text, analyzer_);
    if (!entity.note.empty()) notes_.push_back(std::move(entity.note));
    return node_of(required_term(label_term(node.field->prefix, entity.id)));
  }
  if (node.field == find_field("lang") && code_of_language(node.text).empty())
    notes_.push_back("no language is called \"" + to_valid_utf8(node.text) +
                     "\"; lang: takes codes such as en and id, or names in English");
  Concept label = required_term(label_term(node.field->prefix, label_value(node)));
  if (node.field == find_field("url"))
    for (const std::string& spelling : url_spellings(node.text))
      add_label(label_term(node.field->prefix, spelling), label);
  if (node.field == find_field("id"))
    add_label(label_term(find_field("url")->prefix, node.text), label);
  return node_of(std::move(label));
}

/// Any of the first max_expansion terms with `prefix`, which stands for what was `typed`.
Concept Expander::beginning_with(const std::string& prefix, std::string_view typed, double weight) {
  words_left_ -= std::min(words_left_, words_of_a_wildcard);
  std::vector<std::string> names = sources_.vocabulary.terms_with_prefix(prefix, max_expansion + 1);
  if (names.size() > max_expansion) {
    names.pop_back();
    notes_.push_back("only the first " + std::to_string(max_expansion) +
                     " of all that start with " + std::string{typed} + " are searched for");
  }
  Concept any{std::string{typed}, {}, 1, weight};
  Alternative forms{{}, Joined::synonym, 0, WordOrigin::truncated};
  forms.terms.reserve(names.size());
  for (std::string& name : names) forms.terms.push_back({std::move(name), 0, weight});
  if (!forms.terms.empty()) any.alternatives.push_back(std::move(forms));
  return any;
}

ExpandedNode Expander::label_prefix(const QueryNode& node) {
  if (words_left_ == 0) {
    truncated_ = true;
    return {};
  }
  const std::string typed = std::string{node.field->name} + ':' + node.text;
  std::string value = label_value(node);
  if (value.ends_with('/') && !node.text.ends_with('/')) value.pop_back();  // canonical_url's
  Nodes choices{node_of(beginning_with(std::string{node.field->prefix} + value, typed, 0))};
  if (node.field == find_field("id"))
    choices.push_back(
        node_of(beginning_with(std::string{find_field("url")->prefix} + node.text, typed, 0)));
  return group_of(Kind::any, std::move(choices));
}

/// Titles hold stems only: of the forms that start so, those an article has, each with its stem in
/// the title; and the stems that start so themselves.
ExpandedNode Expander::title_begins(const std::string& start) {
  words_left_ -= std::min(words_left_, words_of_a_wildcard);
  const std::string prefix{field("title").prefix};
  Nodes choices{
      node_of(beginning_with(prefix + target_.partition.term_prefix + start, "title:" + start, 0))};
  for (const std::string& form : sources_.vocabulary.terms_with_prefix(start, max_expansion))
    choices.push_back(group_of(Kind::all, node_of(required_term(form)),
                               node_of(required_term(prefix + term(form)))));
  return group_of(Kind::any, std::move(choices));
}

/// A truncated word: forms as written, and stems where the form is its own stem.
ExpandedNode Expander::truncated_word(const QueryNode& node, Purpose purpose) {
  const std::vector<Word> words = cut(node);
  if (words.empty()) return {};
  const std::string& start = words.back().form;
  const std::string field_prefix{is_name(node) ? node.field->prefix : ""};
  const double weight =
      is_name(node) ? 0 : idf(target_.partition.documents / truncated_word_rarity);
  Nodes choices{node_of(beginning_with(field_prefix + start, start, weight))};
  if (!is_name(node))
    choices.push_back(
        node_of(beginning_with(target_.partition.term_prefix + start, start, weight)));
  ExpandedNode found = group_of(Kind::any, std::move(choices));
  if (is_in_title(node)) found = group_of(Kind::filter, std::move(found), title_begins(start));
  if (words.size() == 1) return found;
  // "anti-monop*": what is before the last word must be there as it is.
  QueryNode before = node;
  before.kind = QueryNode::Kind::phrase;
  before.text = node.text.substr(0, words.back().begin);
  return group_of(Kind::all, phrase(before, purpose), std::move(found));
}

}  // namespace pantau
