#include "searcher/query/translator.h"

#include <algorithm>
#include <map>

#include "searcher/query/cognates.h"

namespace pantau {
namespace {

using Targets = std::vector<TranslationTarget>;

/// Splits at single spaces.
std::vector<std::string> split_words(std::string_view words) {
  std::vector<std::string> split;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    split.emplace_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return split;
}

double best_weight(const Targets& targets) {
  double best = 0;
  for (const TranslationTarget& target : targets) best = std::max(best, target.weight);
  return best;
}

void add_new(Targets& targets, TranslationTarget target) {
  const bool there = std::any_of(targets.begin(), targets.end(),
                                 [&](const auto& other) { return other.forms == target.forms; });
  if (!there) targets.push_back(std::move(target));
}

/// Weights as parts of the best one; without what is far below the best that stands for the same
/// part of the run, so that a word of a run keeps all that it finds alone.
void normalise(Targets& targets) {
  const double best = best_weight(targets);
  std::map<std::string, double> best_of;
  for (TranslationTarget& target : targets) {
    target.weight /= best;
    double& known = best_of[target.of];
    known = std::max(known, target.weight);
  }
  std::erase_if(targets, [&](const auto& target) {
    return target.weight < min_target_weight * best_of[target.of];
  });
}

}  // namespace

std::string joined_by_spaces(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

std::string TranslationGroup::typed_for(const TranslationTarget& target) const {
  const auto one = std::find(words.begin(), words.end(), target.of);
  return one == words.end() ? joined_by_spaces(typed)
                            : typed[static_cast<std::size_t>(one - words.begin())];
}

Translator::Translator(const TranslationSources& sources, std::string_view from,
                       std::vector<std::string> to, FormFrequency frequency)
    : sources_{sources},
      from_{from},
      to_{std::move(to)},
      has_lexicon_{(from == "en" && to_.front() == "id") || (from == "id" && to_.front() == "en")},
      frequency_{std::move(frequency)} {}

bool Translator::occurs(const TranslationTarget& target) const {
  return std::all_of(target.forms.begin(), target.forms.end(),
                     [&](const std::string& form) { return frequency_(form) > 0; });
}

Targets Translator::targets_of(const LexiconEntry& entry) const {
  std::map<std::string, TranslationTarget> by_words;
  for (const Translation& translation : entry.translations) {
    TranslationTarget& target =
        by_words
            .try_emplace(translation.words,
                         TranslationTarget{{}, 0, {}, false, WordOrigin::freedict})
            .first->second;
    if (translation.source == Source::glossary) target.origin = WordOrigin::glossary;
    target.weight += translation.share *
                     (translation.source == Source::glossary ? glossary_share : 1 - glossary_share);
    target.ambiguous |= translation.ambiguous;
  }
  Targets targets;
  for (auto& [words, target] : by_words) {
    target.forms = split_words(words);
    if (occurs(target)) targets.push_back(std::move(target));
  }
  return targets;
}

/// The translations of the entries of `length` words within a longer one; single words also as they
/// are and as cognates, since a longer entry must not take away what they find alone.
void Translator::add_parts(Forms run, std::size_t length, double share, Targets& targets) const {
  for (std::size_t at = 0; at + length <= run.size(); ++at) {
    const Forms part = run.subspan(at, length);
    const LexiconEntry entry = sources_.lexicon.find(part, from_);
    if (entry.length != length && length > 1) continue;
    Targets of_part = length > 1 ? targets_of(entry) : targets_of_word(part.front());
    const double best = best_weight(of_part);
    for (TranslationTarget& target : of_part) {
      target.weight *= length > 1 ? share : share / best;
      target.of = joined_by_spaces({part.begin(), part.end()});
      add_new(targets, std::move(target));
    }
  }
}

/// Translations of an entry of several words; none if no article has them.
Targets Translator::targets_of_run(Forms run, const LexiconEntry& entry) const {
  Targets targets = targets_of(entry);
  if (targets.empty()) return targets;
  const double best = best_weight(targets);
  for (std::size_t length = run.size() - 1; length > 0; --length)
    add_parts(run, length, best * (length > 1 ? shorter_run_share : single_words_share), targets);
  return targets;
}

/// What FreeDict alone says of a word that the other language has as a loan or a name is an odd
/// sense of it: "aktif" for startup, "mendongkrak" for Jack.
void Translator::weaken_odd_senses(const std::string& word, Targets& targets) const {
  const auto from_freedict = [](const TranslationTarget& target) {
    return target.origin == WordOrigin::freedict;
  };
  if (targets.empty() || frequency_(word) == 0 ||
      !std::all_of(targets.begin(), targets.end(), from_freedict))
    return;
  for (TranslationTarget& target : targets) target.weight *= beside_loan_share;
}

Targets Translator::targets_of_word(const std::string& word) const {
  if (!has_lexicon_)
    return frequency_(word) > 0 ? Targets{{{word}, 1, {}, false, WordOrigin::same_form}}
                                : Targets{};
  Targets targets = targets_of(sources_.lexicon.find_word(word, from_));
  const double best = targets.empty() ? 1 : best_weight(targets);
  const bool alone = targets.empty();
  weaken_odd_senses(word, targets);
  const auto add = [&](const std::string& form, double share, WordOrigin origin) {
    if (frequency_(form) > 0)
      add_new(targets, {{form}, alone ? 1 : best * share, {}, false, origin});
  };
  add(word, same_form_share, WordOrigin::same_form);
  for (const std::string& spelling : cognate_spellings(word, from_))
    add(spelling, cognate_share, WordOrigin::cognate);
  return targets;
}

/// Its names in the languages asked for and its abbreviations, and what the query calls it.
Targets Translator::targets_of_entity(std::uint32_t row, Forms run) const {
  Targets targets;
  for (const EntityName& name : sources_.entities.entity(row).names) {
    const bool wanted =
        name.language.empty() || std::find(to_.begin(), to_.end(), name.language) != to_.end();
    if (wanted) add_new(targets, {split_words(name.words), 1, {}, false, WordOrigin::entity_name});
  }
  add_new(targets, {{run.begin(), run.end()}, 1, {}, false, WordOrigin::same_form});
  std::erase_if(targets, [&](const TranslationTarget& target) { return !occurs(target); });
  return targets;
}

/// The longest run at the head of `rest` that has a meaning of its own, at least its first word.
TranslationGroup Translator::next_group(const EntityMention& mention, Forms rest) const {
  const LexiconEntry entry = has_lexicon_ ? sources_.lexicon.find(rest, from_) : LexiconEntry{};
  const auto group = [&](std::size_t length, Targets targets) {
    return TranslationGroup{{rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(length)},
                            std::move(targets)};
  };
  if (mention.count > 0 && mention.count >= entry.length)
    if (Targets targets = targets_of_entity(mention.entity, rest.first(mention.count));
        !targets.empty())
      return group(mention.count, std::move(targets));
  // Where no article says a longer run, a shorter one may still be said.
  for (LexiconEntry run = entry; run.length > 1;
       run = sources_.lexicon.find(rest.first(run.length - 1), from_))
    if (Targets targets = targets_of_run(rest.first(run.length), run); !targets.empty())
      return group(run.length, std::move(targets));
  return group(1, targets_of_word(rest.front()));
}

std::vector<TranslationGroup> Translator::translate(std::string_view text,
                                                    std::span<const Word> words) const {
  std::vector<std::string> forms;
  for (const Word& word : words) forms.push_back(word.form);
  std::vector<TranslationGroup> groups;
  for (std::size_t i = 0; i < words.size();) {
    const auto mention = sources_.entities.find(text, words, i).value_or(EntityMention{0, 0, 0});
    TranslationGroup group = next_group(mention, Forms{forms}.subspan(i));
    for (const Word& word : words.subspan(i, group.words.size()))
      group.typed.emplace_back(text.substr(word.begin, word.end - word.begin));
    i += group.words.size();
    normalise(group.targets);
    if (!group.targets.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace pantau
