#include "searcher/page/http_request.h"

#include <algorithm>
#include <charconv>

#include "common/text.h"
#include "common/url.h"
#include "common/utf8.h"

namespace pantau {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decode(std::string_view encoded) {
  std::string bytes;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const int high = encoded[i] == '%' && i + 2 < encoded.size() ? hex_digit(encoded[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(encoded[i + 2]) : -1;
    if (low >= 0) {
      bytes += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      bytes += encoded[i] == '+' ? ' ' : encoded[i];
    }
  }
  return collapse_space(to_valid_utf8(bytes));
}

/// The path of a program, and nothing that could lead elsewhere: "//host" is another server.
bool is_path(std::string_view text) {
  constexpr std::string_view allowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~+,@";
  return text.starts_with('/') && !text.starts_with("//") &&
         text.find_first_not_of(allowed) == std::string_view::npos;
}

/// Takes the text up to `separator` from the front of `rest`.
std::string_view next_item(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view item = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return item;
}

/// The weight after ";q=" in thousandths: 1000 without one, 0 if it is no number.
int weight_of(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  if (at == std::string_view::npos) return 1'000;
  std::string digits{trim(parameters.substr(at + 2))};
  std::erase(digits, '.');
  digits.resize(4, '0');  // "0.8" -> "0800"
  int weight = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), weight);
  return result.ec == std::errc{} ? weight : 0;
}

}  // namespace

HttpRequest read_request(const CgiVariable& variable) {
  HttpRequest request;
  request.method = variable("REQUEST_METHOD");
  request.query = variable("QUERY_STRING");
  request.path_info = variable("PATH_INFO");
  request.script = variable("SCRIPT_NAME");
  if (!is_path(request.script)) request.script = "/";
  request.accept_language = variable("HTTP_ACCEPT_LANGUAGE");
  request.if_none_match = variable("HTTP_IF_NONE_MATCH");
  return request;
}

std::vector<Parameter> parse_parameters(std::string_view query) {
  std::vector<Parameter> parameters;
  while (!query.empty()) {
    std::string_view value = next_item(query, '&');
    const std::string_view name = next_item(value, '=');
    if (!name.empty()) parameters.push_back({decode(name), decode(value)});
  }
  return parameters;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
  if (trim(if_none_match) == "*") return true;
  const std::string_view opaque = etag.substr(etag.find('"'), etag.rfind('"') - etag.find('"'));
  while (!if_none_match.empty()) {
    std::string_view item = trim(next_item(if_none_match, ','));
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (!item.starts_with(opaque)) continue;
    const std::string_view rest = item.substr(opaque.size());
    if (rest == "\"" || (rest.starts_with('-') && rest.ends_with('"'))) return true;
  }
  return false;
}

std::string_view choose_language(std::string_view accept_language,
                                 const std::vector<std::string_view>& offered) {
  std::string_view best = offered.front();
  int best_weight = 0;
  while (!accept_language.empty()) {
    std::string_view parameters = next_item(accept_language, ',');
    const std::string tag = to_lower_ascii(trim(next_item(parameters, ';')));
    const std::string_view code = std::string_view{tag}.substr(0, tag.find('-'));
    const auto match = std::find(offered.begin(), offered.end(), code);
    const int weight = weight_of(parameters);
    if (match == offered.end() || weight <= best_weight) continue;
    best = *match;
    best_weight = weight;
  }
  return best;
}

}  // namespace pantau
