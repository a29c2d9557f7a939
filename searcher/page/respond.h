// A request to the search page, answered: address -> search -> HTML, JSON or Atom. Its entrance is
// respond(). Tested by tests/searcher/page/respond_test.cpp and tests/cli/cgi_test.cpp.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "searcher/page/http_request.h"
#include "searcher/page/page_config.h"
#include "searcher/page/page_response.h"
#include "searcher/search/index_reader.h"

namespace pantau {

/// Bytes of an address: what the usual servers take, and far more than a person types.
inline constexpr std::size_t max_query_string = 4'096;

using OpenIndex = std::function<std::unique_ptr<IndexReader>()>;

/// What the log says of one request.
struct RequestLog {
  std::string query;
  std::uint64_t matches = 0;
  std::string problem;  ///< "" if all went well
};

/// Never throws: what goes wrong is a response with the right status. The index is opened only if
/// the request is one that needs it.
[[nodiscard]] PageResponse respond(const HttpRequest& request, const PageConfig& config,
                                   const OpenIndex& open, RequestLog& log);

/// What to send when nothing can be worked out any more: 503, made without memory or time to spare.
[[nodiscard]] PageResponse unavailable_response();

/// One JSON object a line (`time` is RFC 3339): {"time","status","ms","bytes","matches","query"}.
[[nodiscard]] std::string log_line(const RequestLog& log, const PageResponse& response,
                                   std::string_view time, std::uint64_t milliseconds,
                                   bool with_query);

}  // namespace pantau
