// Rows of a small tab-separated text such as the files of data/: `#` opens a comment line, empty
// lines are skipped. Entrance: tsv_rows. Tested by tests/common/tsv_test.cpp.
#pragma once

#include <string_view>
#include <vector>

namespace pantau {

/// The fields of one line, split at every TAB; at least one. Views into `line`.
[[nodiscard]] std::vector<std::string_view> split_tabs(std::string_view line);

/// The rows of `text`, each a list of fields; views into `text`, a trailing CR of a line is
/// dropped.
[[nodiscard]] std::vector<std::vector<std::string_view>> tsv_rows(std::string_view text);

}  // namespace pantau
