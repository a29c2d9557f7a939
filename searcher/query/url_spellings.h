// The spellings of an address under which an index may know its page.
// Tested by tests/searcher/url_spellings_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pantau {

/// `url` as canonical_url() has it, first, then with the other of http and https, with or without
/// the slash at its end, with its host in ASCII or in its own script, with or without escapes of
/// what needs none (RFC 3986, 6.2.2). "https" is meant where no scheme is typed. Empty if `url`
/// is no address.
[[nodiscard]] std::vector<std::string> url_spellings(std::string_view url);

}  // namespace pantau
