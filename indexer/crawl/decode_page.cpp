#include "indexer/crawl/decode_page.h"

#include <array>
#include <optional>
#include <utility>

#include "common/text.h"
#include "indexer/crawl/charset.h"
#include "indexer/crawl/content_coding.h"
#include "indexer/crawl/header_fields.h"
#include "indexer/crawl/http_message.h"
#include "indexer/crawl/input_format.h"

namespace pantau {
namespace {

constexpr std::array html_types{"text/html", "application/xhtml+xml",
                                "application/vnd.wap.xhtml+xml"};

/// Types that servers send when they do not know (WHATWG MIME Sniffing, section 5).
constexpr std::array unknown_types{"",    "unknown/unknown",          "application/unknown",
                                   "*/*", "application/octet-stream", "no-type"};

/// Enough to see that what is declared as text is none.
constexpr std::size_t binary_within = 1024;

template <std::size_t n>
bool contains(const std::array<const char*, n>& list, std::string_view item) {
  for (const std::string_view one : list)
    if (one == item) return true;
  return false;
}

// A body that was to be a page, and in which no coding could be undone.
bool is_still_coded(const RawPage& page, std::string_view codings) {
  const std::string type = media_type(page.content_type);
  if (codings.empty() || (!contains(html_types, type) && type != "text/plain")) return false;
  const std::string kind = sniff_page(std::string_view{page.bytes}.substr(0, binary_within)).kind;
  return kind == "binary" || kind == "application/gzip" || kind == "application/zstd";
}

bool is_robots_file(std::string_view url) {
  return url.ends_with("/robots.txt");
}

// The body of the response in `page`, or why there is none to read.
std::optional<CrawlRecord> undo_http(RawPage& page, std::size_t max_bytes) {
  page.kind = PageKind::undecided;
  const std::optional<HttpResponse> response = parse_http_response(page.bytes);
  if (!response) return std::nullopt;  // the oldest ARC files store bodies alone
  if (response->status < 200 || response->status > 299)
    return Skipped{"status-" + std::to_string(response->status)};
  if (response->status == 206) page.truncated = true;
  page.content_type = response->fields.find("Content-Type");
  const std::string codings = response->fields.join("Content-Encoding");
  const bool says_chunked =
      to_lower_ascii(response->fields.join("Transfer-Encoding")).find("chunked") !=
      std::string::npos;
  std::optional<Dechunked> dechunked = dechunk(response->body);
  // Undeclared, only what is a chunked body from the first to the last byte is one.
  if (dechunked && (says_chunked || dechunked->is_complete)) {
    page.truncated |= !dechunked->is_complete;
    page.bytes = std::move(dechunked->bytes);
  } else {
    page.bytes.erase(0, page.bytes.size() - response->body.size());
  }
  Decoded decoded = undo_content_codings(codings, std::move(page.bytes), max_bytes);
  if (decoded.is_too_large)
    return Rejected{page.origin, page.url, "too-large",
                    "unpacks to more than " + std::to_string(max_bytes) + " bytes"};
  page.truncated |= !decoded.is_complete;
  page.bytes = std::move(decoded.bytes);
  if (is_still_coded(page, codings))
    return Rejected{page.origin, page.url, "undecodable",
                    "its body cannot be unpacked: " + codings};
  return std::nullopt;
}

// Makes an undetermined page html or text, or says what else it is.
std::optional<CrawlRecord> determine_kind(RawPage& page) {
  const std::string type = media_type(page.content_type);
  const bool is_unknown = contains(unknown_types, type) || type.find('/') == std::string::npos;
  const bool is_xml = type == "application/xml" || type == "text/xml";
  const bool is_html = contains(html_types, type);
  const std::size_t looked_at = is_unknown || is_xml ? sniffed_bytes : binary_within;
  const Sniffed sniffed = sniff_page(std::string_view{page.bytes}.substr(0, looked_at));
  const bool is_binary = sniffed.kind == "binary" || sniffed.kind.find('/') != std::string::npos;
  const bool may_be_page = (is_unknown || is_xml) && sniffed.format == InputFormat::html;
  const bool may_be_text = is_unknown && sniffed.format == InputFormat::text;
  if ((is_html && !is_binary) || may_be_page) {
    page.kind = PageKind::html;
    return std::nullopt;
  }
  if (((type == "text/plain" && !is_binary) || may_be_text) && !is_robots_file(page.url)) {
    page.kind = PageKind::text;
    return std::nullopt;
  }
  const std::string seen = sniffed.kind.empty() ? "text/plain" : sniffed.kind;
  return Skipped{"type-" + (is_unknown || is_html ? seen : type.substr(0, 60))};
}

}  // namespace

CrawlRecord decode_page(RawPage page, std::size_t max_bytes) {
  if (page.kind == PageKind::http)
    if (auto other = undo_http(page, max_bytes)) return std::move(*other);
  if (trim(page.bytes).empty()) return Skipped{"empty-body"};
  if (page.kind == PageKind::undecided && is_wide_unicode(page.bytes))
    page.bytes = to_utf8(page.bytes, "");
  if (page.kind == PageKind::undecided)
    if (auto other = determine_kind(page)) return std::move(*other);
  const bool is_json = page.kind == PageKind::article_json;
  page.bytes = to_utf8(page.bytes, is_json ? "utf-8" : charset_parameter(page.content_type));
  if (trim(page.bytes).empty()) return Skipped{"empty-body"};  // a byte order mark alone
  return page;
}

}  // namespace pantau
