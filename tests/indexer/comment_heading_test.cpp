#include "indexer/extract/comment_heading.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a line that heads what readers wrote is known in many languages") {
  for (const std::string_view line :
       {"34 Comments", "2 replies", "1 Reply", "Comments (12)", "3 komentar", "0 Komentar",
        "Readers’ comments", "Readers' comments:", "Jane says:", "12 Kommentare", "Kommentare (3)",
        "5 commentaires", "7 comentarios", "評論 (5)", "12 Responses to “Rules pass”"}) {
    CAPTURE(line);
    CHECK(is_comment_heading(line));
  }
}

TEST_CASE("lines that speak of comments head none") {
  for (const std::string_view line :
       {"", "5", "3 people commented on the draft", "Comments on the draft close in May",
        "The ministry received 1,200 comments.", "Officials said: the rule stands",
        "Reply to all"}) {
    CAPTURE(line);
    CHECK_FALSE(is_comment_heading(line));
  }
}

}  // namespace pantau
