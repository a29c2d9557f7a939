// The style sheets, parts of the page, and the hashes by which its policy allows them.
#pragma once

#include <string>

#include "searcher/render/html.h"

namespace pantau {

/// `<style>...</style>`: of every page, and of those with lists of hits and filters.
[[nodiscard]] Html style_element();
[[nodiscard]] Html results_style_element();

/// "'sha256-...' 'sha256-...'" of what is between the tags (CSP Level 3, section 2.3.1).
[[nodiscard]] std::string style_hashes();

}  // namespace pantau
