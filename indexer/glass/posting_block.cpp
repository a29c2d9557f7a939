#include "indexer/glass/posting_block.h"

#include <algorithm>
#include <functional>
#include <span>

#include "indexer/glass/glass_pack.h"

namespace pantau {
namespace {

/// For the terms of a dozen articles before the table first grows.
constexpr std::size_t first_slots = 1U << 14U;

/// Terms share strings of this size, which never move: an allocation for some thousand terms.
constexpr std::size_t kept_bytes = std::size_t{64} << 10U;

}  // namespace

TermTable::TermTable() : slots_(first_slots) {}

std::uint32_t TermTable::number_of(std::string_view term) {
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(term));
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t number = slots_[slot] - 1;
    if (hashes_[number] == hash && terms_[number] == term) return number;
  }
  terms_.push_back(keep(term));
  hashes_.push_back(hash);
  slots_[slot] = size();
  if (terms_.size() * 2 > slots_.size()) grow();
  return size() - 1;
}

/// A copy that stays where it is.
std::string_view TermTable::keep(std::string_view term) {
  if (bytes_.empty() || bytes_.back().size() + term.size() > kept_bytes)
    bytes_.emplace_back().reserve(kept_bytes);
  bytes_.back() += term;
  return std::string_view{bytes_.back()}.substr(bytes_.back().size() - term.size());
}

void TermTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < size(); ++number) {
    std::size_t slot = hashes_[number] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = number + 1;
  }
}

/// The current document's posting of the term; made if it has none yet.
std::uint32_t PostingBlock::posting_of(std::uint32_t term, std::uint32_t wdf) {
  if (term >= last_posting_.size()) last_posting_.resize(terms_.size());
  std::uint32_t& last = last_posting_[term];
  if (last <= first_posting_) {
    postings_.push_back({term, static_cast<std::uint32_t>(documents_.size() - 1)});
    last = static_cast<std::uint32_t>(postings_.size());
  }
  postings_[last - 1].wdf += wdf;
  return static_cast<std::uint32_t>(last - 1 - first_posting_);
}

namespace {

/// Brings positions into rising order, each once, and says how many those are. Words come in order;
/// their variants come after all of them.
std::uint32_t ascending(std::span<std::uint32_t> positions) {
  const auto falls = std::adjacent_find(positions.begin(), positions.end(), std::greater_equal{});
  if (falls == positions.end()) return static_cast<std::uint32_t>(positions.size());
  std::sort(positions.begin(), positions.end());
  const auto end = std::unique(positions.begin(), positions.end());
  return static_cast<std::uint32_t>(end - positions.begin());
}

}  // namespace

void PostingBlock::end_document() {
  const std::span document{postings_.begin() + static_cast<std::ptrdiff_t>(first_posting_),
                           postings_.end()};
  for (const Occurrence& one : occurrences_) ++document[one.posting].positions;
  ends_.clear();
  std::uint32_t begin = 0;
  for (const Posting& posting : document) {
    ends_.push_back(begin);
    begin += posting.positions;
  }
  sorted_.resize(occurrences_.size());
  for (const Occurrence& one : occurrences_) sorted_[ends_[one.posting]++] = one.position;
  for (std::size_t i = 0; i < document.size(); ++i) {
    Posting& posting = document[i];
    documents_.back().length += posting.wdf;
    if (posting.positions == 0) continue;
    posting.positions_begin = static_cast<std::uint32_t>(positions_.size());
    const std::span<std::uint32_t> own =
        std::span{sorted_}.subspan(ends_[i] - posting.positions, posting.positions);
    posting.positions = ascending(own);
    append_positions(positions_, own.first(posting.positions));
    posting.positions_size =
        static_cast<std::uint32_t>(positions_.size()) - posting.positions_begin;
  }
  occurrences_.clear();
  first_posting_ = postings_.size();
}

}  // namespace pantau
