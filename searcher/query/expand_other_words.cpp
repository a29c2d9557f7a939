// The part of Expander that asks in other words than the query's: in its own language an entity
// goes by all its names, in another language each run of words that means something together is
// asked for by its translations. Tested by tests/searcher/translation_test.cpp.
#include <algorithm>
#include <cmath>
#include <set>

#include "common/schema.h"
#include "searcher/query/expander.h"
#include "searcher/query/stop_words.h"
#include "searcher/query/term_weights.h"

namespace pantau {
namespace {

using Kind = ExpandedNode::Kind;

/// An article that has a rare translation says the same thing: how usual a translation is counts
/// for less than in proportion.
constexpr double translation_share_power = 0.4;

/// Words side by side are rarer than the rarest of them.
constexpr double run_frequency_share = 0.5;

/// What the query calls an entity ranks before its other names.
constexpr double other_name_share = 0.8;

/// What must not be found is excluded by its usual translations only.
constexpr double min_excluding_share = 0.5;

/// Longer questions find nearly every article by one word or another, and sifting what ambiguous
/// ones find takes a third of a translated sentence's time.
constexpr std::size_t max_sifted_concepts = 8;

/// Nobody finds a longer passage again in another language, word by word; each word has several
/// translations, and lists of them all take hundreds of megabytes.
constexpr std::size_t max_translated_passage = 64;

/// In another language a phrase may stand in another order, with small words between.
constexpr unsigned extra_room = 2;

/// A translation of several words may have one other word between them.
constexpr unsigned room_in_translation = 1;

/// `alternative` as something that only has to be there, its terms with `prefix` before them.
Alternative unweighted(Alternative alternative, std::string_view prefix = "") {
  for (QueryTerm& term : alternative.terms) {
    term.name.insert(0, prefix);
    term.weight = 0;
  }
  return alternative;
}

/// What an article must have some of, for what usually means something else finds nothing alone.
/// `nothing` where that leaves nothing out, or everything, or is not worth the time.
ExpandedNode sure_signs(const std::vector<Concept>& asked) {
  Concept sure;
  bool leaves_out = false;
  if (asked.size() > max_sifted_concepts) return {};
  for (const Concept& one : asked) {
    if (one.small) continue;
    for (const Alternative& alternative : one.alternatives) {
      leaves_out |= alternative.ambiguous;
      if (!alternative.ambiguous) sure.alternatives.push_back(unweighted(alternative));
    }
  }
  if (!leaves_out || sure.alternatives.empty()) return {};
  for (Alternative& alternative : sure.alternatives) alternative.part_of.clear();
  return node_of(std::move(sure));
}

/// Articles with all concepts in the title.
ExpandedNode all_in_title(const std::vector<Concept>& asked) {
  std::vector<ExpandedNode> all;
  for (const Concept& one : asked) {
    Concept there;
    for (const Alternative& alternative : one.alternatives)
      there.alternatives.push_back(unweighted(alternative, field("title").prefix));
    all.push_back(node_of(std::move(there)));
  }
  return group_of(Kind::all, std::move(all));
}

/// Articles with all concepts in each other's neighbourhood, `gaps` more words between them than a
/// translation may bring.
ExpandedNode near_each_other(const std::vector<Concept>& asked, std::size_t gaps) {
  ExpandedNode near;
  near.kind = Kind::near;
  near.window = static_cast<unsigned>(gaps) + extra_room;
  for (const Concept& one : asked) {
    near.window += static_cast<unsigned>(1 + one.words.size());
    Concept anywhere;
    for (const Alternative& alternative : one.alternatives)
      anywhere.alternatives.push_back(unweighted(alternative));
    near.children.push_back(node_of(std::move(anywhere)));
  }
  return near;
}

std::size_t count_words(const std::vector<Concept>& asked) {
  std::size_t words = 0;
  for (const Concept& one : asked) words += one.count * one.words.size();
  return words;
}

/// Adds a way to say it; the same terms once more only make it more usual.
void add_alternative(Alternative said, Concept& asked) {
  const auto same_name = [](const QueryTerm& a, const QueryTerm& b) { return a.name == b.name; };
  const auto same = std::find_if(
      asked.alternatives.begin(), asked.alternatives.end(), [&](const Alternative& other) {
        return std::equal(other.terms.begin(), other.terms.end(), said.terms.begin(),
                          said.terms.end(), same_name);
      });
  if (same == asked.alternatives.end()) {
    asked.alternatives.push_back(std::move(said));
    return;
  }
  same->share = std::min(1.0, same->share + said.share);
  same->ambiguous = same->ambiguous && said.ambiguous;
}

/// About how many articles have an alternative, all terms of it together.
double frequency_of(const Alternative& said) {
  double least = said.terms.front().documents;
  for (const QueryTerm& term : said.terms) least = std::min<double>(least, term.documents);
  return said.terms.size() > 1 ? least * run_frequency_share : least;
}

/// How many articles have the usual alternative of a concept.
unsigned mean_frequency(const Concept& asked) {
  double shares = 0, frequencies = 0;
  for (const Alternative& said : asked.alternatives) {
    shares += said.share;
    frequencies += said.share * frequency_of(said);
  }
  return static_cast<unsigned>(frequencies / std::max(shares, 1e-9));
}

}  // namespace

/// Entities that go by other names as well: any of them will do, and their words rank no more by
/// themselves.
void Expander::add_named(const std::string& text, FormCounts& counts, Nodes& choices) {
  for (const TranslationGroup& group : translator_.translate(text, analyzer_.words(text))) {
    const bool has_other_names =
        std::any_of(group.targets.begin(), group.targets.end(),
                    [&](const TranslationTarget& target) { return target.forms != group.words; });
    if (!has_other_names) continue;
    FormCounts own;
    for (const std::string& form : group.words)
      if (counts.erase(form) > 0) own[form] = 1;
    if (own.empty()) continue;
    std::vector<Concept> words;
    add_words(own, words);
    Concept entity{joined_by_spaces(group.typed), group.words};
    Alternative as_typed;
    for (Concept& word : words) {
      as_typed.terms.push_back(std::move(word.alternatives.front().terms.front()));
      entity.exact.insert(entity.exact.end(), word.exact.begin(), word.exact.end());
    }
    for (const auto& [form, count] : own) entity.weight += idf(documents(term(form)));
    entity.alternatives.push_back(std::move(as_typed));
    for (const TranslationTarget& target : group.targets)
      if (target.forms != group.words) {
        entity.alternatives.push_back(named(target, entity.weight));
        entity.alternatives.back().typed_part = entity.typed;
      }
    choices.push_back(node_of(std::move(entity)));
  }
}

/// Another name of what the query names; it weighs no more than the words it stands for, `weight`.
/// When it has several words, those count that are no stop words ("of", "and"), which stand in an
/// article more often than the name.
Alternative Expander::named(const TranslationTarget& name, double weight) {
  Alternative alternative{{},
                          Joined::phrase,
                          static_cast<unsigned>(name.forms.size()),
                          WordOrigin::entity_name,
                          other_name_share,
                          name.forms};
  const std::string& language = target_.partition.language();
  double own = 0;
  std::size_t large = 0;
  for (const std::string& form : name.forms) {
    alternative.terms.push_back(weighed_term(form, 1));
    // A name of one word is looked for as it is written; positions, which a longer one needs, are
    // kept of stems alone.
    QueryTerm& last = alternative.terms.back();
    if (name.forms.size() == 1 && !last.name.ends_with(':' + form))
      last = {form, documents(form), idf(documents(form))};
    own += alternative.terms.back().weight;
    if (!is_stop_word(form, language)) ++large;
  }
  const bool all_count = large == 0 || name.forms.size() == 1;
  const double each = other_name_share * std::min(weight, own) /
                      static_cast<double>(all_count ? name.forms.size() : large);
  for (std::size_t i = 0; i < name.forms.size(); ++i)
    alternative.terms[i].weight = all_count || !is_stop_word(name.forms[i], language) ? each : 0;
  return alternative;
}

/// The concepts of a piece of the query, as far as its allowance of words goes, each once.
std::vector<Concept> Expander::translate(const std::string& text, Runs runs, Purpose purpose) {
  std::vector<Word> words = analyzer_.words(text);
  take_words(words);
  std::vector<std::pair<TranslationGroup, unsigned>> groups;
  std::map<std::vector<std::string>, std::size_t> places;
  std::set<std::string> unsaid;
  for (const Word& word : words)
    if (!is_stop(word.form)) unsaid.insert(word.form);
  for (TranslationGroup& group : translator_.translate(text, words)) {
    for (const std::string& word : group.words) unsaid.erase(word);
    const auto [place, is_new] = places.try_emplace(group.words, groups.size());
    if (is_new)
      groups.emplace_back(std::move(group), 1);
    else
      ++groups[place->second].second;
  }
  if (purpose == Purpose::find) unsaid_ += own_weight({unsaid.begin(), unsaid.end()});
  std::vector<Concept> asked;
  asked.reserve(groups.size());
  for (const auto& [group, count] : groups)
    asked.push_back(translated(group, count, runs, purpose));
  return asked;
}

/// What a run of words weighs in the query's own language; 0 if the index has no article in it.
double Expander::own_weight(const std::vector<std::string>& words) {
  double sum = 0;
  if (target_.own == nullptr) return sum;
  for (const std::string& word : words)
    sum += inverse_document_frequency(
        target_.own->documents,
        documents(std::string{analyzer_.term(word, target_.query_language)}));
  return sum;
}

/// A concept weighs like the query's own words, but no more than its translations, which are common
/// where one of them is.
Concept Expander::translated(const TranslationGroup& group, unsigned count, Runs runs,
                             Purpose purpose) {
  Concept asked{joined_by_spaces(group.typed), group.words, count};
  asked.small = group.words.size() == 1 && is_stop(group.words.front());
  for (const TranslationTarget& target : group.targets) {
    if (runs == Runs::whole && !target.of.empty()) continue;
    if (purpose == Purpose::exclude && target.weight < min_excluding_share) continue;
    const unsigned window = static_cast<unsigned>(target.forms.size()) + room_in_translation;
    Alternative said{{},
                     Joined::near,
                     window,
                     target.origin,
                     target.weight,
                     target.forms,
                     target.of,
                     group.typed_for(target),
                     target.ambiguous};
    for (const std::string& form : target.forms) said.terms.push_back(weighed_term(form, 0));
    add_alternative(std::move(said), asked);
  }
  const double translated = idf(mean_frequency(asked));
  const double own = own_weight(group.words);
  asked.weight = own > 0 ? std::min(own, translated) : translated;
  for (Alternative& said : asked.alternatives)
    for (QueryTerm& term : said.terms)
      term.weight = asked.weight * query_term_factor(count) *
                    std::pow(said.share, translation_share_power) /
                    static_cast<double>(said.terms.size());
  return asked;
}

/// The words that rank together. Stop words rank too, but find nothing beside others: a translation
/// that is one is common and so weighs little, and what is one here may say something there.
ExpandedNode Expander::translated_words(const std::string& text, Purpose purpose) {
  std::vector<Concept> asked = translate(text, Runs::or_parts, purpose);
  ExpandedNode sure = sure_signs(asked);
  Nodes large, small;
  for (Concept& one : asked) (one.small ? small : large).push_back(node_of(std::move(one)));
  if (large.empty()) std::swap(large, small);
  ExpandedNode all = group_of(Kind::any, std::move(large));
  if (!small.empty())
    all = group_of(Kind::maybe, std::move(all), group_of(Kind::any, std::move(small)));
  if (sure.kind == Kind::nothing) return all;
  return group_of(Kind::filter, std::move(all), std::move(sure));
}

/// Words that belong together, or one that must be there: all of `parts`, in the title where that
/// is asked, else close to each other, with at most `gaps` words between the parts.
ExpandedNode Expander::translated_parts(std::span<const QueryNode> parts, std::size_t gaps,
                                        Purpose purpose) {
  std::vector<Concept> asked;
  std::size_t words = 0;
  for (const QueryNode& part : parts) words += analyzer_.words(part.text).size();
  if (words > max_translated_passage) return {};
  for (const QueryNode& part : parts) {
    std::vector<Concept> said = translate(part.text, Runs::whole, purpose);
    if (count_words(said) < analyzer_.words(part.text).size()) return {};
    std::move(said.begin(), said.end(), std::back_inserter(asked));
  }
  if (asked.empty()) return {};
  const bool in_title = is_in_title(parts.front());
  ExpandedNode together = in_title            ? all_in_title(asked)
                          : asked.size() == 1 ? ExpandedNode{}
                                              : near_each_other(asked, gaps);
  Nodes all;
  for (Concept& one : asked) all.push_back(node_of(std::move(one)));
  ExpandedNode found = group_of(Kind::all, std::move(all));
  if (together.kind == Kind::nothing) return found;
  return group_of(Kind::filter, std::move(found), std::move(together));
}

}  // namespace pantau
