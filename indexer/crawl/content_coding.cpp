#include "indexer/crawl/content_coding.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <vector>

#include "common/text.h"
#include "indexer/crawl/header_fields.h"

namespace pantau {
namespace {

/// Servers are known to code twice; more is an attack.
constexpr std::size_t max_codings = 4;

/// RFC 9659: no more than 8 MiB may be asked of who decodes a body in zstd.
constexpr int max_zstd_window_log = 23;

/// One step of a decoder: how much of `in` it took and of `out` it filled.
struct Step {
  std::size_t consumed = 0;
  std::size_t produced = 0;
  bool is_over = false;  // the end of the data, or an error
  bool is_error = false;
};

// Runs `step` over all of `in`, up to max_bytes of output.
template <typename StepFunction>
Decoded decode_all(std::string_view in, std::size_t max_bytes, StepFunction step) {
  constexpr std::size_t least = std::size_t{64} * 1024;
  Decoded result;
  std::size_t size = 0;
  for (;;) {
    if (size == result.bytes.size())
      result.bytes.resize(std::min(max_bytes + 1, std::max({least, 4 * in.size(), 2 * size})));
    const Step done = step(in, std::span{result.bytes}.subspan(size));
    in.remove_prefix(done.consumed);
    size += done.produced;
    result.is_too_large = size > max_bytes;
    const bool is_stuck = done.consumed == 0 && done.produced == 0;
    result.is_complete = !done.is_error && !(is_stuck && !done.is_over);
    if (done.is_over || done.is_error || is_stuck || result.is_too_large) break;
  }
  result.bytes.resize(std::min(size, max_bytes));
  return result;
}

class Inflater {
 public:
  explicit Inflater(int window_bits) {
    if (inflateInit2(&stream_, window_bits) != Z_OK) throw std::bad_alloc{};
  }
  ~Inflater() { inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  Step operator()(std::string_view in, std::span<char> out) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    const int result = inflate(&stream_, Z_NO_FLUSH);
    const bool is_end = result == Z_STREAM_END;
    const Step step{in.size() - stream_.avail_in, out.size() - stream_.avail_out, is_end,
                    !is_end && result != Z_OK && result != Z_BUF_ERROR};
    return step;
  }
  void reset() { inflateReset(&stream_); }

 private:
  z_stream stream_{};
};

bool is_gzip(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b\x08");
}
bool is_zstd(std::string_view bytes) {
  return bytes.starts_with("\x28\xb5\x2f\xfd");
}

// RFC 1950, section 2.2: deflate in 32 KiB at most, no preset dictionary, a multiple of 31.
bool is_zlib(std::string_view bytes) {
  if (bytes.size() < 2) return false;
  const auto cmf = static_cast<unsigned char>(bytes[0]);
  const auto flags = static_cast<unsigned char>(bytes[1]);
  return (cmf & 0x0F) == 8 && (cmf >> 4) <= 7 && (flags & 0x20) == 0 &&
         (cmf * 256 + flags) % 31 == 0;
}

Decoded decode_gzip(std::string_view in, std::size_t max_bytes) {
  Inflater inflater{16 + MAX_WBITS};
  return decode_all(in, max_bytes, [&](std::string_view rest, std::span<char> out) {
    Step step = inflater(rest, out);
    if (!step.is_over || !is_gzip(rest.substr(step.consumed))) return step;
    inflater.reset();  // several members make one body (RFC 1952, section 2.2)
    step.is_over = false;
    return step;
  });
}

// "deflate" is zlib's format, and raw deflate where servers misread the RFC.
Decoded decode_deflate(std::string_view in, std::size_t max_bytes) {
  if (is_zlib(in)) {
    Inflater zlib{MAX_WBITS};
    Decoded result = decode_all(in, max_bytes, std::ref(zlib));
    if (!result.bytes.empty()) return result;
  }
  Inflater raw{-MAX_WBITS};
  return decode_all(in, max_bytes, std::ref(raw));
}

struct BrotliDeleter {
  void operator()(BrotliDecoderState* it) const { BrotliDecoderDestroyInstance(it); }
};

Decoded decode_brotli(std::string_view in, std::size_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState, BrotliDeleter> state{
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)};
  if (!state) throw std::bad_alloc{};
  return decode_all(in, max_bytes, [&](std::string_view rest, std::span<char> out) {
    std::size_t in_left = rest.size();
    std::size_t out_left = out.size();
    const auto* from = reinterpret_cast<const std::uint8_t*>(rest.data());
    auto* to = reinterpret_cast<std::uint8_t*>(out.data());
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state.get(), &in_left, &from, &out_left, &to, nullptr);
    return Step{rest.size() - in_left, out.size() - out_left,
                result == BROTLI_DECODER_RESULT_SUCCESS, result == BROTLI_DECODER_RESULT_ERROR};
  });
}

struct ZstdDeleter {
  void operator()(ZSTD_DCtx* it) const { ZSTD_freeDCtx(it); }
};

Decoded decode_zstd(std::string_view in, std::size_t max_bytes) {
  const std::unique_ptr<ZSTD_DCtx, ZstdDeleter> context{ZSTD_createDCtx()};
  if (!context) throw std::bad_alloc{};
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, max_zstd_window_log);
  return decode_all(in, max_bytes, [&](std::string_view rest, std::span<char> out) {
    ZSTD_inBuffer from{rest.data(), rest.size(), 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    const std::size_t result = ZSTD_decompressStream(context.get(), &to, &from);
    return Step{from.pos, to.pos, result == 0 && from.pos == from.size, ZSTD_isError(result) != 0};
  });
}

// Empty if `body` is not in that coding, whatever was declared.
std::optional<Decoded> undo_one(std::string_view coding, std::string_view body,
                                std::size_t max_bytes) {
  Decoded result;
  if (is_gzip(body)) {
    result = decode_gzip(body, max_bytes);
  } else if (is_zstd(body)) {
    result = decode_zstd(body, max_bytes);
  } else if (coding == "deflate") {
    result = decode_deflate(body, max_bytes);
  } else if (coding == "br") {
    result = decode_brotli(body, max_bytes);
  }
  if (result.bytes.empty()) return std::nullopt;
  // Text that a crawler decoded before can look like a few bytes of raw deflate or br.
  const bool has_magic = is_gzip(body) || is_zstd(body);
  if (!has_magic && !result.is_complete && body.starts_with('<')) return std::nullopt;
  return result;
}

std::vector<std::string> split_codings(std::string_view field) {
  std::vector<std::string> codings;
  while (!field.empty()) {
    const std::string_view one = field.substr(0, field.find(','));
    field.remove_prefix(std::min(field.size(), one.size() + 1));
    codings.push_back(to_lower_ascii(trim(one)));
  }
  return codings;
}

}  // namespace

Decoded undo_content_codings(std::string_view content_encoding, std::string body,
                             std::size_t max_bytes) {
  Decoded result{std::move(body)};
  std::vector<std::string> codings = split_codings(content_encoding);
  for (std::size_t undone = 0; undone < max_codings && !result.is_too_large; ++undone) {
    const std::string coding = codings.empty() ? "" : codings.back();
    if (!codings.empty()) codings.pop_back();
    std::optional<Decoded> next = undo_one(coding, result.bytes, max_bytes);
    if (!next && codings.empty()) break;
    if (!next) continue;
    next->is_complete &= result.is_complete;
    result = std::move(*next);
  }
  return result;
}

}  // namespace pantau
