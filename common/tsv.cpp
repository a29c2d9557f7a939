#include "common/tsv.h"

#include <algorithm>

namespace pantau {

std::vector<std::string_view> split_tabs(std::string_view line) {
  std::vector<std::string_view> fields;
  for (;;) {
    const auto tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::vector<std::vector<std::string_view>> tsv_rows(std::string_view text) {
  std::vector<std::vector<std::string_view>> rows;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') rows.push_back(split_tabs(line));
  }
  return rows;
}

std::string_view find_tsv_value(std::string_view text, std::string_view key) {
  while (text.starts_with('#')) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  while (!text.empty()) {
    const auto before = text.substr(0, text.size() / 2).rfind('\n');
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    const auto end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const auto tab = std::min(line.find('\t'), line.size());
    const int order = line.substr(0, tab).compare(key);
    if (order == 0) return line.substr(std::min(tab + 1, line.size()));
    text = order < 0 ? text.substr(std::min(end + 1, text.size())) : text.substr(0, begin);
  }
  return {};
}

}  // namespace pantau
