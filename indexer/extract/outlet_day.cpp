#include "indexer/extract/outlet_day.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pantau {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

struct Zone {
  std::string_view domain;
  int minutes;    ///< east of UTC, in winter
  bool european;  ///< an hour more from March to October
};

/// Countries with one zone, or whose press is in one (IANA time zone database 2024a).
constexpr std::array zones{
    Zone{"id", 420, false}, Zone{"my", 480, false}, Zone{"sg", 480, false}, Zone{"ph", 480, false},
    Zone{"cn", 480, false}, Zone{"tw", 480, false}, Zone{"hk", 480, false}, Zone{"jp", 540, false},
    Zone{"kr", 540, false}, Zone{"th", 420, false}, Zone{"vn", 420, false}, Zone{"kh", 420, false},
    Zone{"la", 420, false}, Zone{"mm", 390, false}, Zone{"in", 330, false}, Zone{"lk", 330, false},
    Zone{"np", 345, false}, Zone{"bd", 360, false}, Zone{"pk", 300, false}, Zone{"ae", 240, false},
    Zone{"sa", 180, false}, Zone{"tr", 180, false}, Zone{"ke", 180, false}, Zone{"ng", 60, false},
    Zone{"za", 120, false}, Zone{"de", 60, true},   Zone{"at", 60, true},   Zone{"ch", 60, true},
    Zone{"fr", 60, true},   Zone{"it", 60, true},   Zone{"nl", 60, true},   Zone{"be", 60, true},
    Zone{"pl", 60, true},   Zone{"cz", 60, true},   Zone{"sk", 60, true},   Zone{"hu", 60, true},
    Zone{"dk", 60, true},   Zone{"no", 60, true},   Zone{"se", 60, true},   Zone{"si", 60, true},
    Zone{"hr", 60, true},   Zone{"fi", 120, true},  Zone{"ee", 120, true},  Zone{"lv", 120, true},
    Zone{"lt", 120, true},  Zone{"ro", 120, true},  Zone{"bg", 120, true},  Zone{"gr", 120, true},
    Zone{"uk", 0, true},    Zone{"ie", 0, true}};

/// Minutes into the day, where `moment` has a time and says that it is UTC.
std::optional<int> utc_minutes(std::string_view moment) {
  constexpr std::size_t time_at = 11;  // behind "2023-11-09T"
  if (moment.size() < time_at + 5 || (moment[10] != 'T' && moment[10] != ' ')) return {};
  if (!moment.ends_with('Z') && !moment.ends_with("+00:00") && !moment.ends_with("+0000") &&
      !moment.ends_with("UTC") && !moment.ends_with("GMT"))
    return {};
  int hour = 0, minute = 0;
  const char* const at = moment.data() + time_at;
  if (std::from_chars(at, at + 2, hour).ptr != at + 2 || at[2] != ':' ||
      std::from_chars(at + 3, at + 5, minute).ptr != at + 5)
    return {};
  return hour * 60 + minute;
}

/// From the last Sunday of March to that of October, 01:00 UTC (Directive 2000/84/EC).
bool is_european_summer(Date day, int utc) {
  const auto change = [&](std::chrono::month when) {
    return sys_days{day.year() / when / std::chrono::Sunday[std::chrono::last]} +
           std::chrono::hours{1};
  };
  const auto now = sys_days{day} + minutes{utc};
  return now >= change(std::chrono::March) && now < change(std::chrono::October);
}

/// Is `other` the day before or after, and can it be that day somewhere at this time of the day in
/// UTC? The press of the large countries is ten hours ahead at most, and as many behind.
bool may_be(Date day, int utc, std::optional<Date> other) {
  if (!other) return false;
  constexpr int most_off = 10 * 60;
  const auto off = sys_days{*other} - sys_days{day};
  return (off == days{1} && utc + most_off >= 24 * 60) || (off == days{-1} && utc < most_off);
}

}  // namespace

Date outlet_day(std::string_view moment, Date day, const DayEvidence& evidence) {
  const std::optional<int> utc = utc_minutes(moment);
  if (!utc || evidence.address == day) return day;
  if (may_be(day, *utc, evidence.address)) return *evidence.address;
  const std::string_view domain = evidence.host.substr(evidence.host.rfind('.') + 1);
  const auto zone = std::find_if(zones.begin(), zones.end(),
                                 [&](const Zone& row) { return row.domain == domain; });
  if (zone == zones.end()) return may_be(day, *utc, evidence.written) ? *evidence.written : day;
  const int offset = zone->minutes + (zone->european && is_european_summer(day, *utc) ? 60 : 0);
  return Date{std::chrono::floor<days>(sys_days{day} + minutes{*utc + offset})};
}

}  // namespace pantau
