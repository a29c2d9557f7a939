#include "indexer/crawl/http_message.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "common/text.h"

namespace pantau {
namespace {

constexpr auto npos = std::string_view::npos;

/// 100 Continue, 103 Early Hints: no server sends many of them.
constexpr int max_interim_responses = 10;

std::string_view first_line(std::string_view bytes) {
  return bytes.substr(0, bytes.find('\n'));
}

// "HTTP/1.1 200 OK", "HTTP/2 200", "HTTP/1.0 404": 0 if it is no status line.
int parse_status(std::string_view line) {
  if (!line.starts_with("HTTP/")) return 0;
  const std::string_view code =
      trim(line.substr(std::min(line.find(' '), line.size()))).substr(0, 4);
  int status = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), status);
  return error == std::errc{} && end == code.data() + 3 ? status : 0;
}

struct ChunkHead {
  std::uint64_t size;
  std::size_t length;  // of the line that says so
};

// chunk-size [ chunk-ext ] CRLF. Sizes past 2^64 count as endless.
std::optional<ChunkHead> parse_chunk_head(std::string_view body) {
  constexpr std::size_t max_line_bytes = 4096;  // extensions are a joke that nobody laughs at
  const std::size_t end = body.substr(0, max_line_bytes).find('\n');
  if (end == npos) return std::nullopt;
  const std::string_view line = body.substr(0, end);
  const std::string_view digits = trim(line.substr(0, line.find(';')));
  std::uint64_t size = UINT64_MAX;
  const auto [last, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
  if (digits.empty() || last != digits.data() + digits.size()) return std::nullopt;
  if (error == std::errc::invalid_argument) return std::nullopt;
  return ChunkHead{size, end + 1};
}

}  // namespace

std::optional<HttpResponse> parse_http_response(std::string_view message) {
  for (int interim = 0; interim <= max_interim_responses; ++interim) {
    message.remove_prefix(std::min(message.find_first_not_of("\r\n"), message.size()));
    const std::string_view line = first_line(message);
    const int status = parse_status(line);
    if (status == 0) return std::nullopt;
    const std::size_t head = std::min(find_head_end(message), message.size());
    const std::string_view rest = message.substr(head);
    const bool is_interim = status < 200 && parse_status(first_line(rest)) != 0;
    if (is_interim) {
      message = rest;
      continue;
    }
    const std::size_t fields = std::min(line.size() + 1, head);
    return HttpResponse{status, HeaderFields{message.substr(fields, head - fields)}, rest};
  }
  return std::nullopt;
}

std::optional<Dechunked> dechunk(std::string_view body) {
  Dechunked result;
  for (bool is_first = true;; is_first = false) {
    const std::optional<ChunkHead> head = parse_chunk_head(body);
    if (!head && is_first) return std::nullopt;
    if (!head) break;
    std::string_view rest = body.substr(head->length);
    if (head->size == 0) {
      result.is_complete = true;
      return result;
    }
    if (head->size > rest.size()) {
      body = rest;
      break;
    }
    const auto size = static_cast<std::size_t>(head->size);
    const std::string_view after = rest.substr(size, 2);
    const std::size_t line_end = after == "\r\n" ? 2 : after.starts_with('\n') ? 1 : 0;
    if (line_end == 0 && !after.empty()) {
      if (is_first) return std::nullopt;
      body = rest;
      break;
    }
    result.bytes.append(rest.substr(0, size));
    body = rest.substr(size + line_end);
  }
  result.bytes.append(body);
  return result;
}

}  // namespace pantau
