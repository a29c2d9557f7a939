#include "indexer/extract/outlet.h"

#include <unordered_map>

#include "common/embedded.h"
#include "common/tsv.h"

namespace pantau {
namespace {

using OutletTable = std::unordered_map<std::string_view, std::string_view>;

OutletTable read_outlets() {
  OutletTable table;
  for (const auto& row : tsv_rows(embedded::outlets))
    if (row.size() >= 2) table.emplace(row[0], row[1]);
  return table;
}

}  // namespace

std::string_view known_outlet(std::string_view host) {
  static const OutletTable table = read_outlets();
  for (std::string_view domain = host; !domain.empty();) {
    if (const auto row = table.find(domain); row != table.end()) return row->second;
    const auto dot = domain.find('.');
    if (dot == std::string_view::npos) break;
    domain.remove_prefix(dot + 1);
  }
  return {};
}

std::string outlet_of_host(std::string_view host) {
  if (const auto known = known_outlet(host); !known.empty()) return std::string{known};
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string{host};
}

}  // namespace pantau
