// Names of hosts in both their forms, ASCII ("xn--mnchen-3ya.example") and their own script
// (IDNA, RFC 5891; UTS #46). Tested by tests/common/host_name_test.cpp.
#pragma once

#include <string>

namespace pantau {

/// "" if `host` is no name of a host.
[[nodiscard]] std::string host_in_ascii(const std::string& host);
[[nodiscard]] std::string host_in_own_script(const std::string& host);

}  // namespace pantau
