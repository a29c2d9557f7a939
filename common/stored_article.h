// An article as it is stored in the index: all that a hit shows, so that nothing else is opened to
// render it. Tested by tests/common/stored_article_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace pantau {

/// Document data in Omega's form, one `name=value` line a field; "\n" and "\\" stand for a line
/// feed and a backslash in a value. Empty fields are left out.
[[nodiscard]] std::string encode_article(const Article& article);

/// The article that encode_article() wrote. Lines it does not know are skipped.
[[nodiscard]] Article decode_article(std::string_view data);

}  // namespace pantau
