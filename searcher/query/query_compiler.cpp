#include "searcher/query/query_compiler.h"

#include <algorithm>
#include <cmath>

#include "common/language.h"
#include "common/url.h"
#include "searcher/query/entity_value.h"
#include "searcher/query/stop_words.h"
#include "searcher/search/ranking.h"

namespace pantau {

using Xapian::Query;

Query combine(Query::op op, const std::vector<Query>& queries) {
  if (queries.empty()) return Query::MatchNothing;
  return queries.size() == 1 ? queries.front() : Query{op, queries.begin(), queries.end()};
}

Query weighted(const Query& query, double weight) {
  return Query{Query::OP_SCALE_WEIGHT, query, weight};
}

Query apart(const Query& query) {
  return weighted(query, std::nextafter(1.0, 2.0));
}

Query with_fixed_root(const Query& query) {
  return Query{Query::OP_FILTER, apart(query), Query::MatchAll};
}

namespace {

using Kind = QueryNode::Kind;

/// Pairs beyond these are no words that hyphens join, but a line drawn of them.
constexpr std::size_t max_bound = 16;

/// An article without a date has "" for it, which lies before "0" and so before every day.
Query date_range(const QueryNode& node) {
  const std::string from = node.first ? to_compact(*node.first) : "0";
  const std::string to = node.last ? to_compact(*node.last) : "99999999";
  return Query{Query::OP_VALUE_RANGE, field("date").slot, from, to};
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

Xapian::termcount span_of(const std::vector<Word>& words) {
  return words.back().position - words.front().position + 1;
}

}  // namespace

QueryCompiler::QueryCompiler(Analyzer& analyzer, const Xapian::Database& database,
                             const LanguageBranch& branch, std::string_view query_language)
    : analyzer_{analyzer}, database_{database}, branch_{branch}, query_language_{query_language} {}

CompiledQuery QueryCompiler::compile(const QueryNode& root) {
  out_ = {};
  out_.translated = translator_ != nullptr && translator_->has_lexicon();
  words_left_ = max_query_words;
  excluding_ = false;
  out_.query = node(root);
  out_.confined = is_confined(root);
  return std::move(out_);
}

Query QueryCompiler::node(const QueryNode& node) {
  switch (node.kind) {
    case Kind::everything:
      return Query::MatchAll;
    case Kind::nothing:
      return Query::MatchNothing;
    case Kind::any:
      return any(node);
    case Kind::all:
      return all(node);
    case Kind::near:
      return near(node);
    case Kind::without:
      return without(node);
    case Kind::mixed:
      return mixed(node);
    case Kind::date_range:
      return date_range(node);
    default:
      break;
  }
  if (is_label(node)) return node.kind == Kind::prefix ? label_prefix(node) : label(node);
  if (node.kind == Kind::prefix) return prefix(node);
  return node.kind == Kind::phrase || is_name(node) ? phrase(node) : word(node);
}

/// The plain words among the children rank together, so that a word said twice counts more and stop
/// words can give way to others.
Query QueryCompiler::any(const QueryNode& node) {
  Bag bag;
  std::string plain_words;
  std::vector<Query> choices, as_typed;
  for (const QueryNode& child : node.children) {
    if (child.kind != Kind::word || child.field != nullptr) {
      choices.push_back(this->node(child));
      continue;
    }
    plain_words.append(plain_words.empty() ? "" : " ").append(child.text);
    if (translator_ == nullptr) add_to_bag(child, bag);
  }
  if (translator_ != nullptr && !plain_words.empty()) choices.push_back(translated(plain_words));
  if (translator_ == nullptr) add_bound(plain_words, choices);
  if (names_ != nullptr && !bag.empty()) add_named(plain_words, bag, choices, as_typed);
  if (!bag.empty()) choices.push_back(rank(bag, as_typed));
  return with_forms(combine(Query::OP_OR, choices), as_typed);
}

/// The one of `queries` that weighs most in a document counts there.
Query QueryCompiler::best_of(const std::vector<Query>& queries) {
  out_.chooses |= queries.size() > 1;
  std::vector<Query> choices;
  choices.reserve(queries.size());
  for (const Query& query : queries)
    choices.push_back(query.get_type() == Query::OP_OR ? apart(query) : query);
  return combine(Query::OP_MAX, choices);
}

/// "&" and the like stand between words and ask for nothing.
bool QueryCompiler::is_silent(const QueryNode& node) {
  return (node.kind == Kind::word || node.kind == Kind::phrase) && !is_label(node) &&
         analyzer_.words(node.text).empty();
}

/// Does a query match only articles that have a term of one namespace?
bool QueryCompiler::is_confined(const QueryNode& node) {
  const auto& children = node.children;
  const auto confined = [&](const QueryNode& child) {
    return !is_silent(child) && is_confined(child);
  };
  switch (node.kind) {
    case Kind::word:
    case Kind::phrase:
      return node.field == nullptr || is_in_title(node);
    case Kind::any:
    case Kind::near:
      return std::all_of(children.begin(), children.end(), confined);
    case Kind::all:
      return std::any_of(children.begin(), children.end(), confined);
    case Kind::without:
      return is_confined(children.front());
    default:
      return false;
  }
}

/// Filters are joined so that they add no weight.
Query QueryCompiler::all(const QueryNode& node) {
  std::vector<Query> ranking, filters;
  for (const QueryNode& child : node.children)
    if (!is_silent(child) && words_left_ > 0)
      (is_filter(child) ? filters : ranking).push_back(this->node(child));
  out_.truncated |= words_left_ == 0;
  if (filters.empty()) return combine(Query::OP_AND, ranking);
  const Query filter = combine(Query::OP_AND, filters);
  if (ranking.empty()) return weighted(filter, 0);
  return Query{Query::OP_FILTER, combine(Query::OP_AND, ranking), filter};
}

Query QueryCompiler::without(const QueryNode& node) {
  const Query base = this->node(node.children.front());
  std::vector<Query> excluded;
  const bool outer = excluding_;
  excluding_ = true;
  for (std::size_t i = 1; i < node.children.size(); ++i)
    excluded.push_back(this->node(node.children[i]));
  excluding_ = outer;
  return Query{Query::OP_AND_NOT, base, combine(Query::OP_OR, excluded)};
}

Query QueryCompiler::mixed(const QueryNode& node) {
  QueryNode required, optional;
  for (const QueryNode& child : node.children)
    (child.required ? required : optional).children.push_back(child);
  Query must = all(required);
  if (optional.children.empty()) return must;
  if (std::all_of(required.children.begin(), required.children.end(),
                  [&](const QueryNode& child) { return is_silent(child); }))
    return any(optional);
  return Query{Query::OP_AND_MAYBE, must, any(optional)};
}

/// The words of a leaf, as far as the query's allowance of words goes.
std::vector<Word> QueryCompiler::cut(const QueryNode& node) {
  std::vector<Word> words = analyzer_.words(node.text);
  take_words(words);
  return words;
}

/// Takes `words` off the allowance; what is more is cut off.
void QueryCompiler::take_words(std::vector<Word>& words) {
  if (words.size() > words_left_) {
    words.resize(words_left_);
    out_.truncated = true;
  }
  words_left_ -= words.size();
}

std::string QueryCompiler::term(std::string_view form) {
  std::string term{analyzer_.term(form, branch_.codes.front())};
  if (excluding_ || !out_.wanted.terms.insert(term).second) return term;
  if (translator_ == nullptr && !other_name_) {
    ++out_.wanted_words;
    out_.wanted_idf += idf(term);
  }
  return term;
}

double QueryCompiler::idf(const std::string& term) {
  return inverse_document_frequency(branch_.documents, database_.get_termfreq(term));
}

/// A run without white space. In a script without spaces it may also be one word in the articles,
/// where its neighbours made the dictionary cut it otherwise.
void QueryCompiler::add_to_bag(const QueryNode& node, Bag& bag) {
  const std::vector<Word> words = cut(node);
  for (const Word& word : words) ++bag[word.form];
  if (words.size() > 1 && is_unbroken(words))
    if (const std::string whole = joined(words); whole.size() <= max_word_bytes) ++bag[whole];
}

/// A name with a hyphen, of which a part says nothing alone, counts more where it stands whole, and
/// where it is written as one word: "covid-19" and "covid19", "e-commerce" and "ecommerce".
void QueryCompiler::add_bound(std::string_view text, std::vector<Query>& choices) {
  const std::vector<Word> words = analyzer_.words(text);
  std::size_t bound = 0;
  for (std::size_t i = 1; i < words.size() && bound < max_bound; ++i) {
    const Word &left = words[i - 1], &right = words[i];
    if (text[left.end] != '-' || right.begin != left.end + 1 ||
        !(is_fragment(left.form) || is_fragment(right.form)) ||
        is_stop_word(left.form, query_language_) || is_stop_word(right.form, query_language_))
      continue;
    ++bound;
    choices.push_back(weighted(window(Query::OP_PHRASE, {term(left.form), term(right.form)}, 2),
                               bound_pair_share));
    const std::string whole = left.form + right.form;
    const std::string name{analyzer_.term(whole, branch_.codes.front())};
    if (whole.size() <= max_word_bytes && database_.term_exists(name))
      choices.push_back(weighted(Query{term(whole)}, idf(name)));
  }
}

/// The stems of a bag; adds its forms to `as_typed` where the two differ.
Query QueryCompiler::rank(const Bag& bag, std::vector<Query>& as_typed) {
  const bool only_stop_words = std::all_of(bag.begin(), bag.end(), [&](const auto& word) {
    return is_stop_word(word.first, query_language_);
  });
  struct Stem {
    unsigned count = 0;
    bool differs = false;
  };
  std::map<std::string, Stem> stems;
  std::vector<Query> choices;
  for (const auto& [form, count] : bag) {
    if (!only_stop_words && is_stop_word(form, query_language_)) continue;
    const std::string name = term(form);
    const bool differs = std::string_view{name}.substr(branch_.space.size()) != form;
    stems[name].count += count;
    stems[name].differs |= differs;
    if (differs)
      as_typed.push_back(
          weighted(Query{form}, raw_form_share * idf(form) * query_term_factor(count)));
  }
  choices.reserve(stems.size());
  for (const auto& [name, stem] : stems)
    choices.push_back(weighted(
        Query{name}, idf(name) * query_term_factor(stem.count) * (stem.differs ? stem_share : 1)));
  return combine(Query::OP_OR, choices);
}

/// `stems`, and more for the forms as typed in the articles that have one of them: forms are not
/// told apart by language, and need not be so here.
Query QueryCompiler::with_forms(const Query& stems, const std::vector<Query>& as_typed) {
  if (as_typed.empty()) return stems;
  return Query{Query::OP_AND_MAYBE, stems, combine(Query::OP_OR, as_typed)};
}

/// One run that must match, or stands alone. Several words in it ("anti-monopoly") bind as a
/// phrase.
Query QueryCompiler::word(const QueryNode& node) {
  if (translator_ != nullptr) return translated_parts({&node, 1}, 0);
  const std::vector<Word> words = analyzer_.words(node.text);
  if (words.size() > 1) {
    std::vector<Query> choices{phrase(node)}, as_typed;
    const std::string whole = joined(words);
    if (is_unbroken(words) && whole.size() <= max_word_bytes) {
      choices.push_back(in_title_as_one(rank({{whole, 1}}, as_typed), whole, node));
    }
    return with_forms(combine(Query::OP_OR, choices), as_typed);
  }
  Bag bag;
  add_to_bag(node, bag);
  std::vector<Query> choices, as_typed;
  if (names_ != nullptr && node.field == nullptr) add_named(node.text, bag, choices, as_typed);
  if (!bag.empty()) choices.push_back(rank(bag, as_typed));
  return only_in_title(with_forms(combine(Query::OP_OR, choices), as_typed), node);
}

/// A word that stands whole in the title, however a dictionary would cut it alone.
Query QueryCompiler::in_title_as_one(const Query& query, const std::string& whole,
                                     const QueryNode& node) {
  if (!is_in_title(node)) return query;
  return Query{Query::OP_FILTER, query, Query{std::string{node.field->prefix}.append(term(whole))}};
}

/// Title words weigh more in the default search already: `title:` only asks where they stand.
Query QueryCompiler::only_in_title(const Query& query, const QueryNode& node) {
  if (!is_in_title(node)) return query;
  std::vector<Query> terms;
  for (const Word& word : analyzer_.words(node.text)) {
    if (terms.size() == max_query_words) break;  // the others are asked for nowhere
    terms.emplace_back(std::string{node.field->prefix}.append(term(word.form)));
  }
  const Query there = terms.size() < 2 ? combine(Query::OP_OR, terms)
                                       : Query{Query::OP_PHRASE, terms.begin(), terms.end()};
  return Query{Query::OP_FILTER, query, there};
}

/// Terms near each other, weighing as much as their words. Xapian wants bare terms here.
Query QueryCompiler::window(Query::op op, const std::vector<std::string>& terms,
                            Xapian::termcount size) {
  std::vector<Query> queries;
  double weight = 0;
  for (const std::string& name : terms) {
    queries.emplace_back(name);
    weight += idf(name) / static_cast<double>(terms.size());
  }
  return weighted(Query{op, queries.begin(), queries.end(), size}, weight);
}

Query QueryCompiler::phrase(const QueryNode& node) {
  const std::vector<Word> words = cut(node);
  if (words.empty()) return Query::MatchNothing;
  std::vector<std::string> terms;
  if (is_name(node)) {
    for (const Word& word : words)
      terms.push_back(std::string{node.field->prefix}.append(word.form));
    return weighted(window(Query::OP_PHRASE, terms, span_of(words)), 0);
  }
  if (translator_ != nullptr) {
    words_left_ += words.size();
    return translated_parts({&node, 1}, 0);
  }
  for (const Word& word : words) terms.push_back(term(word.form));
  return only_in_title(window(Query::OP_PHRASE, terms, span_of(words)), node);
}

/// All words of the children in any order, close together, in articles that have the phrases among
/// them. (Xapian's NEAR takes no phrases: that it is the near words that make the phrase is not
/// asked.)
Query QueryCompiler::near(const QueryNode& node) {
  std::vector<std::string> terms;
  std::vector<Query> phrases;
  const bool names = is_name(node.children.front());
  const std::size_t gaps = node.distance * (node.children.size() - 1);
  if (translator_ != nullptr && !names) return translated_parts(node.children, gaps);
  for (const QueryNode& child : node.children) {
    std::vector<Query> words;
    for (const Word& word : cut(child)) {
      terms.push_back(names ? std::string{child.field->prefix}.append(word.form) : term(word.form));
      words.emplace_back(terms.back());
    }
    if (words.size() > 1)
      phrases.emplace_back(Query::OP_PHRASE, words.begin(), words.end(), words.size());
  }
  if (terms.empty()) return Query::MatchNothing;
  Query together =
      window(Query::OP_NEAR, terms, static_cast<Xapian::termcount>(gaps + terms.size()));
  if (!phrases.empty())
    together = Query{Query::OP_FILTER, together, combine(Query::OP_AND, phrases)};
  if (names) return weighted(together, 0);
  return is_in_title(node.children.front()) ? Query{Query::OP_FILTER, together, all(node)}
                                            : together;
}

}  // namespace pantau
