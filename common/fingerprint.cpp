#include "common/fingerprint.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/hash.h"
#include "common/utf8.h"

namespace pantau {
namespace {

constexpr std::size_t shingle_words = 3;

/// How many of fingerprint_size bins must agree. Binomial: with half of the shingles shared, 5 or
/// more bins agree in 96 of 100 cases; with one in a hundred, in two of a million.
constexpr int min_equal_bins = 5;

/// What an ASCII letter or digit counts as; 0 for what parts words. An apostrophe does neither.
constexpr auto letters = [] {
  std::array<unsigned char, 0x80> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = c;
  return table;
}();

/// General punctuation and spaces: U+00A0-00BF, U+2000-206F, U+3000-303F.
bool is_sign(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 2) return byte(0) == 0xC2;
  if (character.size() != 3) return false;
  return (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) ||
         (byte(0) == 0xE3 && byte(1) == 0x80);
}

/// Scripts written without spaces: Thai and Lao, Burmese, Khmer, and all that is written with Han
/// and kana.
bool is_unspaced(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 4) return byte(0) == 0xF0 && byte(1) >= 0xA0;
  if (character.size() != 3) return false;
  if (byte(0) == 0xE0) return byte(1) >= 0xB8 && byte(1) <= 0xBB;
  if (byte(0) == 0xE1)
    return (byte(1) >= 0x80 && byte(1) <= 0x82) || byte(1) == 0x9E || byte(1) == 0x9F;
  return (byte(0) == 0xE2 && byte(1) >= 0xBA) || (byte(0) >= 0xE3 && byte(0) <= 0xE9);
}

/// Bytes of the character that begins with `lead`.
std::size_t character_size(unsigned char lead) {
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Spreads the bits of a hash, so that any few of them are as good as any others (MurmurHash3's
/// fmix64, by Austin Appleby, in the public domain).
std::uint64_t mix(std::uint64_t hash) {
  hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdU;
  hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53U;
  return hash ^ (hash >> 33U);
}

/// Collects words letter by letter.
class WordCollector {
 public:
  explicit WordCollector(std::size_t bytes) { words_.reserve(bytes / 6); }

  void add(unsigned char c) {
    const char letter = static_cast<char>(c);
    word_.hash = fnv1a({&letter, 1}, word_.hash);
    word_.number |= c >= '0' && c <= '9';
    empty_ = false;
  }
  void end() {
    if (empty_) return;
    words_.push_back(word_);
    word_ = first;
    empty_ = true;
  }
  std::vector<BodyWord> take() { return std::move(words_); }

 private:
  static constexpr BodyWord first{fnv1a({}), false};

  std::vector<BodyWord> words_;
  BodyWord word_ = first;
  bool empty_ = true;
};

}  // namespace

std::vector<BodyWord> body_words(std::string_view body) {
  body = body.substr(0, utf8_floor(body, max_compared_bytes));
  WordCollector words{body.size()};
  for (std::size_t i = 0; i < body.size();) {
    const auto c = static_cast<unsigned char>(body[i]);
    if (c < 0x80) {
      if (letters[c] != 0)
        words.add(letters[c]);
      else if (c != '\'')
        words.end();
      ++i;
      continue;
    }
    const std::string_view character = body.substr(i, character_size(c));
    i += character.size();
    if (character == "\u2019") continue;  // China’s and China's are one
    if (is_sign(character)) {
      words.end();
      continue;
    }
    for (const char byte : character) words.add(static_cast<unsigned char>(byte));
    if (is_unspaced(character) && mix(fnv1a(character)) % 4 == 0) words.end();
  }
  words.end();
  return words.take();
}

std::vector<std::uint64_t> shingles(const std::vector<BodyWord>& words) {
  std::vector<std::uint64_t> out;
  if (words.size() < shingle_words) return out;
  out.reserve(words.size());
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t j = i; j < i + shingle_words; ++j) hash = hash * 31 + words[j].hash;
    out.push_back(mix(hash));
  }
  return out;
}

std::string fingerprint(std::string_view body) {
  const std::vector<BodyWord> words = body_words(body);
  if (words.size() < min_copy_words) return {};
  std::array<std::uint64_t, fingerprint_size> least;
  least.fill(UINT64_MAX);
  for (const std::uint64_t shingle : shingles(words)) {
    std::uint64_t& bin = least[shingle % fingerprint_size];
    bin = std::min(bin, shingle);
  }
  std::string out;
  for (const std::uint64_t hash : least) out += static_cast<char>(hash >> 8U & 0xFFU);
  return out;
}

bool may_be_copies(std::string_view fingerprint, std::string_view other) {
  if (fingerprint.size() != fingerprint_size || other.size() != fingerprint_size) return false;
  int equal = 0;
  for (std::size_t i = 0; i < fingerprint_size; ++i) equal += fingerprint[i] == other[i] ? 1 : 0;
  return equal >= min_equal_bins;
}

}  // namespace pantau
