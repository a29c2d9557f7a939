// zstd frames and skippable frames (RFC 8878), and the dictionary of .warc.zst (IIPC, "Zstandard
// Compression for WARC Files" 1.0): a skippable frame 0x184D2A5D before the first record, its
// content a dictionary, itself compressed or not. All frames up to the next such frame are decoded
// with it.
#define ZSTD_STATIC_LINKING_ONLY  // ZSTD_getFrameHeader, to tell a frame from its magic number
                                  // alone
#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <utility>

#include "indexer/crawl/codec.h"

namespace pantau {
namespace {

constexpr std::uint32_t frame_magic = 0xFD2FB528;
constexpr std::uint32_t skippable_magic = 0x184D2A50;  // to ...5F
constexpr std::uint32_t dictionary_magic = 0x184D2A5D;
constexpr std::size_t skippable_header_bytes = 8;  // magic, size

/// What `zstd -d` accepts without being asked: a window of 128 MiB. It is the largest buffer we
/// make.
constexpr int max_window_log = 27;

/// Dictionaries in use are of 100 KB to 1 MB; a larger one is passed over, and its frames fail.
constexpr std::size_t max_dictionary_bytes = std::size_t{8} << 20;

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 4; i-- > 0;)
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

struct ContextDeleter {
  void operator()(ZSTD_DCtx* it) const { ZSTD_freeDCtx(it); }
};

class ZstdCodec : public Codec {
 public:
  ZstdCodec() : context_{ZSTD_createDCtx()} {
    if (!context_) throw std::bad_alloc{};
    ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax, max_window_log);
  }

  [[nodiscard]] bool starts_member(std::string_view bytes, bool doubtful) const override;
  [[nodiscard]] std::string_view first_bytes() const override { return "\x28\xb5\x2f\xfd"; }
  void begin() override {
    ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
    at_start_ = true;
    skip_ = 0;
  }
  [[nodiscard]] Step decode(std::string_view in, std::span<char> out) override;

 private:
  [[nodiscard]] Step skip_some(std::string_view in);
  void use_dictionary();

  std::unique_ptr<ZSTD_DCtx, ContextDeleter> context_;
  bool at_start_ = false;
  bool in_skippable_ = false;
  std::uint64_t skip_ = 0;      // bytes left of a skippable frame
  bool is_dictionary_ = false;  // that frame holds one
  std::string dictionary_;
};

bool ZstdCodec::starts_member(std::string_view bytes, bool doubtful) const {
  if (bytes.size() < 4)
    return !doubtful && (first_bytes().starts_with(bytes) || bytes.substr(1) == "\x2a\x4d" ||
                         bytes.substr(1) == "\x2a");
  const std::uint32_t magic = little_endian(bytes, 0);
  if ((magic & 0xFFFFFFF0) == skippable_magic) return true;
  if (magic != frame_magic) return false;
  ZSTD_frameHeader header;
  return !doubtful || ZSTD_getFrameHeader(&header, bytes.data(), bytes.size()) == 0;
}

Codec::Step ZstdCodec::decode(std::string_view in, std::span<char> out) {
  if (at_start_) {
    in_skippable_ = in.size() >= 4 && (little_endian(in, 0) & 0xFFFFFFF0) == skippable_magic;
    if (in_skippable_ && in.size() < skippable_header_bytes) return {};
    at_start_ = false;
    if (in_skippable_) {
      is_dictionary_ = little_endian(in, 0) == dictionary_magic;
      skip_ = skippable_header_bytes + std::uint64_t{little_endian(in, 4)};
      dictionary_.clear();
    }
  }
  if (in_skippable_) return skip_some(in);
  ZSTD_inBuffer from{in.data(), in.size(), 0};
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  const std::size_t result = ZSTD_decompressStream(context_.get(), &to, &from);
  Step step{Step::State::more, from.pos, to.pos, {}};
  if (ZSTD_isError(result) != 0) {
    step.state = Step::State::broken;
    step.what = ZSTD_getErrorName(result);
  } else if (result == 0) {
    step.state = Step::State::done;
  }
  return step;
}

Codec::Step ZstdCodec::skip_some(std::string_view in) {
  const auto step = static_cast<std::size_t>(std::min<std::uint64_t>(skip_, in.size()));
  if (is_dictionary_ && dictionary_.size() <= skippable_header_bytes + max_dictionary_bytes)
    dictionary_.append(in.substr(0, step));
  skip_ -= step;
  if (skip_ != 0) return {Step::State::more, step, 0, {}};
  if (is_dictionary_) use_dictionary();
  return {Step::State::done, step, 0, {}};
}

// An unusable dictionary is no error here: the frames that need it say so themselves.
void ZstdCodec::use_dictionary() {
  const std::string packed = std::exchange(dictionary_, {});
  std::string_view content = std::string_view{packed}.substr(skippable_header_bytes);
  std::string unpacked;
  if (content.size() >= 4 && little_endian(content, 0) == frame_magic) {
    const auto size = ZSTD_getFrameContentSize(content.data(), content.size());
    const bool known = size != ZSTD_CONTENTSIZE_UNKNOWN && size != ZSTD_CONTENTSIZE_ERROR;
    unpacked.resize(known ? std::min<std::size_t>(size, max_dictionary_bytes)
                          : max_dictionary_bytes);
    const std::size_t got =
        ZSTD_decompress(unpacked.data(), unpacked.size(), content.data(), content.size());
    if (ZSTD_isError(got) != 0) return;
    content = std::string_view{unpacked}.substr(0, got);
  }
  ZSTD_DCtx_loadDictionary(context_.get(), content.data(), content.size());
}

}  // namespace

std::unique_ptr<Codec> make_zstd_codec() {
  return std::make_unique<ZstdCodec>();
}

}  // namespace pantau
