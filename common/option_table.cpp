#include "common/option_table.h"

namespace pantau {
namespace {

constexpr std::string_view again = "...";

}  // namespace

std::string_view value_name(const OptionRow& row) {
  return row.value.substr(0, row.value.size() - (repeats(row) ? again.size() : 0));
}

bool repeats(const OptionRow& row) {
  return row.value.ends_with(again);
}

std::string list_options(std::span<const OptionRow> rows) {
  std::string lines;
  for (const OptionRow& row : rows) {
    const std::size_t comma = row.name.find(',');
    const std::string_view letter =
        comma == std::string_view::npos ? "" : row.name.substr(comma + 1);
    for (const std::string_view cell :
         {std::string_view{"option"}, row.name.substr(0, comma), letter, value_name(row),
          std::string_view{repeats(row) ? "1" : "0"}, row.standard, row.choices, row.help})
      lines.append(cell).append("\t");
    lines.back() = '\n';
  }
  return lines;
}

}  // namespace pantau
