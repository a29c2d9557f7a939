// ARC heads: one line.
//
//     URL IP-address Archive-date Content-type Archive-length                              version
//     1 URL IP-address Archive-date Content-type Result-code Checksum Location Offset
//         Filename Archive-length                                                  version 2, one
//         line
//
// URLs in real files hold spaces, so the date is looked for from the right. The first record of a
// file, filedesc://, describes the file.
#include <algorithm>
#include <charconv>
#include <vector>

#include "common/utf8.h"
#include "indexer/crawl/header_fields.h"
#include "indexer/crawl/record_syntax.h"

namespace pantau {
namespace {

constexpr std::size_t max_line_bytes = std::size_t{16} * 1024;

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_archive_date(std::string_view text) {
  return (text.size() == 14 || text.size() == 12) && is_number(text);
}

struct ArcLine {
  std::string_view url, date, type, length;
};

// The fields of a line without its end, or empty if it is no head.
std::optional<ArcLine> parse_line(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> last;  // fields from the right: at most the nine after the URL
  while (last.size() < 9) {
    const std::size_t space = line.rfind(' ');
    if (space == std::string_view::npos) break;
    last.push_back(line.substr(space + 1));
    line = line.substr(0, space);
    if (last.size() == 1 && !is_number(last[0])) return std::nullopt;
    if (last.size() < 3 || !is_archive_date(last.back())) continue;
    line = line.substr(0, std::min(line.rfind(' '), line.size()));  // the address
    if (line.find(':') == std::string_view::npos) return std::nullopt;
    return ArcLine{line, last.back(), last[last.size() - 2], last[0]};
  }
  return std::nullopt;
}

std::optional<ArcLine> parse_first_line(std::string_view bytes) {
  const std::size_t end = bytes.substr(0, max_line_bytes).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  return parse_line(bytes.substr(0, end));
}

// "2021-03-20T10:00:00Z" of "20210320100000".
std::string to_iso_time(std::string_view date) {
  const std::string padded = std::string{date} + "00";
  const auto part = [&](std::size_t at, std::size_t size) { return padded.substr(at, size); };
  return part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2) + 'T' + part(8, 2) + ':' + part(10, 2) +
         ':' + part(12, 2) + 'Z';
}

class ArcSyntax : public RecordSyntax {
 public:
  [[nodiscard]] std::size_t lookahead() const override { return max_line_bytes; }

  [[nodiscard]] bool starts_record(std::string_view bytes) const override {
    return parse_first_line(bytes).has_value();
  }

  [[nodiscard]] std::size_t find_record(std::string_view bytes, std::size_t from) const override {
    while ((from = bytes.find('\n', from)) != std::string_view::npos) {
      ++from;
      if (parse_first_line(bytes.substr(from))) return from;
    }
    return from;
  }

  [[nodiscard]] std::size_t find_head_end(std::string_view bytes, std::size_t from) const override {
    const std::size_t end = bytes.find('\n', from);
    return end == std::string_view::npos ? end : end + 1;
  }

  [[nodiscard]] RecordHead parse_head(std::string_view head) const override {
    RecordHead result;
    const std::optional<ArcLine> line = parse_first_line(head);
    if (!line) return result;
    std::uint64_t length = UINT64_MAX;  // if it is too large a number
    std::from_chars(line->length.data(), line->length.data() + line->length.size(), length);
    result.length = length;
    result.skip = line->url.starts_with("filedesc:") ? "arc-filedesc" : side_record_kind(line->url);
    result.page.kind = PageKind::http;
    result.page.url = to_valid_utf8(line->url);
    result.page.captured = to_iso_time(line->date);
    result.page.content_type = to_valid_utf8(line->type);
    return result;
  }

  [[nodiscard]] std::string_view trailer() const override { return {}; }
};

}  // namespace

std::unique_ptr<RecordSyntax> make_arc_syntax() {
  return std::make_unique<ArcSyntax>();
}

}  // namespace pantau
