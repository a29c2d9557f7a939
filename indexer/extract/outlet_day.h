// The day of a moment where the outlet is: readers and archives go by it, machines often by UTC.
// Tested by tests/indexer/outlet_day_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace pantau {

/// What a page says of its day beside the moment.
struct DayEvidence {
  std::string_view host;        ///< "www.detik.com"
  std::optional<Date> address;  ///< in its URL
  std::optional<Date> written;  ///< where readers see it
};

/// `day`, as read from `moment` ("2023-11-09T01:09:55Z"), unless that is in UTC and the outlet was
/// at the day before or after: its address says so, else the zone of its national domain, else what
/// its readers see.
[[nodiscard]] Date outlet_day(std::string_view moment, Date day, const DayEvidence& evidence);

}  // namespace pantau
