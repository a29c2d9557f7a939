#include <array>
#include <charconv>
#include <cstdio>

#include "common/url.h"
#include "searcher/render/render.h"

namespace pantau {
namespace {

bool is_port(std::string_view text) {
  constexpr unsigned largest = 65'535;
  unsigned port = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size() && port <= largest;
}

/// Letters of any script, digits, "-._~", an IPv6 address in brackets; and a port that exists.
bool is_authority(std::string_view text) {
  if (const std::size_t colon = text.rfind(':');
      colon != std::string_view::npos && text.find(']', colon) == std::string_view::npos) {
    if (!is_port(text.substr(colon + 1))) return false;
    text = text.substr(0, colon);
  }
  constexpr std::string_view odd = " !\"#$%&'()*+,/;<=>?@\\^`{|}";
  if (text.empty() || text.find_first_of(odd) != std::string_view::npos) return false;
  const bool brackets = text.front() == '[' && text.back() == ']';
  return brackets || text.find_first_of("[]:") == std::string_view::npos;
}

bool is_hex(std::string_view text) {
  return text.size() == 2 &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

}  // namespace

std::string web_address(const Article& article) {
  const std::string url = canonical_url(article.url);
  if (url.empty()) return {};
  const std::size_t host = url.find("://") + 3;
  const std::size_t path = std::min(url.find('/', host), url.size());
  if (!is_authority(std::string_view{url}.substr(host, path - host))) return {};
  std::string out = url.substr(0, path);
  for (std::size_t i = path; i < url.size(); ++i) {
    const bool lone_percent = url[i] == '%' && !is_hex(std::string_view{url}.substr(i + 1, 2));
    if (!lone_percent && std::string_view{"\"<>\\^`{|}[]"}.find(url[i]) == std::string_view::npos) {
      out += url[i];
      continue;
    }
    std::array<char, 4> code{};
    std::snprintf(code.data(), code.size(), "%%%02X", static_cast<unsigned char>(url[i]));
    out += code.data();
  }
  return out;
}

}  // namespace pantau
