#include "indexer/crawl/jsonl_reader.h"

#include <utility>

#include "common/text.h"
#include "indexer/crawl/header_fields.h"

namespace pantau {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

RawPage make_page(std::string_view line, const Origin& origin) {
  RawPage page;
  page.kind = PageKind::article_json;
  page.bytes = line;
  page.origin = origin;
  return page;
}

}  // namespace

JsonlReader::JsonlReader(Payload payload, std::string file, std::size_t max_bytes)
    : payload_{std::move(payload)}, file_{std::move(file)}, max_bytes_{max_bytes} {}

std::optional<CrawlRecord> JsonlReader::next() {
  std::size_t looked_at = 0;
  while (!is_over_) {
    const std::size_t end = payload_.bytes().find('\n', looked_at);
    looked_at = payload_.bytes().size();
    std::optional<CrawlRecord> record;
    if (end != npos) {
      record = take_line(end + 1);
      looked_at = 0;
    } else if (looked_at > max_bytes_) {
      return skip_long_line();
    } else if (!payload_.grow()) {
      record = leave_run();
      if (payload_.bytes().size() < looked_at) looked_at = 0;
    }
    if (record) return record;
  }
  return std::nullopt;
}

// Empty lines, and what damage left of a line, are no records.
std::optional<CrawlRecord> JsonlReader::take_line(std::size_t size) {
  const Origin origin{file_, payload_.offset()};
  std::string_view line = payload_.bytes().substr(0, size);
  if (line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  line = trim(line);
  const bool is_rest = std::exchange(is_torn_, false) && !line.starts_with('{');
  std::optional<CrawlRecord> record;
  if (line.size() > max_bytes_) {
    record =
        Rejected{origin, "", "too-large", "longer than " + std::to_string(max_bytes_) + " bytes"};
  } else if (!line.empty() && !is_rest) {
    record = make_page(line, origin);
  }
  payload_.consume(size);
  return record;
}

// A line without an end, at the end of a run.
std::optional<CrawlRecord> JsonlReader::leave_run() {
  const Break here = payload_.run_end();
  const bool is_border = !here.torn && !here.cut && !here.garbage && !here.end;
  if (is_border) {
    payload_.join_run();
    return std::nullopt;
  }
  const Origin origin{file_, payload_.offset()};
  is_over_ = here.end;
  is_torn_ = here.torn || here.garbage;
  std::optional<CrawlRecord> report = report_break(here, origin);
  if (!here.end) {
    payload_.next_run();
  } else if (!here.torn && !here.cut) {
    // What does not end like an object is still being written: a later run reads it from its start.
    const std::string_view line = trim(payload_.bytes());
    if (line.empty() || line.ends_with('}')) return take_line(payload_.bytes().size());
    return make_page(line, origin);
  }
  return report;
}

CrawlRecord JsonlReader::skip_long_line() {
  Rejected rejected{{file_, payload_.offset()},
                    "",
                    "too-large",
                    "longer than " + std::to_string(max_bytes_) + " bytes"};
  while (!skip_line()) continue;
  return rejected;
}

// Whether the line is over; what of it is in memory is dropped.
bool JsonlReader::skip_line() {
  const std::size_t end = payload_.bytes().find('\n');
  payload_.consume(end != npos ? end + 1 : payload_.bytes().size());
  if (end != npos) return true;
  if (payload_.grow()) return false;
  const Break& here = payload_.run_end();
  if (here.torn || here.cut || here.garbage || here.end) return true;
  payload_.join_run();
  return false;
}

}  // namespace pantau
