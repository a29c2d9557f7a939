// A container's payload in a window that grows and moves: runs of bytes, and the breaks between
// them. Tested by tests/indexer/crawl/damage_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/crawl/container.h"
#include "indexer/crawl/raw_page.h"

namespace pantau {

/// What ends a run of payload bytes. With no flag set it is the border of two members.
struct Break {
  bool torn = false;        ///< the run before it is damaged, at least at its end
  bool cut = false;         ///< the same, because the input ends inside a member
  bool garbage = false;     ///< something between two members was passed over
  bool end = false;         ///< nothing comes after
  std::string detail;       ///< of the first three: one line for a person
  std::uint64_t input = 0;  ///< where in the input what is wrong lies
};

/// What a person should know about a break at `origin`, if anything: Rejected for damage, as a
/// record is lost with it, and Warning for the rest.
[[nodiscard]] std::optional<CrawlRecord> report_break(const Break& here, Origin origin);

class Payload {
 public:
  explicit Payload(std::unique_ptr<Container> container);

  /// The unread bytes of the current run that are in memory. Valid until the next call of a
  /// function that is not const.
  [[nodiscard]] std::string_view bytes() const;

  /// Reads more of the current run; false if bytes() is all of it.
  bool grow();

  /// Reads until bytes() has `size`; false if the run ends before.
  bool grow_to(std::size_t size);

  void consume(std::size_t size) { begin_ += size; }

  /// The next `size` bytes, or all there are if fewer, whatever breaks lie among them.
  [[nodiscard]] std::string_view peek(std::size_t size);

  /// What ends the current run. Only once grow() said false.
  [[nodiscard]] const Break& run_end() const { return breaks_.front().second; }

  /// The first `size` bytes after the current run, or fewer if there are fewer before the next
  /// break. Only once grow() said false.
  [[nodiscard]] std::string_view next_run_head(std::size_t size);

  /// Whether what next_run_head() shows is damaged before it says anything.
  [[nodiscard]] bool is_next_run_lost() const;

  /// Drops what is left of the current run and goes on after it. Not at the end.
  void next_run();

  /// Makes the current run and the next one into one. Not at the end.
  void join_run();

  /// Where bytes() begins in the payload.
  [[nodiscard]] std::uint64_t offset() const { return buffer_offset_ + begin_; }

  /// Where a later run can go on to see bytes() again: here, or at the start of the member it lies
  /// in.
  [[nodiscard]] Position position() const;

  /// Whether the payload is the input itself, byte for byte.
  [[nodiscard]] bool is_plain() const { return container_->is_plain(); }

  /// Forgets everything and goes on at `position`.
  void seek(Position position);

 private:
  [[nodiscard]] std::size_t run_limit() const {
    return breaks_.empty() ? end_ : breaks_.front().first;
  }
  void pull();
  void make_room();
  void start_member(Position start);
  Break& break_here();

  std::unique_ptr<Container> container_;
  std::unique_ptr<char[]> buffer_;  // not a string: what is not used costs nothing
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;  // of the unread bytes
  std::size_t end_ = 0;    // of what was read
  std::uint64_t buffer_offset_ = 0;
  bool at_end_ = false;
  std::deque<std::pair<std::size_t, Break>> breaks_;  // by place in the buffer
  bool is_break_over_ = true;     // a member has started since the last one: it is another's end
  std::deque<Position> members_;  // starts; the last one not after bytes() holds them
};

}  // namespace pantau
