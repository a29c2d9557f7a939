#include "indexer/extract/comment_heading.h"

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("a line that heads what readers wrote is known in many languages") {
  for (const std::string_view line :
       {"34 Comments", "2 replies", "1 Reply", "Comments (12)", "3 komentar", "0 Komentar",
        "Readers’ comments", "Readers' comments:", "12 Kommentare", "Kommentare (3)",
        "5 commentaires", "7 comentarios", "評論 (5)", "12 Responses to “Rules pass”"}) {
    CAPTURE(line);
    CHECK(is_comment_heading(line));
  }
}

TEST_CASE("lines that speak of comments head none") {
  for (const std::string_view line :
       {"", "5", "3 people commented on the draft", "Comments on the draft close in May",
        "The ministry received 1,200 comments.", "Officials said: the rule stands", "Reply to all",
        "Comments must be received by April 15", "Tanggapan OJK atas POJK 12/2024", "Jane says:"}) {
    CAPTURE(line);
    CHECK_FALSE(is_comment_heading(line));
  }
}

TEST_CASE("a speaker is told in several languages; whether it is a reader, what follows tells") {
  for (const std::string_view line :
       {"Jane says:", "The minister wrote:", "Er sagt:", "Elle dit :"}) {
    CAPTURE(line);
    CHECK(is_speaker(line));
  }
  for (const std::string_view line : {"", "He says", "The draft has three parts:"}) {
    CAPTURE(line);
    CHECK_FALSE(is_speaker(line));
  }
}

}  // namespace pantau
