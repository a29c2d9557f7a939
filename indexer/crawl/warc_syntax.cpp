// WARC heads: a version line, named fields, an empty line (ISO 28500:2017, section 4; WARC 0.17
// to 1.1 differ in nothing that matters here).
#include <charconv>

#include "common/date.h"
#include "common/text.h"
#include "indexer/crawl/header_fields.h"
#include "indexer/crawl/record_syntax.h"

namespace pantau {
namespace {

constexpr std::string_view magic = "WARC/";

// "WARC/1.0\r\nWARC-Type: ..." beyond doubt: a page may well quote the magic word alone.
bool is_version_line(std::string_view bytes) {
  if (!bytes.starts_with(magic)) return false;
  const std::size_t end = bytes.find_first_not_of("0123456789.", magic.size());
  if (end == std::string_view::npos || !is_ascii_digit(bytes[magic.size()])) return false;
  bytes.remove_prefix(end);
  if (bytes.starts_with('\r')) bytes.remove_prefix(1);
  return bytes.size() > 1 && bytes[0] == '\n' && is_ascii_letter(bytes[1]);
}

std::optional<std::uint64_t> parse_length(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc::result_out_of_range) return UINT64_MAX;
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Why a record of this type makes no page, or "".
std::string skip_reason(const HeaderFields& fields, const std::string& type) {
  if (type == "continuation" || !fields.find("WARC-Segment-Number").empty()) return "warc-segment";
  if (type != "response" && type != "resource" && type != "conversion")
    return "warc-" + (type.empty() ? "untyped" : type.substr(0, 40));
  return "";
}

class WarcSyntax : public RecordSyntax {
 public:
  [[nodiscard]] std::size_t lookahead() const override { return 32; }

  [[nodiscard]] bool starts_record(std::string_view bytes) const override {
    return bytes.starts_with(magic) && bytes.size() > magic.size() &&
           is_ascii_digit(bytes[magic.size()]);
  }

  [[nodiscard]] std::size_t find_record(std::string_view bytes, std::size_t from) const override {
    while ((from = bytes.find("\nWARC/", from)) != std::string_view::npos) {
      ++from;
      if (is_version_line(bytes.substr(from))) return from;
    }
    return from;
  }

  [[nodiscard]] std::size_t find_head_end(std::string_view bytes, std::size_t from) const override {
    return pantau::find_head_end(bytes, from);
  }

  [[nodiscard]] RecordHead parse_head(std::string_view head) const override {
    head.remove_prefix(head.find('\n') + 1);
    const HeaderFields fields{head};
    const std::string type = to_lower_ascii(fields.find("WARC-Type"));
    RecordHead result;
    result.length = parse_length(fields.find("Content-Length"));
    result.skip = skip_reason(fields, type);
    std::string_view url = fields.find("WARC-Target-URI");
    // WARC 0.18 and 1.0 gave <> in their grammar, and wget still writes them.
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    result.page.url = url;
    if (result.skip.empty()) result.skip = side_record_kind(url);
    if (parse_iso_date(fields.find("WARC-Date"))) result.page.captured = fields.find("WARC-Date");
    result.page.truncated = !fields.find("WARC-Truncated").empty();
    if (type == "response") {
      result.page.kind = PageKind::http;
    } else {
      result.page.kind = PageKind::undecided;
      result.page.content_type = fields.find("Content-Type");
    }
    return result;
  }

  [[nodiscard]] std::string_view trailer() const override { return "\r\n\r\n"; }
};

}  // namespace

std::string side_record_kind(std::string_view url) {
  // Heritrix, wget and Browsertrix, brozzler: in this order.
  for (const std::string_view scheme :
       {"dns", "whois", "metadata", "urn", "screenshot", "thumbnail", "youtube-dl"})
    if (url.starts_with(scheme) && url.substr(scheme.size()).starts_with(':'))
      return "scheme-" + std::string{scheme};
  return {};
}

std::unique_ptr<RecordSyntax> make_warc_syntax() {
  return std::make_unique<WarcSyntax>();
}

}  // namespace pantau
