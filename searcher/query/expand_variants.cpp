// The part of Expander that asks for other spellings of the query's own words: without accents, in
// one word or in two, short forms (common/variants.h). Tested by tests/searcher/expand_test.cpp.
#include <algorithm>

#include "common/schema.h"
#include "common/text.h"
#include "common/variants.h"
#include "searcher/query/expander.h"
#include "searcher/query/term_weights.h"

namespace pantau {
namespace {

using Kind = ExpandedNode::Kind;

/// The spelling that was typed comes before one without its accents.
constexpr double folded_share = 0.8;

/// Two words written as one that no list knows may be another word.
constexpr double unlisted_share = 0.7;

/// What a citation weighs beside its words as typed, as a part of them: an article about the law
/// names it besides.
constexpr double citation_share = 0.5;

/// A quoted citation that is written otherwise comes after one as typed.
constexpr double other_citation_share = 0.8;

/// Shorter ones are words of their own ("to day", "in to").
constexpr std::size_t min_unlisted_bytes = 6;

/// Pairs of a query that are looked up as one word: no question of a person has as many words.
constexpr std::size_t max_unlisted_pairs = 32;

/// Where letters and digits meet, once: 3 for "web3"; 0 if they do not, or more than once.
std::size_t border_of_digits(std::string_view form) {
  std::size_t border = 0;
  for (std::size_t i = 1; i < form.size(); ++i) {
    if (!is_ascii_alphanumeric(form[i]) || !is_ascii_alphanumeric(form[i - 1])) return 0;
    if (is_ascii_digit(form[i]) == is_ascii_digit(form[i - 1])) continue;
    if (border != 0) return 0;
    border = i;
  }
  return border;
}

/// Already there under another kind?
bool overlaps(const std::vector<Variant>& variants, std::uint32_t at) {
  return std::any_of(variants.begin(), variants.end(), [&](const Variant& variant) {
    return variant.count > 1 && variant.first <= at + 1 && at < variant.first + variant.count;
  });
}

}  // namespace

/// The spellings of single words are kept for the concepts that add_words() makes of them.
std::vector<Variant> Expander::variants_of(std::string_view text, const std::vector<Word>& words) {
  std::vector<Variant> runs;
  for (const Variant& variant : analyzer_.variants(text, words, target_.partition.language()))
    if (variant.count == 1)
      spellings_.emplace(words[variant.first].form, variant);
    else
      runs.push_back(variant);
  std::size_t pairs = 0;
  for (std::uint32_t at = 0; at + 1 < words.size() && pairs < max_unlisted_pairs; ++at) {
    const Word &left = words[at], &right = words[at + 1];
    if (is_stop(left.form) || is_stop(right.form) || left.form == right.form || overlaps(runs, at))
      continue;
    ++pairs;
    std::string whole = joined_form(std::span{words}.subspan(at, 2));
    if (whole.size() < min_unlisted_bytes || whole.size() > max_word_bytes ||
        documents(term(whole)) == 0)
      continue;
    runs.push_back({std::move(whole), at, 2, Variant::Kind::joined});
    unlisted_.insert(runs.back().form);
  }
  return runs;
}

/// A law in any way to write it, beside the words as typed: it weighs half of what they do
/// together.
Concept Expander::cited(std::string_view text, const std::vector<Word>& words, const Variant& law,
                        QueryTerm other) {
  const Word &first = words[law.first], &last = words[law.first + law.count - 1];
  Concept citation{std::string{text.substr(first.begin, last.end - first.begin)}, {law.form}};
  for (std::uint32_t i = law.first; i < law.first + law.count; ++i)
    citation.weight += idf(documents(term(words[i].form)));
  citation.weight *= citation_share;
  other.weight = citation.weight;
  citation.alternatives.push_back(
      {{std::move(other)}, Joined::sum, 0, WordOrigin::spelling, 1, {law.form}});
  return citation;
}

/// Words that are also written as one, or have a short form: what an article has of the words, or
/// the other spelling, whichever weighs more. They are taken out of `counts`.
void Expander::add_runs(std::string_view text, FormCounts& counts, Nodes& choices) {
  const std::vector<Word> words = analyzer_.words(text);
  for (const Variant& variant : variants_of(text, words)) {
    QueryTerm other = weighed_term(variant.form, 1);
    if (other.documents == 0) continue;
    if (variant.kind == Variant::Kind::citation) {
      choices.push_back(node_of(cited(text, words, variant, std::move(other))));
      continue;
    }
    FormCounts own;
    for (std::uint32_t i = variant.first; i < variant.first + variant.count; ++i)
      if (const auto form = counts.extract(words[i].form)) own[form.key()] = form.mapped();
    if (own.empty()) continue;
    const Word &first = words[variant.first], &last = words[variant.first + variant.count - 1];
    Concept run{std::string{text.substr(first.begin, last.end - first.begin)}, {}};
    std::vector<Concept> parts;
    add_words(own, parts);
    for (Concept& part : parts) {
      run.weight += part.weight;
      for (Alternative& alternative : part.alternatives) {
        alternative.part_of = part.typed;
        run.alternatives.push_back(std::move(alternative));
      }
      run.words.insert(run.words.end(), part.words.begin(), part.words.end());
      run.exact.insert(run.exact.end(), part.exact.begin(), part.exact.end());
    }
    const double share = unlisted_.contains(variant.form) ? unlisted_share : 1;
    other.weight = share * run.weight;
    run.alternatives.push_back(
        {{std::move(other)}, Joined::sum, 0, WordOrigin::spelling, share, {variant.form}});
    choices.push_back(node_of(std::move(run)));
  }
}

/// Other spellings of one word of the query.
void Expander::add_spellings(const std::string& form, Concept& word) {
  const auto [begin, end] = spellings_.equal_range(form);
  for (auto one = begin; one != end; ++one) {
    const double share = one->second.kind == Variant::Kind::folded ? folded_share : 1;
    QueryTerm other = weighed_term(one->second.form, share);
    if (other.documents > 0)
      word.alternatives.push_back(
          {{std::move(other)}, Joined::sum, 0, WordOrigin::spelling, share, {one->second.form}});
  }
  const std::size_t border = border_of_digits(form);
  if (border == 0) return;
  const std::string left = form.substr(0, border), right = form.substr(border);
  std::vector<QueryTerm> parts{weighed_term(left, 1), weighed_term(right, 1)};
  if (parts[0].documents == 0 || parts[1].documents == 0) return;
  for (QueryTerm& part : parts) part.weight = unlisted_share * word.weight / 2;
  word.alternatives.push_back(
      {std::move(parts), Joined::phrase, 2, WordOrigin::spelling, unlisted_share, {left, right}});
}

/// Adds the phrase in other spellings: with all accents left out, or with one run as one word.
void Expander::add_spelled_phrases(const std::vector<Word>& words, std::string_view text,
                                   Concept& phrase) {
  const Alternative typed = phrase.alternatives.front();
  const std::vector<Variant> runs = variants_of(text, words);
  Alternative folded = typed;
  bool differs = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto one = spellings_.find(words[i].form);
    if (one == spellings_.end() || one->second.kind != Variant::Kind::folded) continue;
    folded.terms[i].name = term(one->second.form);
    differs = true;
  }
  folded.origin = WordOrigin::spelling;
  if (differs) phrase.alternatives.push_back(folded);
  for (const Variant& variant : runs) {
    Alternative shorter = typed;
    const auto first = shorter.terms.begin() + static_cast<std::ptrdiff_t>(variant.first);
    shorter.terms.erase(first + 1, first + static_cast<std::ptrdiff_t>(variant.count));
    first->name = term(variant.form);
    shorter.window = typed.window - (variant.count - 1);
    if (shorter.terms.size() == 1) shorter.joined = Joined::sum;
    shorter.origin = WordOrigin::spelling;
    for (QueryTerm& term : shorter.terms) {
      term.documents = documents(term.name);
      term.weight = phrase.weight / static_cast<double>(shorter.terms.size());
      if (variant.kind == Variant::Kind::citation) term.weight *= other_citation_share;
    }
    if (first->documents > 0) phrase.alternatives.push_back(std::move(shorter));
  }
}

}  // namespace pantau
