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

/// Weights as parts of the best one; without what is far behind it.
void normalise(Targets& targets) {
  const double best = best_weight(targets);
  for (TranslationTarget& target : targets) target.weight /= best;
  std::erase_if(targets, [](const auto& target) { return target.weight < min_target_weight; });
}

}  // namespace

bool Translator::occurs(const TranslationTarget& target) const {
  return std::all_of(target.forms.begin(), target.forms.end(),
                     [&](const std::string& form) { return frequency_(form) > 0; });
}

Targets Translator::targets_of(const LexiconEntry& entry) const {
  std::map<std::string, double> weights;
  for (const Translation& translation : entry.translations)
    weights[translation.words] +=
        translation.share *
        (translation.source == Source::glossary ? glossary_share : 1 - glossary_share);
  Targets targets;
  for (const auto& [words, weight] : weights) {
    TranslationTarget target{split_words(words), weight};
    if (occurs(target)) targets.push_back(std::move(target));
  }
  return targets;
}

/// Of an entry of several words; none if no article has its translations.
Targets Translator::targets_of_run(std::span<const std::string> run,
                                   const LexiconEntry& entry) const {
  Targets targets = targets_of(entry);
  if (targets.empty()) return targets;
  const double best = best_weight(targets);
  for (const std::string& word : run)
    for (TranslationTarget& target : targets_of(lexicon_.find_word(word, from_)))
      add_new(targets, {std::move(target.forms), target.weight * best * single_words_share});
  return targets;
}

Targets Translator::targets_of_word(const std::string& word, const LexiconEntry& entry) const {
  Targets targets = targets_of(entry);
  const double best = targets.empty() ? 1 : best_weight(targets);
  const bool alone = targets.empty();
  const auto add = [&](const std::string& form, double share) {
    if (frequency_(form) > 0) add_new(targets, {{form}, alone ? 1 : best * share});
  };
  add(word, same_form_share);
  for (const std::string& spelling : cognate_spellings(word, from_)) add(spelling, cognate_share);
  return targets;
}

std::vector<TranslationGroup> Translator::translate(std::span<const std::string> words) const {
  std::vector<TranslationGroup> groups;
  while (!words.empty()) {
    const LexiconEntry entry = lexicon_.find(words, from_);
    std::size_t length = std::max<std::size_t>(entry.length, 1);
    Targets targets;
    if (length > 1) targets = targets_of_run(words.first(length), entry);
    if (targets.empty()) {
      targets = targets_of_word(words.front(),
                                length > 1 ? lexicon_.find_word(words.front(), from_) : entry);
      length = 1;
    }
    normalise(targets);
    if (!targets.empty())
      groups.push_back({{words.begin(), words.begin() + static_cast<std::ptrdiff_t>(length)},
                        std::move(targets)});
    words = words.subspan(length);
  }
  return groups;
}

}  // namespace pantau
