// A payload as its container gives it: bytes, and between them where members start and what is
// wrong. Plain files are containers too. Entrance: make_container. Tested by
// tests/indexer/crawl/damage_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "indexer/crawl/input_window.h"

namespace pantau {

struct Piece {
  enum class Kind {
    bytes,    ///< `size` bytes of payload, one or more
    member,   ///< the next bytes are the first of a member, which is at `offset` of the input
    torn,     ///< the bytes since the last member piece are damaged, or not all there are
    cut,      ///< the same, because the input ends
    garbage,  ///< at `offset` lies something that is no member; it was passed over
    end,      ///< the end of the input, at `offset`
  };
  Kind kind = Kind::end;
  std::size_t size = 0;
  std::uint64_t offset = 0;
  std::string detail;  ///< of torn, cut and garbage: one line for a person
};

/// Damage costs the member it is in: reading goes on at the next one.
class Container {
 public:
  Container() = default;
  virtual ~Container() = default;
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  /// The next piece; its bytes, if it has any, go to `to`. After the end: the end again.
  [[nodiscard]] virtual Piece read(std::span<char> to) = 0;

  /// Goes on at `offset` of the input, where a member starts. What was read before and holds for
  /// the rest, such as a dictionary, is kept.
  virtual void seek(std::uint64_t offset) = 0;

  /// Whether the payload is the input itself, byte for byte.
  [[nodiscard]] virtual bool is_plain() const = 0;
};

/// The container that the first bytes of the input tell: gzip, zstd, or none.
[[nodiscard]] std::unique_ptr<Container> make_container(std::unique_ptr<ByteSource> source);

}  // namespace pantau
