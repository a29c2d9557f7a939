#include "indexer/crawl/header_fields.h"

#include <algorithm>

#include "common/text.h"
#include "common/utf8.h"

namespace pantau {
namespace {

/// No server or crawler sends as many; more are passed over.
constexpr std::size_t max_fields = 1000;

}  // namespace

std::size_t find_head_end(std::string_view bytes, std::size_t from) {
  for (std::size_t at = from; (at = bytes.find('\n', at)) != std::string_view::npos;) {
    ++at;
    if (bytes.substr(at).starts_with("\r\n")) return at + 2;
    if (bytes.substr(at).starts_with('\n')) return at + 1;
  }
  return std::string_view::npos;
}

HeaderFields::HeaderFields(std::string_view lines) {
  while (!lines.empty() && fields_.size() < max_fields) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::string_view text = trim(line);
    if (text.empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !fields_.empty()) {
      std::string& value = fields_.back().second;
      (value += value.empty() ? "" : " ") += to_valid_utf8(text);
      continue;
    }
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) continue;
    fields_.emplace_back(trim(text.substr(0, colon)), to_valid_utf8(trim(text.substr(colon + 1))));
  }
}

std::string_view HeaderFields::find(std::string_view name) const {
  for (const auto& [field, value] : fields_)
    if (equal_ignoring_case(field, name)) return value;
  return {};
}

std::string HeaderFields::join(std::string_view name) const {
  std::string all;
  for (const auto& [field, value] : fields_)
    if (equal_ignoring_case(field, name)) (all += all.empty() ? "" : ", ") += value;
  return all;
}

std::string media_type(std::string_view content_type) {
  // Two Content-Type fields joined by a careless proxy give "text/html, text/html".
  return to_lower_ascii(trim(content_type.substr(0, content_type.find_first_of(";,"))));
}

std::string charset_parameter(std::string_view content_type) {
  const std::string lowered = to_lower_ascii(content_type);
  const std::size_t name = lowered.find("charset");
  if (name == std::string::npos) return {};
  const std::size_t equals = lowered.find_first_not_of(ascii_white_space, name + 7);
  if (equals == std::string::npos || lowered[equals] != '=') return {};
  std::string_view value = trim(std::string_view{lowered}.substr(equals + 1));
  const bool quoted = value.starts_with('"') || value.starts_with('\'');
  if (quoted) value.remove_prefix(1);
  return std::string{trim(value.substr(0, value.find_first_of(quoted ? "\"'" : ";, \t\"'")))};
}

}  // namespace pantau
