#include "indexer/glass/glass_pack.h"

#include <bit>
#include <cstddef>

namespace pantau {
namespace {

/// Bits from the low end of each byte on.
class BitAppender {
 public:
  explicit BitAppender(std::string& out) : out_{out} {}

  /// `value` out of the numbers below `limit`. Where these are no power of two the spare codes make
  /// the middle of the range a bit shorter.
  void add(std::uint32_t value, std::uint32_t limit) {
    auto bits = static_cast<unsigned>(std::bit_width(limit - 1));
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - limit);
    if (spare > 0) {
      const std::uint32_t middle = (limit - spare) / 2;
      if (value >= middle + spare)
        value = (value - (middle + spare)) | (std::uint32_t{1} << (bits - 1));
      else if (value >= middle)
        --bits;
    }
    pending_ |= std::uint64_t{value} << count_;
    for (count_ += bits; count_ >= 8; count_ -= 8, pending_ >>= 8U)
      out_ += static_cast<char>(pending_);
  }

  /// Those between two known ones: the middle one out of what fits, then both halves.
  void add_between(std::span<const std::uint32_t> known) {
    for (; known.size() > 2; known = known.subspan((known.size() - 1) / 2)) {
      const std::size_t middle = (known.size() - 1) / 2;
      const auto gaps = static_cast<std::uint32_t>(known.size() - 1);
      add(known[middle] - (known.front() + static_cast<std::uint32_t>(middle)),
          known.back() - known.front() - gaps + 1);
      add_between(known.first(middle + 1));
    }
  }

  void end() {
    if (count_ > 0) out_ += static_cast<char>(pending_);
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned count_ = 0;  ///< of pending bits: below 8 between calls
};

}  // namespace

void append_sortable(std::string& out, std::uint32_t number) {
  if (number < 0x8000) {
    out += static_cast<char>(number >> 8U);
    out += static_cast<char>(number);
    return;
  }
  const auto size = static_cast<unsigned>(std::bit_width(number) + 5) / 7;
  const std::uint64_t marked =
      number | (std::uint64_t{0xFFU << (10 - size) & 0xFFU} << (8 * (size - 1)));
  for (unsigned i = size; i-- > 0;) out += static_cast<char>(marked >> (8 * i));
}

bool take_sortable(std::string_view& in, std::uint32_t& number) {
  if (in.empty()) return false;
  const auto first = static_cast<std::uint8_t>(in.front());
  const auto ones = static_cast<unsigned>(std::countl_one(first));
  const std::size_t size = ones + 2;
  if (in.size() < size) return false;
  std::uint64_t all = first & (0xFFU >> (ones + 1));
  for (const char byte : in.substr(1, size - 1)) all = all << 8U | static_cast<std::uint8_t>(byte);
  in.remove_prefix(size);
  number = static_cast<std::uint32_t>(all);
  return all <= 0xFFFFFFFFU;
}

void append_term_key(std::string& out, std::string_view term, bool ends_key) {
  for (auto zero = term.find('\0'); zero != std::string_view::npos; zero = term.find('\0')) {
    out.append(term.substr(0, zero + 1)) += '\xFF';
    term.remove_prefix(zero + 1);
  }
  out += term;
  if (!ends_key) out += '\0';
}

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  append_number(out, positions.back());
  if (positions.size() == 1) return;
  BitAppender bits{out};
  bits.add(positions.front(), positions.back());
  bits.add(static_cast<std::uint32_t>(positions.size() - 2), positions.back() - positions.front());
  bits.add_between(positions);
  bits.end();
}

}  // namespace pantau
