// Names of newspapers and sites by their hosts. Entrances: known_outlet,
// outlet_of_host.
// Tested by tests/indexer/outlet_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// The outlet of data/outlets/outlets.tsv at `host` or at a domain above it; "" if there is none.
[[nodiscard]] std::string_view known_outlet(std::string_view host);

/// The outlet at `host` (lower case, as host_of gives it), also for its subdomains:
/// "finance.detik.com" is detik.com. A host that data/outlets/outlets.tsv does not know stands for
/// itself, without "www.".
[[nodiscard]] std::string outlet_of_host(std::string_view host);

}  // namespace pantau
