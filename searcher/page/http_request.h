// What a web server hands to a CGI program (RFC 3875), as a value.
// Tested by tests/searcher/page/http_request_test.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"

namespace pantau {

struct HttpRequest {
  std::string method;                   ///< REQUEST_METHOD
  std::string query;                    ///< QUERY_STRING, still percent-encoded
  std::string path_info;                ///< what follows the program's name in the address
  std::string script;                   ///< SCRIPT_NAME: the program's own path; "/" if it is none
  std::string accept_language;          ///< HTTP_ACCEPT_LANGUAGE
  std::string if_none_match;            ///< HTTP_IF_NONE_MATCH
  Date today{std::chrono::sys_days{}};  ///< by the server's clock, UTC
};

/// One variable of the CGI environment, "" if it is not set.
using CgiVariable = std::function<std::string(const char* name)>;

[[nodiscard]] HttpRequest read_request(const CgiVariable& variable);

struct Parameter {
  std::string name, value;
};

/// Splits `a=b&c=d` and undoes its percent-encoding (application/x-www-form-urlencoded, WHATWG URL
/// section 5.1): never fails, an escape that is none stays as it is. Values become valid UTF-8
/// without control characters.
[[nodiscard]] std::vector<Parameter> parse_parameters(std::string_view query);

/// Does If-None-Match (RFC 9110, section 13.1.2) name `etag`, W/"...", by weak comparison? Servers
/// that compress an answer add "-gzip" and the like to its tag.
[[nodiscard]] bool names_etag(std::string_view if_none_match, std::string_view etag);

/// The code of `offered` that Accept-Language (RFC 9110, section 12.5.4) wants most; the first if
/// it wants none of them.
[[nodiscard]] std::string_view choose_language(std::string_view accept_language,
                                               const std::vector<std::string_view>& offered);

}  // namespace pantau
