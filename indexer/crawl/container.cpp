#include "indexer/crawl/container.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "indexer/crawl/codec.h"

namespace pantau {
namespace {

/// Text packs 3 to 20 times. Of this much payload in one member at least that much input must have
/// been read, or it is a bomb: 500 times, half of what deflate can do.
constexpr std::uint64_t bomb_payload_bytes = std::uint64_t{64} << 20;
constexpr std::uint64_t max_ratio = 500;
constexpr std::uint64_t bomb_input_bytes = bomb_payload_bytes / max_ratio;

/// From here on the file as a whole is held to the same: many small bombs in a row cost no memory,
/// but days.
constexpr std::uint64_t bomb_file_payload_bytes = 4 * bomb_payload_bytes;

/// The second bytes of the magic numbers of gzip, zstd and skippable frames: decoders are made only
/// for what may need one.
constexpr std::string_view second_bytes = "\x8b\xb5\x2a";

class PlainContainer : public Container {
 public:
  explicit PlainContainer(InputWindow window) : window_{std::move(window)} {}

  [[nodiscard]] Piece read(std::span<char> to) override {
    if (window_.ahead().empty()) window_.fill();
    const std::string_view from = window_.ahead().substr(0, to.size());
    if (from.empty()) return {Piece::Kind::end, 0, window_.offset(), {}};
    std::memcpy(to.data(), from.data(), from.size());
    window_.skip(from.size());
    return {Piece::Kind::bytes, from.size(), 0, {}};
  }
  void seek(std::uint64_t offset) override { window_.seek(offset); }
  [[nodiscard]] bool is_plain() const override { return true; }

 private:
  InputWindow window_;
};

class PackedContainer : public Container {
 public:
  PackedContainer(InputWindow window, std::unique_ptr<Codec> codec)
      : window_{std::move(window)}, codec_{std::move(codec)} {}

  [[nodiscard]] Piece read(std::span<char> to) override {
    while (inside_)
      if (Piece piece = decode(to); piece.kind != Piece::Kind::end) return piece;
    return next_member();
  }
  void seek(std::uint64_t offset) override {
    window_.seek(offset);
    inside_ = false;
    payload_ = 0;
    start_ = offset;
  }
  [[nodiscard]] bool is_plain() const override { return false; }

 private:
  Piece next_member();
  Piece decode(std::span<char> to);
  Piece leave_broken(Piece::Kind kind, std::string_view what);
  bool is_bomb(const Codec::Step& step);
  Piece leave_file();
  void search_member();

  InputWindow window_;
  std::unique_ptr<Codec> codec_;
  bool inside_ = false;              // a member
  std::uint64_t member_offset_ = 0;  // of the member inside which we are
  bool has_given_ = false;           // payload of it
  std::string_view broken_;          // what broke it, once all that came before was given
  std::uint64_t payload_since_ = 0;  // the last look at how much input made how much payload
  std::uint64_t input_since_ = 0;
  std::uint64_t payload_ = 0;  // of all members
  std::uint64_t start_ = 0;    // of what was read of the input
};

// Between two members. Zero bytes there are padding, as tapes and block devices need it.
Piece PackedContainer::next_member() {
  window_.need(Codec::header_bytes);
  while (!window_.ahead().empty() && window_.ahead().front() == '\0') {
    window_.skip(std::min(window_.ahead().find_first_not_of('\0'), window_.ahead().size()));
    window_.need(Codec::header_bytes);
  }
  const std::uint64_t offset = window_.offset();
  if (window_.ahead().empty()) return {Piece::Kind::end, 0, offset, {}};
  if (codec_->starts_member(window_.ahead(), false)) {
    codec_->begin();
    inside_ = true;
    has_given_ = false;
    member_offset_ = offset;
    payload_since_ = input_since_ = 0;
    return {Piece::Kind::member, 0, offset, {}};
  }
  search_member();
  return {Piece::Kind::garbage, 0, offset,
          std::to_string(window_.offset() - offset) + " bytes between members, at byte " +
              std::to_string(offset) + " of the file"};
}

// A piece of kind end stands for "nothing this time".
Piece PackedContainer::decode(std::span<char> to) {
  if (!broken_.empty()) return leave_broken(Piece::Kind::torn, broken_);
  if (!has_given_)
    window_.need(InputWindow::max_need);  // so that most members are there as a whole
  const Codec::Step step = codec_->decode(window_.ahead(), to);
  window_.skip(step.consumed);
  const bool stuck = step.consumed == 0 && step.produced == 0;
  if (step.state == Codec::Step::State::done) {
    inside_ = false;
  } else if (step.state == Codec::Step::State::broken) {
    broken_ = step.what;
  } else if (stuck && !window_.fill()) {
    return leave_broken(Piece::Kind::cut, "the file ends inside it");
  } else if (is_bomb(step)) {
    return leave_broken(Piece::Kind::torn, "it unpacks to more than 500 times its size");
  }
  if (step.produced == 0) return {};
  has_given_ = true;
  payload_ += step.produced;
  if (payload_ > bomb_file_payload_bytes && payload_ / max_ratio > window_.offset() - start_)
    return leave_file();
  return {Piece::Kind::bytes, step.produced, 0, {}};
}

bool PackedContainer::is_bomb(const Codec::Step& step) {
  payload_since_ += step.produced;
  input_since_ += step.consumed;
  if (payload_since_ < bomb_payload_bytes) return false;
  if (input_since_ < bomb_input_bytes) return true;
  payload_since_ = input_since_ = 0;
  return false;
}

// Gives up, and goes to the end of the input.
Piece PackedContainer::leave_file() {
  Piece piece{Piece::Kind::torn, 0, member_offset_,
              "the file unpacks to more than 500 times its size; nothing is read from byte " +
                  std::to_string(window_.offset()) + " of it on"};
  inside_ = false;
  broken_ = {};
  do {
    window_.skip(window_.ahead().size());
  } while (window_.fill());
  return piece;
}

Piece PackedContainer::leave_broken(Piece::Kind kind, std::string_view what) {
  Piece piece{kind, 0, member_offset_,
              "compressed data at byte " + std::to_string(member_offset_) +
                  " of the file: " + std::string{what}};
  inside_ = false;
  broken_ = {};
  // Damage is often noticed late, when the decoder has run over the start of the next member; of a
  // member that was cut short in the middle of the file, only at the end of the file.
  if (payload_since_ < bomb_payload_bytes) window_.rewind(member_offset_);
  window_.skip(std::min<std::size_t>(1, window_.ahead().size()));
  search_member();
  if (!window_.ahead().empty()) piece.kind = Piece::Kind::torn;
  return piece;
}

// Skips to what looks like a member, or to the end.
void PackedContainer::search_member() {
  const std::string_view first = codec_->first_bytes();
  while (window_.need(Codec::header_bytes)) {
    const std::string_view ahead = window_.ahead();
    const std::size_t last = ahead.size() - Codec::header_bytes;
    std::size_t at = 0;
    while ((at = std::min(ahead.find(first, at), last + 1)) <= last) {
      if (codec_->starts_member(ahead.substr(at), true)) return window_.skip(at);
      ++at;
    }
    window_.skip(last + 1);
  }
  window_.skip(window_.ahead().size());
}

}  // namespace

std::unique_ptr<Container> make_container(std::unique_ptr<ByteSource> source) {
  InputWindow window{std::move(source)};
  window.need(Codec::header_bytes);
  const std::string_view head = window.ahead();
  if (head.size() < 4 || second_bytes.find(head[1]) == std::string_view::npos)
    return std::make_unique<PlainContainer>(std::move(window));
  for (auto make : {make_gzip_codec, make_zstd_codec}) {
    std::unique_ptr<Codec> codec = make();
    if (codec->starts_member(head, false))
      return std::make_unique<PackedContainer>(std::move(window), std::move(codec));
  }
  return std::make_unique<PlainContainer>(std::move(window));
}

}  // namespace pantau
