#include "indexer/extract/month_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace pantau {
namespace {

/// The names of each month, in January, February, ... order, separated by spaces: English,
/// Indonesian, Malay, German, French, Spanish, Italian, Portuguese, Dutch, then Scandinavian,
/// Romanian, Turkish, Czech, Polish, Finnish, Russian, Ukrainian, Arabic, as dates decline them.
constexpr std::array<std::string_view, 12> names{
    "january jan januari januar jänner janvier janv enero ene gennaio gen janeiro "
    "ianuarie ocak ledna stycznia tammikuuta января січня يناير",
    "february feb februari pebruari peb februar février fevrier févr fév febrero febbraio "
    "fevereiro fev "
    "februarie şubat Şubat února lutego helmikuuta февраля лютого فبراير",
    "march mar maret mac märz mars marzo março maart mrt "
    "marts martie mart března marca maaliskuuta марта березня مارس",
    "april apr avril avr abril abr aprile "
    "aprilie nisan dubna kwietnia huhtikuuta апреля квітня أبريل",
    "may mei mai mayo maggio mag maio "
    "maj mayıs května maja toukokuuta мая травня مايو",
    "june jun juni juin junio giugno giu junho "
    "iunie haziran června czerwca kesäkuuta июня червня يونيو",
    "july jul juli julai juillet juil julio luglio lug julho "
    "iulie temmuz července lipca heinäkuuta июля липня يوليو",
    "august aug agustus agu agt ags agust ogos ogo août aout agosto ago augustus "
    "augusti ağustos srpna sierpnia elokuuta августа серпня أغسطس",
    "september sep sept septembre septiembre settembre set setembro "
    "septembrie eylül září września syyskuuta сентября вересня سبتمبر",
    "october oct oktober okt octobre octubre ottobre ott outubro out "
    "octombrie ekim října października lokakuuta октября жовтня أكتوبر",
    "november nov nopember nop novembre noviembre novembro "
    "noiembrie kasım listopadu listopada marraskuuta ноября листопада نوفمبر",
    "december dec desember des disember dis dezember dez décembre decembre déc diciembre dic "
    "dicembre dezembro "
    "decembrie aralık prosince grudnia joulukuuta декабря грудня ديسمبر",
};

struct ThaiName {
  std::string_view name;
  unsigned number;
};

constexpr std::array thai_names{
    ThaiName{"มกราคม", 1},  ThaiName{"กุมภาพันธ์", 2},   ThaiName{"มีนาคม", 3},
    ThaiName{"เมษายน", 4},  ThaiName{"พฤษภาคม", 5},   ThaiName{"มิถุนายน", 6},
    ThaiName{"กรกฎาคม", 7}, ThaiName{"สิงหาคม", 8},    ThaiName{"กันยายน", 9},
    ThaiName{"ตุลาคม", 10},  ThaiName{"พฤศจิกายน", 11}, ThaiName{"ธันวาคม", 12},
    ThaiName{"ม.ค.", 1},    ThaiName{"ก.พ.", 2},      ThaiName{"มี.ค.", 3},
    ThaiName{"เม.ย.", 4},   ThaiName{"พ.ค.", 5},      ThaiName{"มิ.ย.", 6},
    ThaiName{"ก.ค.", 7},    ThaiName{"ส.ค.", 8},      ThaiName{"ก.ย.", 9},
    ThaiName{"ต.ค.", 10},   ThaiName{"พ.ย.", 11},     ThaiName{"ธ.ค.", 12},
};

std::unordered_map<std::string, unsigned> month_table() {
  std::unordered_map<std::string, unsigned> table;
  for (unsigned month = 1; month <= names.size(); ++month) {
    std::string_view rest = names[month - 1];
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      table.emplace(rest.substr(0, end), month);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return table;
}

}  // namespace

unsigned month_number(std::string_view word) {
  constexpr std::size_t longest = 16;  // bytes
  if (word.size() < 3 || word.size() > longest) return 0;
  static const auto table = month_table();
  std::string key{word};
  for (char& c : key)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  const auto row = table.find(key);
  return row == table.end() ? 0 : row->second;
}

ThaiMonth thai_month(std::string_view text) {
  if (!text.starts_with('\xE0')) return {};
  for (const ThaiName& row : thai_names)
    if (text.starts_with(row.name)) return {row.name.size(), row.number};
  return {};
}

}  // namespace pantau
