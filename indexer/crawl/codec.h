// One way of compressing: gzip or zstd, a step at a time. container.h joins the steps to a payload.
// Tested by tests/indexer/crawl/damage_test.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace pantau {

/// A member is what a codec decodes on its own: a gzip member (RFC 1952, section 2.2) or a zstd
/// frame (RFC 8878, section 3.1).
class Codec {
 public:
  struct Step {
    enum class State { more, done, broken };
    State state = State::more;
    std::size_t consumed = 0;
    std::size_t produced = 0;
    std::string_view what;  ///< what is broken
  };

  Codec() = default;
  virtual ~Codec() = default;
  Codec(const Codec&) = delete;
  Codec& operator=(const Codec&) = delete;

  /// How many bytes starts_member() needs to see.
  static constexpr std::size_t header_bytes = 18;

  /// Whether `bytes` may be the start of a member; the first bytes of one if they are all there is.
  /// `doubtful` asks for every sign: the place was found by searching, not by reading up to it.
  [[nodiscard]] virtual bool starts_member(std::string_view bytes, bool doubtful) const = 0;

  /// The byte every member starts with, to search by.
  [[nodiscard]] virtual std::string_view first_bytes() const = 0;

  /// Gets ready for a member whose first byte is the next one given to decode().
  virtual void begin() = 0;

  /// Decodes some of `in` to `out`. Consumes and produces nothing only if it needs more input.
  [[nodiscard]] virtual Step decode(std::string_view in, std::span<char> out) = 0;
};

[[nodiscard]] std::unique_ptr<Codec> make_gzip_codec();
[[nodiscard]] std::unique_ptr<Codec> make_zstd_codec();

}  // namespace pantau
