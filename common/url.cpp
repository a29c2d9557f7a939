#include "common/url.h"

#include <algorithm>
#include <array>

#include "common/text.h"

namespace pantau {
namespace {

struct Parts {
  std::string scheme, host, port;
  std::string_view path, query;  ///< path from '/', query without '?'
};

/// Cuts an absolute http(s) URL up; an empty host means it is none.
Parts split(std::string_view url) {
  Parts parts;
  url = trim(url);
  const auto colon = url.find("://");
  if (colon == std::string_view::npos) return parts;
  parts.scheme = to_lower_ascii(url.substr(0, colon));
  if (parts.scheme != "http" && parts.scheme != "https") return parts;
  url.remove_prefix(colon + 3);
  url = url.substr(0, url.find('#'));
  const auto end = std::min(url.find_first_of("/?"), url.size());
  std::string_view authority = url.substr(0, end);
  url.remove_prefix(end);
  if (const auto at = authority.rfind('@'); at != std::string_view::npos)
    authority.remove_prefix(at + 1);
  if (const auto port = authority.rfind(':');
      port != std::string_view::npos && authority.find(']', port) == std::string_view::npos) {
    parts.port = authority.substr(port + 1);
    authority = authority.substr(0, port);
  }
  parts.host = to_lower_ascii(authority);
  while (parts.host.ends_with('.')) parts.host.pop_back();
  const auto question = url.find('?');
  parts.path = url.substr(0, question);
  if (question != std::string_view::npos) parts.query = url.substr(question + 1);
  return parts;
}

/// Parameters that say how a reader came to a page and never which page it is.
bool is_tracking(std::string_view parameter) {
  static constexpr std::array<std::string_view, 12> names{
      "fbclid", "gclid",  "dclid", "msclkid", "yclid", "igshid",
      "mc_cid", "mc_eid", "_ga",   "cmpid",   "ocid",  "at_medium"};
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name.starts_with("utm_") || std::find(names.begin(), names.end(), name) != names.end();
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty() || is_tracking(parameter)) continue;
    kept += kept.empty() ? '?' : '&';
    kept += parameter;
  }
  return kept;
}

}  // namespace

std::string canonical_url(std::string_view url) {
  const Parts parts = split(url);
  if (parts.host.empty()) return {};
  const bool default_port = parts.port.empty() || (parts.scheme == "http" && parts.port == "80") ||
                            (parts.scheme == "https" && parts.port == "443");
  std::string out = parts.scheme + "://" + parts.host;
  if (!default_port) out += ':' + parts.port;
  out += parts.path.empty() ? "/" : parts.path;
  out += without_tracking(parts.query);
  std::erase_if(out, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  return out;
}

std::string host_of(std::string_view url) {
  return split(url).host;
}

std::string encode_parameter(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  constexpr std::string_view plain = "-._~,:/";  // need no escape in a query, and read better
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (word || plain.find(c) != std::string_view::npos) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      out += '%';
      out += hex[byte >> 4];
      out += hex[byte & 15];
    }
  }
  return out;
}

bool names_a_page(std::string_view url) {
  const Parts parts = split(url);
  return !parts.host.empty() && (parts.path.size() > 1 || !parts.query.empty());
}

}  // namespace pantau
