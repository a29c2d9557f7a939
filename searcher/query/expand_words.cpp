// The part of Expander that asks for words as they were typed: their stems and forms, hyphens,
// phrases and words near each other. Tested by tests/searcher/expand_test.cpp.
#include <algorithm>
#include <utility>

#include "common/schema.h"
#include "common/text.h"
#include "common/url.h"
#include "searcher/query/expander.h"
#include "searcher/query/outlet_name.h"
#include "searcher/query/term_weights.h"

namespace pantau {
namespace {

using ExpandedKind = ExpandedNode::Kind;

/// Pairs beyond these are no words that hyphens join, but a line drawn of them.
constexpr std::size_t max_hyphenated = 16;

/// Do the words follow each other without a sign between, as in Chinese? Those of "5bn" do not.
bool is_unbroken(const std::vector<Word>& words) {
  return std::adjacent_find(words.begin(), words.end(), [](const Word& left, const Word& right) {
           return left.end != right.begin || is_ascii_alphanumeric(left.form.back());
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

/// A run without white space. In a script without spaces it may also be one word in the articles,
/// where its neighbours made the dictionary cut it otherwise.
void Expander::count_forms(const QueryNode& node, FormCounts& counts) {
  const std::vector<Word> words = cut(node);
  for (const Word& word : words) ++counts[word.form];
  if (words.size() > 1 && is_unbroken(words))
    if (const std::string whole = joined(words); whole.size() <= max_word_bytes) ++counts[whole];
}

/// A name with a hyphen, of which a part says nothing alone, counts more where it is written whole.
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
    for (const std::string& form : word.words) add_spellings(form, word);
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

/// The page of that address, and what cites it.
ExpandedNode Expander::pasted_address(const QueryNode& node, Purpose purpose) {
  QueryNode page = node;
  page.field = find_field("url");
  return group_of(
      ExpandedKind::any, label(page),
      in_other_words_ ? translated_parts({&node, 1}, 0, purpose) : phrase(node, purpose));
}

/// One run that must match, or is the whole query. Several words in it ("anti-monopoly") bind as a
/// phrase.
ExpandedNode Expander::word(const QueryNode& node, Purpose purpose) {
  if (node.field == nullptr && !canonical_url(node.text).empty())
    return pasted_address(node, purpose);
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
    (void)variants_of(node.text, words);
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
    terms.push_back({std::string{field("title").prefix} + term(word.form), 0, 0});
  }
  return where_title_has(std::move(found), std::move(terms));
}

ExpandedNode Expander::phrase(const QueryNode& node, Purpose purpose) {
  const std::vector<Word> words = cut(node);
  if (words.empty()) return {};
  if (is_name(node)) {
    Concept name{node.text, {}};
    if (node.field == find_field("outlet")) {
      if (auto called = outlet_called(node.text, {analyzer_, sources_.vocabulary}))
        name.alternatives.push_back(std::move(*called));
      return node_of(std::move(name));
    }
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
  Concept run = run_of(node.text, words, Joined::phrase, span_of(words));
  if (purpose == Purpose::find) add_spelled_phrases(words, node.text, run);
  return only_in_title(node_of(std::move(run)), node);
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
  if (words.empty()) return {};
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

}  // namespace pantau
