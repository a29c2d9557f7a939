// HTTP/1 responses as crawlers store them, and the transfer coding of their bodies.
// Tested by tests/indexer/crawl/decode_page_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/crawl/header_fields.h"

namespace pantau {

struct HttpResponse {
  int status = 0;
  HeaderFields fields;
  std::string_view body;  ///< a view into the message
};

/// The response that `message` holds (RFC 9112, section 4), the last one if interim 1xx responses
/// come before it. Status lines of HTTP/1 and HTTP/2 with and without a reason phrase are taken;
/// empty if there is none. A head without an end has no body.
[[nodiscard]] std::optional<HttpResponse> parse_http_response(std::string_view message);

struct Dechunked {
  std::string bytes;
  bool is_complete = false;  ///< the last chunk was there, and every one as long as it said
};

/// The data of a body in chunked transfer coding (RFC 9112, section 7.1); empty if `body` does not
/// start with a chunk. Where a chunk is not as long as it says, everything from there on is taken
/// as data.
[[nodiscard]] std::optional<Dechunked> dechunk(std::string_view body);

}  // namespace pantau
