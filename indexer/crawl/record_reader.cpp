#include "indexer/crawl/record_reader.h"

#include <algorithm>
#include <utility>

#include "common/text.h"
#include "indexer/crawl/decode_page.h"

namespace pantau {
namespace {

constexpr auto npos = std::string_view::npos;

/// What is between records: line ends as the formats ask, and zero bytes where a device pads.
constexpr std::string_view blank{"\r\n\0", 3};

/// Heads hold a URL or two; crawlers that archive data: URLs write long ones.
constexpr std::size_t max_head_bytes = std::size_t{256} * 1024;

/// How far to read on before looking again: looking costs something however little was read.
constexpr std::size_t search_step = std::size_t{64} * 1024;

/// Enough of a huge record to tell a video from a page.
constexpr std::size_t sample_bytes = std::size_t{64} * 1024;

/// Where a page that is there to its last tag ends, 0 if it is not: it was not cut, but line ends
/// that were changed since made it shorter than its record says.
std::size_t end_of_page(std::string_view bytes) {
  constexpr std::string_view tag = "</html>";
  const std::size_t end = bytes.find_last_not_of(blank) + 1;
  const bool is_whole =
      end > tag.size() && to_lower_ascii(bytes.substr(end - tag.size(), tag.size())) == tag;
  return is_whole ? end : 0;
}

}  // namespace

RecordReader::RecordReader(Payload payload, std::unique_ptr<RecordSyntax> syntax, std::string file,
                           std::size_t max_bytes)
    : payload_{std::move(payload)},
      syntax_{std::move(syntax)},
      file_{std::move(file)},
      max_bytes_{max_bytes} {}

std::optional<CrawlRecord> RecordReader::next() {
  if (pending_) return std::exchange(pending_, std::nullopt);
  while (!is_over_) {
    skip_blank();
    start_ = payload_.offset();
    if (!payload_.bytes().empty()) return read_record();
    if (auto report = leave_run()) return report;
  }
  return std::nullopt;
}

void RecordReader::skip_blank() {
  do {
    payload_.consume(std::min(payload_.bytes().find_first_not_of(blank), payload_.bytes().size()));
  } while (payload_.bytes().empty() && payload_.grow());
}

// Goes on after a run, or stops if it was the last; says so if something is wrong there.
std::optional<CrawlRecord> RecordReader::leave_run() {
  const Break why = payload_.run_end();
  is_over_ = why.end;
  if (!why.end)
    payload_.next_run();
  else if (!why.cut)  // a cut file may grow, and is then read from the start of what was cut
    payload_.consume(payload_.bytes().size());
  return report_break(why, {file_, start_});
}

// Whether what comes after the run belongs to the record: block-wise compressors such as bgzip
// start members anywhere.
bool RecordReader::record_runs_on() {
  const Break& here = payload_.run_end();
  if (here.torn || here.cut || here.garbage || here.end) return false;
  std::string_view head = payload_.next_run_head(syntax_->lookahead());
  head.remove_prefix(std::min(head.find_first_not_of(blank), head.size()));
  if (head.empty()) return !payload_.is_next_run_lost();
  return !syntax_->starts_record(head);
}

// Reads more of the record; false if there is no more.
bool RecordReader::grow() {
  const std::size_t before = payload_.bytes().size();
  while (!payload_.grow()) {
    if (!record_runs_on()) return false;
    payload_.join_run();
    if (payload_.bytes().size() > before) break;
  }
  return true;
}

bool RecordReader::grow_to(std::size_t size) {
  while (payload_.bytes().size() < size)
    if (!grow()) return false;
  return true;
}

bool RecordReader::is_run_torn() const {
  return payload_.run_end().torn || payload_.run_end().cut;
}

CrawlRecord RecordReader::read_record() {
  while (!syntax_->starts_record(payload_.bytes()))
    if (payload_.bytes().size() >= syntax_->lookahead() || !grow())
      return skip_to_record("no record starts here");
  const std::size_t head_size = read_head();
  if (head_size == 0 && payload_.bytes().size() < max_head_bytes)
    return finish_record({}, 0, {is_run_torn() ? Extent::Kind::damaged : Extent::Kind::cut});
  if (head_size == 0) return skip_to_record("the head of this record has no end");
  RecordHead head = syntax_->parse_head(payload_.bytes().substr(0, head_size));
  head.page.origin = {file_, start_};
  const Extent extent = measure_block(head_size, head.length);
  return finish_record(std::move(head), head_size, extent);
}

// 0 if the head does not end.
std::size_t RecordReader::read_head() {
  for (std::size_t from = 0;;) {
    const std::size_t size = syntax_->find_head_end(payload_.bytes(), from);
    if (size != npos) return size <= max_head_bytes ? size : 0;
    const std::size_t before = payload_.bytes().size();
    if (before >= max_head_bytes || !grow()) return 0;
    from = before < 3 ? 0 : before - 3;  // an empty line is three bytes after a line end
  }
}

RecordReader::Extent RecordReader::measure_block(std::size_t head_size,
                                                 std::optional<std::uint64_t> length) {
  if (!length) return search_end(head_size, false);
  if (*length > max_bytes_) return {Extent::Kind::too_large};
  const std::size_t end = head_size + static_cast<std::size_t>(*length);
  if (grow_to(end)) return check_end(head_size, end);
  if (payload_.run_end().cut) return {Extent::Kind::cut};
  if (payload_.run_end().torn) return {Extent::Kind::damaged};
  return search_end(head_size, true);
}

// A length is believed if a record follows, or nothing, or what writers put after a block.
RecordReader::Extent RecordReader::check_end(std::size_t head_size, std::size_t end) {
  const std::string_view trailer = syntax_->trailer();
  std::size_t next = end;
  while ((next = payload_.bytes().find_first_not_of(blank, next)) == npos) {
    next = payload_.bytes().size();
    if (next - end > search_step) return {Extent::Kind::whole, end};
    if (payload_.grow()) continue;
    return {payload_.run_end().torn ? Extent::Kind::damaged : Extent::Kind::whole, end};
  }
  if (!syntax_->starts_record(payload_.bytes().substr(next))) {
    grow_to(next + syntax_->lookahead());
    if (!syntax_->starts_record(payload_.bytes().substr(next)) &&
        (trailer.empty() || !payload_.bytes().substr(end).starts_with(trailer)))
      return search_end(head_size, false);
  }
  return {Extent::Kind::whole, end};
}

// The record ends where the next one starts, or where its run does.
RecordReader::Extent RecordReader::search_end(std::size_t head_size, bool may_be_cut) {
  std::size_t from = head_size - 1;  // the line end of the head
  for (bool has_more = true; has_more;) {
    const std::size_t before = payload_.bytes().size();
    if (before > head_size + max_bytes_) return {Extent::Kind::too_large};
    has_more = payload_.grow_to(before + search_step);
    const std::size_t found = syntax_->find_record(payload_.bytes(), from);
    if (found != npos) return {Extent::Kind::mended, found};
    const std::size_t size = payload_.bytes().size();
    from = std::max(from, size - std::min(size, syntax_->lookahead()));
  }
  const std::string_view bytes = payload_.bytes();
  if (bytes.size() > head_size + max_bytes_) return {Extent::Kind::too_large};
  if (payload_.run_end().torn) return {Extent::Kind::damaged};
  if (payload_.run_end().cut) return {Extent::Kind::cut};
  const bool has_trailer = !syntax_->trailer().empty() && bytes.ends_with(syntax_->trailer());
  if (const std::size_t end = end_of_page(bytes); may_be_cut && end > 0)
    return {Extent::Kind::mended, end};
  if (may_be_cut && payload_.is_plain() && !has_trailer) return {Extent::Kind::cut};
  return {Extent::Kind::mended, bytes.size()};
}

CrawlRecord RecordReader::finish_record(RecordHead head, std::size_t head_size, Extent extent) {
  using Kind = Extent::Kind;
  if (extent.kind == Kind::too_large) return skip_large_record(std::move(head), head_size);
  if (extent.kind == Kind::damaged || extent.kind == Kind::cut) {
    std::optional<CrawlRecord> report = leave_run();
    auto* rejected = report ? std::get_if<Rejected>(&*report) : nullptr;
    if (rejected != nullptr && !head.skip.empty())
      return Warning{rejected->origin, rejected->reason, rejected->detail};
    if (rejected != nullptr) rejected->url = head.page.url;
    if (report) return std::move(*report);
    return Warning{{file_, start_}, "cut-file", "the file ends inside this record"};
  }
  if (head.skip.empty()) {
    std::string_view block = payload_.bytes().substr(head_size, extent.end - head_size);
    const std::string_view trailer = syntax_->trailer();
    if (extent.kind == Kind::mended && block.ends_with(trailer))
      block.remove_suffix(trailer.size());
    head.page.bytes = block;
  }
  payload_.consume(extent.end);
  skip_blank();
  if (extent.kind == Kind::mended)
    pending_ = Warning{{file_, start_}, "wrong-length", "the record ends elsewhere than it says"};
  if (!head.skip.empty()) return Skipped{std::move(head.skip)};
  return std::move(head.page);
}

CrawlRecord RecordReader::skip_large_record(RecordHead head, std::size_t head_size) {
  const std::uint64_t size = head.length.value_or(UINT64_MAX);
  payload_.consume(head_size);
  grow_to(static_cast<std::size_t>(std::min<std::uint64_t>(size, sample_bytes)));
  RawPage page = std::move(head.page);
  page.bytes = payload_.bytes().substr(0, sample_bytes);
  skip_block(size);
  skip_blank();
  if (!head.skip.empty()) return Skipped{std::move(head.skip)};
  Rejected rejected{page.origin, page.url, "too-large",
                    "longer than " + std::to_string(max_bytes_) + " bytes"};
  CrawlRecord seen = decode_page(std::move(page));
  if (std::holds_alternative<Skipped>(seen)) return seen;
  return rejected;
}

// A record that starts on the way ends it: a wrong length of this size would cost the rest of the
// file.
void RecordReader::skip_block(std::uint64_t size) {
  const std::size_t keep = syntax_->lookahead();
  for (bool has_more = true; has_more && size > 0;) {
    has_more = grow_to(keep + search_step);
    const std::string_view bytes = payload_.bytes();
    const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), size));
    const std::size_t found = syntax_->find_record(bytes.substr(0, here), 0);
    const bool is_last = found != npos || !has_more || here == size;
    const std::size_t step = found != npos ? found : is_last ? here : here - keep;
    payload_.consume(step);
    if (is_last) return;
    size -= step;
  }
}

CrawlRecord RecordReader::skip_to_record(std::string_view what) {
  const std::size_t keep = syntax_->lookahead();
  for (bool has_more = true; has_more;) {
    has_more = payload_.grow_to(keep + search_step);
    const std::size_t found = syntax_->find_record(payload_.bytes(), 0);
    const std::size_t size = payload_.bytes().size();
    payload_.consume(found != npos ? found : has_more ? size - keep : size);
    if (found != npos) break;
    if (!has_more && is_run_torn()) return *leave_run();
  }
  return Rejected{{file_, start_}, "", "no-record", std::string{what}};
}

}  // namespace pantau
