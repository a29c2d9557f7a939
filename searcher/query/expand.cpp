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

/// Pairs beyond these are no words that hyphens join, but a line drawn of them.
constexpr std::size_t max_hyphenated = 16;

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

/// Do the words follow each other without a sign between, as in Chinese?
bool is_unbroken(const std::vector<Word>& words) {
  return std::adjacent_find(words.begin(), words.end(), [](const Word& left, const Word& right) {
           return left.end != right.begin;
         }) == words.end();
}

std::string joined(const std::vector<Word>& words) {
  std::string whole;
  for (const Word& word : words) whole += word.form;
  return whole;
}

/// A letter or two, or a number: says nothing without what a hyphen joins it to.
bool is_fragment(std::string_view form) {
  return form.size() <= 2 || form.find_first_of("0123456789") != std::string_view::npos;
}

unsigned span_of(const std::vector<Word>& words) {
  return words.back().position - words.front().position + 1;
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

/// `found` where the terms stand side by side in the title.
ExpandedNode where_title_has(ExpandedNode found, std::vector<QueryTerm> terms) {
  Concept there;
  if (!terms.empty()) {
    const auto window = static_cast<unsigned>(terms.size());
    there.alternatives.push_back({std::move(terms), Joined::phrase, window, WordOrigin::label});
  }
  return group_of(ExpandedKind::filter, std::move(found), node_of(std::move(there)));
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

/// A run without white space. In a script without spaces it may also be one word in the articles,
/// where its neighbours made the dictionary cut it otherwise.
void Expander::count_forms(const QueryNode& node, FormCounts& counts) {
  const std::vector<Word> words = cut(node);
  for (const Word& word : words) ++counts[word.form];
  if (words.size() > 1 && is_unbroken(words))
    if (const std::string whole = joined(words); whole.size() <= max_word_bytes) ++counts[whole];
}

/// A name with a hyphen, of which a part says nothing alone, counts more where it stands whole, and
/// where it is written as one word: "covid-19" and "covid19", "e-commerce" and "ecommerce".
void Expander::add_hyphenated(std::string_view text, Nodes& choices) {
  const std::vector<Word> words = analyzer_.words(text);
  std::size_t found = 0;
  for (std::size_t i = 1; i < words.size() && found < max_hyphenated; ++i) {
    const Word &left = words[i - 1], &right = words[i];
    if (text[left.end] != '-' || right.begin != left.end + 1 ||
        !(is_fragment(left.form) || is_fragment(right.form)) || is_stop(left.form) ||
        is_stop(right.form))
      continue;
    ++found;
    const std::string_view typed = text.substr(left.begin, right.end - left.begin);
    Concept pair = run_of(typed, {left, right}, Joined::phrase, 2);
    for (QueryTerm& term : pair.alternatives.front().terms) term.weight *= bound_pair_share;
    choices.push_back(node_of(std::move(pair)));
    const std::string whole = left.form + right.form;
    if (whole.size() > max_word_bytes) continue;
    QueryTerm term = weighed_term(whole, 1);
    if (term.documents == 0) continue;
    Concept one{std::string{typed}, {whole}, 1, term.weight};
    one.alternatives.push_back({{std::move(term)}, Joined::sum, 0, WordOrigin::joined_words});
    choices.push_back(node_of(std::move(one)));
  }
}

/// A concept for each stem among the forms; a form that differs from its stem counts beside it.
void Expander::add_words(const FormCounts& counts, std::vector<Concept>& concepts) {
  const bool only_stop_words = std::all_of(counts.begin(), counts.end(),
                                           [&](const auto& form) { return is_stop(form.first); });
  std::map<std::string, Concept> by_stem;
  for (const auto& [form, count] : counts) {
    if (!only_stop_words && is_stop(form)) continue;
    const std::string name = term(form);
    Concept& word = by_stem[name];
    word.count = (word.words.empty() ? 0 : word.count) + count;
    word.typed += (word.words.empty() ? "" : " ") + form;
    word.words.push_back(form);
    word.small = is_stop(form);
    if (std::string_view{name}.substr(target_.partition.term_prefix.size()) == form) continue;
    const unsigned articles = documents(form);
    word.exact.push_back(
        {form, articles, raw_form_share * idf(articles) * query_term_factor(count)});
  }
  for (auto& [name, word] : by_stem) {
    const unsigned articles = documents(name);
    word.weight = idf(articles);
    const double share = word.exact.empty() ? 1 : stem_share;
    word.alternatives.push_back(
        {{{name, articles, word.weight * query_term_factor(word.count) * share}}, Joined::sum});
    concepts.push_back(std::move(word));
  }
}

/// Words that must stand together; they weigh as much as by themselves.
Concept Expander::run_of(std::string_view typed, const std::vector<Word>& words, Joined joined,
                         unsigned window) {
  Concept run{std::string{typed}, {}};
  Alternative together{{}, joined, window};
  for (const Word& word : words) {
    run.words.push_back(word.form);
    together.terms.push_back(weighed_term(word.form, 1));
    run.weight += together.terms.back().weight;
  }
  for (QueryTerm& term : together.terms)
    term.weight = run.weight / static_cast<double>(words.size());
  run.alternatives.push_back(std::move(together));
  return run;
}

/// One run that must match, or stands alone. Several words in it ("anti-monopoly") bind as a
/// phrase.
ExpandedNode Expander::word(const QueryNode& node, Purpose purpose) {
  if (in_other_words_) return translated_parts({&node, 1}, 0, purpose);
  const std::vector<Word> words = analyzer_.words(node.text);
  Nodes choices;
  FormCounts counts;
  if (words.size() > 1) {
    choices.push_back(phrase(node, purpose));
    const std::string whole = joined(words);
    if (!is_unbroken(words) || whole.size() > max_word_bytes) return std::move(choices.front());
    counts[whole] = 1;
  } else {
    count_forms(node, counts);
    if (target_.other_words && node.field == nullptr) add_named(node.text, counts, choices);
  }
  std::vector<Concept> concepts;
  add_words(counts, concepts);
  for (Concept& found : concepts) {
    const std::string form = found.words.front();
    ExpandedNode one = node_of(std::move(found));
    if (is_in_title(node))
      one = where_title_has(std::move(one), {{std::string{node.field->prefix} + term(form), 0, 0}});
    choices.push_back(std::move(one));
  }
  return group_of(ExpandedKind::any, std::move(choices));
}

/// Title words weigh more in the default search already: `title:` only asks where they stand.
ExpandedNode Expander::only_in_title(ExpandedNode found, const QueryNode& node) {
  if (!is_in_title(node)) return found;
  std::vector<QueryTerm> terms;
  for (const Word& word : analyzer_.words(node.text)) {
    if (terms.size() == max_query_words) break;  // the others are asked for nowhere
    terms.push_back({std::string{node.field->prefix} + term(word.form), 0, 0});
  }
  return where_title_has(std::move(found), std::move(terms));
}

ExpandedNode Expander::phrase(const QueryNode& node, Purpose purpose) {
  const std::vector<Word> words = cut(node);
  if (words.empty()) return plain(ExpandedKind::nothing);
  if (is_name(node)) {
    Concept name{node.text, {}};
    Alternative together{{}, Joined::phrase, span_of(words), WordOrigin::label};
    for (const Word& word : words)
      together.terms.push_back({std::string{node.field->prefix} + word.form, 0, 0});
    name.alternatives.push_back(std::move(together));
    return node_of(std::move(name));
  }
  if (in_other_words_) {
    words_left_ += words.size();
    return translated_parts({&node, 1}, 0, purpose);
  }
  return only_in_title(node_of(run_of(node.text, words, Joined::phrase, span_of(words))), node);
}

/// All words of the children in any order, close together, in articles that have the phrases among
/// them; that it is the near words that make the phrase is not asked.
ExpandedNode Expander::near(const QueryNode& node, Purpose purpose) {
  const bool names = is_name(node.children.front());
  const std::size_t gaps = node.distance * (node.children.size() - 1);
  if (in_other_words_ && !names) return translated_parts(node.children, gaps, purpose);
  Nodes together(1);
  std::vector<Word> words;
  std::string typed;
  for (const QueryNode& child : node.children) {
    const std::vector<Word> part = cut(child);
    words.insert(words.end(), part.begin(), part.end());
    typed += (typed.empty() ? "" : " ") + child.text;
    if (part.size() < 2) continue;
    Alternative run{{}, Joined::phrase, static_cast<unsigned>(part.size()), WordOrigin::label};
    for (const Word& word : part)
      run.terms.push_back(
          {names ? std::string{child.field->prefix} + word.form : term(word.form), 0, 0});
    Concept phrase;
    phrase.alternatives.push_back(std::move(run));
    together.push_back(node_of(std::move(phrase)));
  }
  if (words.empty()) return plain(ExpandedKind::nothing);
  Concept all_words =
      run_of(typed, words, Joined::near, static_cast<unsigned>(gaps + words.size()));
  if (names) {
    Alternative& only = all_words.alternatives.front();
    only.origin = WordOrigin::label;
    for (std::size_t i = 0; i < words.size(); ++i)
      only.terms[i] = {std::string{node.children.front().field->prefix} + words[i].form, 0, 0};
  }
  together.front() = node_of(std::move(all_words));
  if (is_in_title(node.children.front())) together.push_back(all(node, purpose));
  return group_of(ExpandedKind::filter, std::move(together));
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
