#include "searcher/query/url_spellings.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/host_name.h"
#include "common/text.h"
#include "common/url.h"

namespace pantau {
namespace {

/// May a byte stand for itself in a path, as readers see it? Letters of any script do.
bool needs_no_escape(unsigned char byte) {
  return byte >= 0x80 || is_ascii_alphanumeric(static_cast<char>(byte)) || byte == '-' ||
         byte == '.' || byte == '_' || byte == '~';
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned byte = 0;
    const char* const digits = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2 &&
        needs_no_escape(static_cast<unsigned char>(byte))) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string with_escapes(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      out += c;
    else
      (out += '%').append({hex[byte >> 4U], hex[byte & 15U]});
  }
  return out;
}

void add_new(std::vector<std::string>& all, std::string one) {
  if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end())
    all.push_back(std::move(one));
}

/// With and without the slash at the end; a parameter's slash is its own.
std::string with_other_end(const std::string& path) {
  if (path.find('?') != std::string::npos || path.size() < 2) return path;
  return path.ends_with('/') ? path.substr(0, path.size() - 1) : path + '/';
}

}  // namespace

std::vector<std::string> url_spellings(std::string_view url) {
  std::string address = canonical_url(url);
  if (address.empty() && url.find("://") == std::string_view::npos)
    address = canonical_url("https://" + std::string{url});
  if (address.empty()) return {};
  const std::size_t host_at = address.find("://") + 3;
  const std::size_t path_at = address.find('/', host_at);
  const std::string authority = address.substr(host_at, path_at - host_at);
  const std::string port = authority.substr(std::min(authority.rfind(':'), authority.size()));
  const std::string host = authority.substr(0, authority.size() - port.size());
  std::vector<std::string> hosts{authority}, paths{address.substr(path_at)}, spellings;
  for (const std::string& other : {host_in_ascii(host), host_in_own_script(host)})
    if (!other.empty()) add_new(hosts, other + port);
  const std::string plain = without_escapes(paths.front());
  for (const std::string& other : {plain, with_escapes(plain)}) add_new(paths, other);
  const bool is_secure = address.starts_with("https:");
  const std::array<std::string, 2> schemes{is_secure ? "https://" : "http://",
                                           is_secure ? "http://" : "https://"};
  for (const std::string& scheme : schemes)
    for (const std::string& one_host : hosts)
      for (const std::string& path : paths)
        for (const std::string& end : {path, with_other_end(path)})
          add_new(spellings, (scheme + one_host).append(end));
  return spellings;
}

}  // namespace pantau
