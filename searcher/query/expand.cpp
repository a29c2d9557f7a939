#include "searcher/query/expand.h"

#include <algorithm>
#include <utility>

#include "searcher/query/expander.h"
#include "searcher/query/stop_words.h"
#include "searcher/query/term_weights.h"

namespace pantau {
namespace {

using Kind = QueryNode::Kind;
using ExpandedKind = ExpandedNode::Kind;

ExpandedNode date_range(const QueryNode& node) {
  ExpandedNode range;
  range.kind = ExpandedKind::date_range;
  range.first = node.first;
  range.last = node.last;
  return range;
}

bool is_label(const QueryNode& node) {
  return node.kind == Kind::label ||
         (node.field != nullptr && node.field->kind == FieldKind::label);
}

/// "&" and the like stand between words and ask for nothing.
bool has_no_words(const QueryNode& node, Analyzer& analyzer) {
  return (node.kind == Kind::word || node.kind == Kind::phrase) && !is_label(node) &&
         analyzer.words(node.text).empty();
}

ExpandedNode plain(ExpandedKind kind) {
  ExpandedNode node;
  node.kind = kind;
  return node;
}

}  // namespace

Expander::Expander(const ExpansionTarget& target, const ExpansionSources& sources)
    : target_{target},
      sources_{sources},
      analyzer_{sources.analyzer},
      in_other_words_{target.other_words &&
                      target.partition.term_prefix != term_namespace(target.query_language)},
      translator_{sources.words, target.query_language, target.partition.codes,
                  [this](const std::string& form) { return documents(term(form)); }} {}

ExpandedQuery Expander::expand(const QueryNode& root) {
  ExpandedQuery expanded;
  expanded.root = node(root, Purpose::find);
  expanded.partition = target_.partition;
  expanded.in_other_words = in_other_words_;
  expanded.translated = in_other_words_ && translator_.has_lexicon();
  expanded.unsaid = unsaid_;
  expanded.truncated = truncated_;
  expanded.notes = std::move(notes_);
  return expanded;
}

ExpandedNode Expander::node(const QueryNode& node, Purpose purpose) {
  switch (node.kind) {
    case Kind::everything:
      return plain(ExpandedKind::everything);
    case Kind::nothing:
      return plain(ExpandedKind::nothing);
    case Kind::any:
      return any(node, purpose);
    case Kind::all:
      return all(node, purpose);
    case Kind::near:
      return near(node, purpose);
    case Kind::without:
      return without(node, purpose);
    case Kind::mixed:
      return mixed(node, purpose);
    case Kind::date_range:
      return date_range(node);
    default:
      break;
  }
  if (is_label(node)) return node.kind == Kind::prefix ? label_prefix(node) : label(node);
  if (node.kind == Kind::prefix) return truncated_word(node, purpose);
  return node.kind == Kind::phrase || is_name(node) ? phrase(node, purpose) : word(node, purpose);
}

/// The plain words among the children rank together, so that a word said twice counts more and stop
/// words can give way to others.
ExpandedNode Expander::any(const QueryNode& node, Purpose purpose) {
  FormCounts counts;
  std::string plain_words;
  Nodes choices;
  for (const QueryNode& child : node.children) {
    if (child.kind != Kind::word || child.field != nullptr) {
      choices.push_back(this->node(child, purpose));
      continue;
    }
    plain_words.append(plain_words.empty() ? "" : " ").append(child.text);
    if (!in_other_words_) count_forms(child, counts);
  }
  if (in_other_words_) {
    if (!plain_words.empty()) choices.push_back(translated_words(plain_words, purpose));
    return group_of(ExpandedKind::any, std::move(choices));
  }
  add_hyphenated(plain_words, choices);
  add_runs(plain_words, counts, choices);
  if (target_.other_words && !counts.empty()) add_named(plain_words, counts, choices);
  std::vector<Concept> words;
  add_words(counts, words);
  for (Concept& word : words) choices.push_back(node_of(std::move(word)));
  return group_of(ExpandedKind::any, std::move(choices));
}

bool Expander::asks_nothing(const QueryNode& node) const {
  return has_no_words(node, analyzer_);
}

/// Filters are joined so that they add no weight.
ExpandedNode Expander::all(const QueryNode& node, Purpose purpose) {
  Nodes ranking, filters;
  for (const QueryNode& child : node.children)
    if (!asks_nothing(child) && words_left_ > 0)
      (is_filter(child) ? filters : ranking).push_back(this->node(child, purpose));
  truncated_ |= words_left_ == 0;
  if (filters.empty()) return group_of(ExpandedKind::all, std::move(ranking));
  ExpandedNode filter = group_of(ExpandedKind::all, std::move(filters));
  if (ranking.empty()) return filter;
  return group_of(ExpandedKind::filter, group_of(ExpandedKind::all, std::move(ranking)),
                  std::move(filter));
}

ExpandedNode Expander::without(const QueryNode& node, Purpose purpose) {
  Nodes children{this->node(node.children.front(), purpose)};
  for (std::size_t i = 1; i < node.children.size(); ++i)
    children.push_back(this->node(node.children[i], Purpose::exclude));
  return group_of(ExpandedKind::without, std::move(children));
}

ExpandedNode Expander::mixed(const QueryNode& node, Purpose purpose) {
  QueryNode required, optional;
  for (const QueryNode& child : node.children)
    (child.required ? required : optional).children.push_back(child);
  ExpandedNode must = all(required, purpose);
  if (optional.children.empty()) return must;
  if (std::all_of(required.children.begin(), required.children.end(),
                  [&](const QueryNode& child) { return asks_nothing(child); }))
    return any(optional, purpose);
  return group_of(ExpandedKind::maybe, std::move(must), any(optional, purpose));
}

/// The words of a leaf, as far as the query's allowance of words goes.
std::vector<Word> Expander::cut(const QueryNode& node) {
  std::vector<Word> words = analyzer_.words(node.text);
  take_words(words);
  return words;
}

/// Takes `words` off the allowance; what is more is cut off.
void Expander::take_words(std::vector<Word>& words) {
  if (words.size() > words_left_) {
    words.resize(words_left_);
    truncated_ = true;
  }
  words_left_ -= words.size();
}

std::string Expander::term(std::string_view form) {
  return std::string{analyzer_.term(form, target_.partition.language())};
}

unsigned Expander::documents(const std::string& term) {
  return sources_.vocabulary.documents(term);
}

double Expander::idf(unsigned documents) const {
  return inverse_document_frequency(target_.partition.documents, documents);
}

/// The term of a form, which weighs `factor` times its idf.
QueryTerm Expander::weighed_term(std::string_view form, double factor) {
  QueryTerm term{this->term(form), 0, 0};
  term.documents = documents(term.name);
  term.weight = factor * idf(term.documents);
  return term;
}

bool Expander::is_stop(std::string_view form) const {
  return is_stop_word(form, target_.query_language);
}

ExpandedQuery expand(const QueryNode& root, const ExpansionTarget& target,
                     const ExpansionSources& sources) {
  return Expander{target, sources}.expand(root);
}

bool only_matches_its_partition(const QueryNode& root, Analyzer& analyzer) {
  const auto& children = root.children;
  const auto confined = [&](const QueryNode& child) {
    return !has_no_words(child, analyzer) && only_matches_its_partition(child, analyzer);
  };
  switch (root.kind) {
    case Kind::word:
    case Kind::phrase:
      return root.field == nullptr || is_in_title(root);
    case Kind::any:
    case Kind::near:
      return std::all_of(children.begin(), children.end(), confined);
    case Kind::all:
      return std::any_of(children.begin(), children.end(), confined);
    case Kind::without:
      return only_matches_its_partition(children.front(), analyzer);
    default:
      return false;
  }
}

}  // namespace pantau
