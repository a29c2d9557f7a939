// URLs as names of articles: one spelling for one page. Tested by tests/common/url_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace pantau {

/// One spelling of an http(s) URL (RFC 3986, section 6): scheme and host in lower case, no default
/// port, no fragment, no tracking parameters (utm_*, fbclid, ...), "/" for an empty path.
/// Anything that is not an absolute http(s) URL with a host gives "".
[[nodiscard]] std::string canonical_url(std::string_view url);

/// Host of an http(s) URL in lower case, without user and port; "" if there is none.
[[nodiscard]] std::string host_of(std::string_view url);

/// `text` fit to be the value of a parameter: all but letters, digits and "-._~,:/" escaped, a
/// space as "+" (application/x-www-form-urlencoded).
[[nodiscard]] std::string encode_parameter(std::string_view text);

/// Whether `url` has a path or a query beyond the site's root.
[[nodiscard]] bool names_a_page(std::string_view url);

}  // namespace pantau
