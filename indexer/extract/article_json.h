// One object of the JSONL contract -> Article, or a page to extract, or why it is neither. The keys
// are in the README, "Feeding JSONL". Tested by tests/indexer/article_json_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "common/article.h"

namespace pantau {

/// What a JSON object says: an article, and the HTML to take its missing parts from, or "".
struct JsonArticle {
  Article article;  ///< `file`, `offset` and `captured` are not set
  std::string html;
};

struct JsonProblem {
  std::string reason;  ///< "invalid-json", "invalid-field" or "no-text"
  std::string detail;
};

/// Reads keys url, id, title, text, html, lang, date, author, outlet; others are ignored. One of
/// text and html must say something. A date or language that is none is left out, which costs no
/// article: `unread` tells it.
[[nodiscard]] std::variant<JsonArticle, JsonProblem> parse_article_json(std::string_view json);

}  // namespace pantau
