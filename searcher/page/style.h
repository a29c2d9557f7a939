// The one style sheet, part of every page, and the hash by which the page's policy allows it.
#pragma once

#include <string>

#include "searcher/page/html.h"

namespace pantau {

/// `<style>...</style>`.
[[nodiscard]] Html style_element();

/// "sha256-..." of what stands between the tags (CSP Level 3, section 2.3.1).
[[nodiscard]] std::string style_hash();

}  // namespace pantau
