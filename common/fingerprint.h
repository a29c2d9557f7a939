// What tells near copies of one story apart from two stories: the words of a body as numbers, its
// shingles (runs of three words), and a fingerprint of 16 bytes that is in the index. The
// fingerprint only says who may be a copy; searcher/search/near_copies.h compares the bodies.
// Tested by tests/common/fingerprint_test.cpp.
//
// The fingerprint is b-bit minwise hashing (Li and König, "b-Bit Minwise Hashing", 2010) by one
// permutation (Li, Owen and Zhang, "One Permutation Hashing", 2012): shingles are hashed into 16
// bins, and of the least hash in each bin 8 bits are kept. Two bodies agree in a bin about as often
// as the share of their shingles that both have. 64 bits of SimHash (Manku, Jain and Das Sarma,
// 2007) tell an added paragraph from chance far less surely: at half of the shingles shared they
// differ in 16 bits, and so do many unrelated pairs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// A word without its spelling: letter case of ASCII and signs do not count.
struct BodyWord {
  std::uint64_t hash;
  bool number;  ///< has a digit: what two stories from one template differ in
};

/// The words of the first max_compared_bytes of `body`. Needs no dictionary and never changes with
/// the version of ICU; writing without spaces is cut at one sign in four, by which sign it is.
[[nodiscard]] std::vector<BodyWord> body_words(std::string_view body);

/// A story is told from another long before; a book that is not does no harm.
inline constexpr std::size_t max_compared_bytes = 1U << 20U;

/// One number for each run of three words, in order; none for shorter bodies.
[[nodiscard]] std::vector<std::uint64_t> shingles(const std::vector<BodyWord>& words);

/// Shorter bodies have no copies: captions and error pages read alike without being one story.
inline constexpr std::size_t min_copy_words = 40;

inline constexpr std::size_t fingerprint_size = 16;

/// fingerprint_size bytes; "" for a body of less than min_copy_words.
[[nodiscard]] std::string fingerprint(std::string_view body);

/// Are they alike enough for a closer look? Two bodies that share half of their shingles are so in
/// 96 of 100 cases, unrelated ones in two of a million.
[[nodiscard]] bool may_be_copies(std::string_view fingerprint, std::string_view other);

}  // namespace pantau
