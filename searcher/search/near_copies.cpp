#include "searcher/search/near_copies.h"

#include <algorithm>
#include <tuple>

#include "common/fingerprint.h"

namespace pantau {
namespace {

/// The share of the shorter body's shingles that the longer one must have: house style changes a
/// word here and there. And the share of the longer body that must be shared: an added paragraph
/// leaves two thirds of a short story. Chosen on pairs of our own making; the closest different
/// articles of our collections share .67 and .63.
constexpr double min_shared_of_shorter = 0.8;
constexpr double min_shared_of_longer = 0.6;

/// Shorter bodies are copies only if they say the same: a caption or a brief is soon alike.
constexpr std::size_t short_body_words = 60;

/// Stories from one template (prices of today, help on two functions) share nearly all but what
/// they are about: a word said so often, or more than this share of the numbers.
constexpr std::ptrdiff_t key_word_count = 3;
constexpr double max_missing_numbers = 0.2;

/// A story that changed (a court annuls the fine) is told with the old one's sentences, and with
/// words that those do not have, early and again and again: this often, all of them together. What
/// an outlet adds of its own says such words once, or at the end.
constexpr std::size_t min_new_mentions = 4;

struct PlacedWord {
  BodyWord word;
  std::size_t at;
};

/// By hash, then by place.
std::vector<PlacedWord> sorted(const std::vector<BodyWord>& words) {
  std::vector<PlacedWord> placed;
  placed.reserve(words.size());
  for (const BodyWord& word : words) placed.push_back({word, placed.size()});
  std::sort(placed.begin(), placed.end(), [](const PlacedWord& a, const PlacedWord& b) {
    return std::tie(a.word.hash, a.at) < std::tie(b.word.hash, b.at);
  });
  return placed;
}

void sort_unique(std::vector<std::uint64_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::size_t count_shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++shared;
      ++i;
      ++j;
    } else {
      ++(*i < *j ? i : j);
    }
  }
  return shared;
}

}  // namespace

BodyShape::BodyShape(std::string_view body) {
  const std::vector<BodyWord> words = body_words(body);
  size_ = words.size();
  shingles_ = shingles(words);
  sort_unique(shingles_);
  const std::vector<PlacedWord> placed = sorted(words);
  for (auto first = placed.begin(); first != placed.end();) {
    const std::uint64_t hash = first->word.hash;
    const auto next = std::find_if(
        first, placed.end(), [&](const PlacedWord& other) { return other.word.hash != hash; });
    const std::ptrdiff_t count = next - first;
    words_.push_back(hash);
    if (count >= key_word_count) key_words_.push_back(hash);
    if (count > 1 && first->at < size_ / 2)
      early_.push_back({hash, static_cast<std::size_t>(count)});
    if (first->word.number) numbers_.push_back(hash);
    first = next;
  }
}

bool BodyShape::has_key_words_of(const BodyShape& shorter) const {
  const std::size_t missing = shorter.numbers_.size() - count_shared(numbers_, shorter.numbers_);
  return std::includes(words_.begin(), words_.end(), shorter.key_words_.begin(),
                       shorter.key_words_.end()) &&
         static_cast<double>(missing) <=
             max_missing_numbers * static_cast<double>(shorter.numbers_.size());
}

bool BodyShape::is_about_more_than(const BodyShape& shorter) const {
  std::size_t mentions = 0;
  for (const Repeated& one : early_)
    if (!std::binary_search(shorter.words_.begin(), shorter.words_.end(), one.word))
      mentions += one.count;
  return mentions >= min_new_mentions;
}

bool BodyShape::is_copy_of(const BodyShape& other) const {
  const bool is_shorter = shingles_.size() <= other.shingles_.size();
  const BodyShape& shorter = is_shorter ? *this : other;
  const BodyShape& longer = is_shorter ? other : *this;
  if (shorter.size_ < min_copy_words) return false;
  const std::size_t shared = count_shared(shorter.shingles_, longer.shingles_);
  if (shorter.size_ < short_body_words)
    return shared == longer.shingles_.size() && shared == shorter.shingles_.size();
  const auto enough = [shared](double share, const BodyShape& body) {
    return static_cast<double>(shared) >= share * static_cast<double>(body.shingles_.size());
  };
  return enough(min_shared_of_shorter, shorter) && enough(min_shared_of_longer, longer) &&
         longer.has_key_words_of(shorter) && !longer.is_about_more_than(shorter);
}

std::vector<Fold> fold_copies(std::span<const std::string> fingerprints,
                              const std::function<const Story&(std::size_t)>& story_at) {
  std::vector<Fold> folds;
  for (std::size_t i = 0; i < fingerprints.size(); ++i) {
    const auto best = std::find_if(folds.begin(), folds.end(), [&](const Fold& fold) {
      if (!may_be_copies(fingerprints[i], fingerprints[fold.best])) return false;
      const Story &own = story_at(i), &hit = story_at(fold.best);
      return own.language == hit.language && own.body.is_copy_of(hit.body);
    });
    if (best == folds.end())
      folds.push_back({i, {}});
    else
      best->copies.push_back(i);
  }
  return folds;
}

}  // namespace pantau
