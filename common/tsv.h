// Rows of a small tab-separated text such as the files of data/: `#` opens a comment line, empty
// lines are skipped. Entrances: tsv_rows, for_each_tsv_pair, find_tsv_value. Tested by
// tests/common/tsv_test.cpp.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace pantau {

/// The fields of one line, split at every TAB; at least one. Views into `line`.
[[nodiscard]] std::vector<std::string_view> split_tabs(std::string_view line);

/// The rows of `text`, each a list of fields; views into `text`, a trailing CR of a line is
/// dropped.
[[nodiscard]] std::vector<std::vector<std::string_view>> tsv_rows(std::string_view text);

/// What follows `key` and a TAB on its line of `text`, "" if no line has that key: found by
/// halving, without reading the rest, so a program that looks up little starts at once. The rows
/// must be sorted bytewise, with comments only at the head.
[[nodiscard]] std::string_view find_tsv_value(std::string_view text, std::string_view key);

/// Calls `use(key, value)` for each row of a `text` whose rows have two fields; a row of one is
/// skipped. No table is made, unlike by tsv_rows.
template <typename Use>
void for_each_tsv_pair(std::string_view text, const Use& use) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with('#')) continue;
    if (const auto tab = line.find('\t'); tab != std::string_view::npos)
      use(line.substr(0, tab), line.substr(tab + 1));
  }
}

}  // namespace pantau
