#include "indexer/crawl/header_fields.h"

#include <algorithm>

#include "common/utf8.h"

namespace pantau {
namespace {

/// No server or crawler sends as many; more are passed over.
constexpr std::size_t max_fields = 1000;

constexpr std::string_view white_space = " \t\r\n\f\v";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string out{text};
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(white_space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

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
  return to_lower(trim(content_type.substr(0, content_type.find_first_of(";,"))));
}

std::string charset_parameter(std::string_view content_type) {
  const std::string lowered = to_lower(content_type);
  const std::size_t name = lowered.find("charset");
  if (name == std::string::npos) return {};
  const std::size_t equals = lowered.find_first_not_of(white_space, name + 7);
  if (equals == std::string::npos || lowered[equals] != '=') return {};
  std::string_view value = trim(std::string_view{lowered}.substr(equals + 1));
  const bool quoted = value.starts_with('"') || value.starts_with('\'');
  if (quoted) value.remove_prefix(1);
  return std::string{trim(value.substr(0, value.find_first_of(quoted ? "\"'" : ";, \t\"'")))};
}

}  // namespace pantau
