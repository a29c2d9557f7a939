// Dates as other scripts write them, put into the signs that date_text.h reads.
// Tested by tests/indexer/date_script_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// `text` with ASCII digits for those of Arabic, Indic, Thai, Lao, Burmese, Khmer, full-width and
/// (before 年, 月, 日) Chinese writing; with the common year for one of a Japanese era or of the
/// Republic of China (令和6年 is 2024年); one space for spaces of any width and for signs that part
/// (•, |); without signs that are not seen. What is ASCII stays as it is.
[[nodiscard]] std::string in_plain_signs(std::string_view text);

}  // namespace pantau
