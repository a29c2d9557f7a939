// Calendar days as people write them ("Selasa, 20 September 2022", "20/3/2021", "2023年1月10日"),
// found inside longer text. Entrances: find_date, find_dates. Tested by
// tests/indexer/date_text_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/date.h"

namespace pantau {

/// A day and where it is written: text.substr(begin, end - begin), without weekday and time of day.
struct WrittenDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  Date date;
};

/// The first full date (day, month and year) at or after byte `from`. Numbers are read day first,
/// as most of the world writes them, unless the second one can only be a day. Buddhist years are
/// turned into common ones. Linear in the length of `text`.
[[nodiscard]] std::optional<WrittenDate> find_date(std::string_view text, std::size_t from = 0);

/// The first `limit` dates of `text`, in order.
[[nodiscard]] std::vector<WrittenDate> find_dates(std::string_view text, std::size_t limit);

/// Does it say that what follows is when a page was changed?
[[nodiscard]] bool says_updated(std::string_view text);

}  // namespace pantau
