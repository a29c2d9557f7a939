// What goes back to the web server: built in memory, sent once.
// Tested by tests/searcher/page/respond_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pantau {

struct HttpHeader {
  std::string name, value;
};

struct PageResponse {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::vector<HttpHeader> headers;  ///< beside those every response has
  std::string body;
  bool is_partial = false;  ///< the time was over: it is not what another time would bring
};

/// The response as RFC 3875 (section 6.2) wants it, with the headers that keep a page safe in every
/// browser (policy: OWASP secure headers): nothing loads but the one style named by its hash, no
/// frame, no sniffing, no referrer. `head`: all but the body, its length kept.
[[nodiscard]] std::string serialize(const PageResponse& response, bool head);

/// "404 Not Found".
[[nodiscard]] std::string_view status_line(int status);

}  // namespace pantau
