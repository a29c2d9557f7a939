#include "indexer/crawl/payload.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pantau {
namespace {

/// Room for a step: most records fit, so that a member is unpacked in one go.
constexpr std::size_t step_bytes = std::size_t{512} * 1024;

}  // namespace

std::optional<CrawlRecord> report_break(const Break& here, Origin origin) {
  if (here.torn) return Rejected{std::move(origin), "", "damaged", here.detail};
  if (here.cut) return Warning{std::move(origin), "cut-file", here.detail};
  if (here.garbage) return Warning{std::move(origin), "garbage", here.detail};
  return std::nullopt;
}

Payload::Payload(std::unique_ptr<Container> container) : container_{std::move(container)} {
  members_.push_back({});
}

std::string_view Payload::bytes() const {
  return {buffer_.get() + begin_, run_limit() - begin_};
}

bool Payload::grow() {
  while (breaks_.empty()) {
    const std::size_t before = end_ - begin_;  // pull() may move what is in the buffer
    pull();
    if (end_ - begin_ != before) return true;
  }
  return false;
}

bool Payload::grow_to(std::size_t size) {
  while (bytes().size() < size)
    if (!grow()) return false;
  return true;
}

std::string_view Payload::peek(std::size_t size) {
  while (end_ - begin_ < size && !at_end_) pull();
  return {buffer_.get() + begin_, std::min(size, end_ - begin_)};
}

std::string_view Payload::next_run_head(std::size_t size) {
  const auto limit = [this] { return breaks_.size() > 1 ? breaks_[1].first : end_; };
  while (breaks_.size() == 1 && !at_end_ && end_ - breaks_.front().first < size) pull();
  const std::size_t start = breaks_.front().first;
  return {buffer_.get() + start, std::min(size, limit() - start)};
}

bool Payload::is_next_run_lost() const {
  if (breaks_.size() < 2 || breaks_[1].first != breaks_[0].first) return false;
  return breaks_[1].second.torn || breaks_[1].second.cut;
}

void Payload::next_run() {
  begin_ = breaks_.front().first;
  breaks_.pop_front();
}

void Payload::join_run() {
  breaks_.pop_front();
}

Position Payload::position() const {
  const auto after = std::upper_bound(
      members_.begin() + 1, members_.end(), offset(),
      [](std::uint64_t here, const Position& start) { return here < start.payload; });
  const Position& member = *(after - 1);
  if (!container_->is_plain()) return member;
  return {member.input + (offset() - member.payload), offset()};
}

void Payload::seek(Position position) {
  container_->seek(position.input);
  begin_ = end_ = 0;
  buffer_offset_ = position.payload;
  at_end_ = false;
  breaks_.clear();
  is_break_over_ = true;
  members_ = {position};
}

// The break at the end of what was read so far. What goes wrong at one place makes one break, up to
// where a member starts; that one may be empty, with a break of its own.
Break& Payload::break_here() {
  const bool is_same = !breaks_.empty() && breaks_.back().first == end_ && !is_break_over_;
  if (!is_same) breaks_.emplace_back(end_, Break{});
  is_break_over_ = false;
  return breaks_.back().second;
}

void Payload::make_room() {
  if (capacity_ - end_ >= step_bytes) return;
  const std::size_t size = end_ - begin_;
  // Doubled, so that a long record is not moved again and again; given back when it is over.
  const std::size_t wanted = std::max(2 * step_bytes, 2 * size);
  if (capacity_ < wanted || capacity_ > 4 * wanted) {
    auto larger = std::make_unique_for_overwrite<char[]>(wanted);
    if (size > 0) std::memcpy(larger.get(), buffer_.get() + begin_, size);
    buffer_ = std::move(larger);
    capacity_ = wanted;
  } else {
    std::memmove(buffer_.get(), buffer_.get() + begin_, size);
  }
  for (auto& one : breaks_) one.first -= begin_;
  buffer_offset_ += begin_;
  begin_ = 0;
  end_ = size;
}

void Payload::start_member(Position start) {
  while (members_.size() > 1 && members_[1].payload <= offset()) members_.pop_front();
  members_.push_back(start);
}

void Payload::pull() {
  make_room();
  Piece piece = container_->read({buffer_.get() + end_, capacity_ - end_});
  if (piece.kind == Piece::Kind::bytes) {
    end_ += piece.size;
    return;
  }
  const std::uint64_t payload = buffer_offset_ + end_;
  if (piece.kind == Piece::Kind::member) {
    start_member({piece.offset, payload});
    if (payload != members_.front().payload || !breaks_.empty()) break_here();
    is_break_over_ = true;
    return;
  }
  Break& here = break_here();
  here.torn |= piece.kind == Piece::Kind::torn;
  here.cut |= piece.kind == Piece::Kind::cut;
  here.garbage |= piece.kind == Piece::Kind::garbage;
  here.end |= piece.kind == Piece::Kind::end || here.cut;
  if (here.detail.empty()) {
    here.detail = std::move(piece.detail);
    here.input = piece.offset;
  }
  if (!here.end) return;
  at_end_ = true;
  if (!here.cut) start_member({piece.offset, payload});
}

}  // namespace pantau
