#include "searcher/page/page_response.h"

#include "searcher/page/style.h"

namespace pantau {

std::string_view status_line(int status) {
  switch (status) {
    case 200:
      return "200 OK";
    case 304:
      return "304 Not Modified";
    case 400:
      return "400 Bad Request";
    case 404:
      return "404 Not Found";
    case 405:
      return "405 Method Not Allowed";
    case 414:
      return "414 URI Too Long";
    default:
      return "503 Service Unavailable";
  }
}

std::string serialize(const PageResponse& response, bool head) {
  std::string out;
  const auto header = [&](std::string_view name, std::string_view value) {
    out.append(name).append(": ");
    for (const char c : value)  // a line feed in a value would start another header
      if (static_cast<unsigned char>(c) >= 0x20) out += c;
    out += "\r\n";
  };
  header("Status", status_line(response.status));
  header("Content-Type", response.type);
  header("Content-Security-Policy",
         "default-src 'none'; style-src " + style_hashes() +
             "; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  header("X-Content-Type-Options", "nosniff");
  header("X-Frame-Options", "DENY");
  header("Referrer-Policy", "no-referrer");
  header("Cross-Origin-Opener-Policy", "same-origin");
  header("Cross-Origin-Resource-Policy", "same-origin");
  for (const HttpHeader& extra : response.headers) header(extra.name, extra.value);
  if (response.status != 304) header("Content-Length", std::to_string(response.body.size()));
  out += "\r\n";
  if (!head && response.status != 304) out += response.body;
  return out;
}

}  // namespace pantau
