#include "indexer/extract/comment_heading.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/ascii.h"

namespace pantau {
namespace {

/// What is counted: the words "comments", "replies" and the like, in lower case.
constexpr std::array<std::string_view, 36> words{
    "comment",      "comments",     "response",   "responses",   "reply",
    "replies",      "komentar",     "tanggapan",  "komen",       "ulasan",
    "commentaire",  "commentaires", "comentario", "comentarios", "comentário",
    "comentários",  "kommentar",    "kommentare", "kommentarer", "leserkommentare",
    "antworten",    "réponses",     "respuestas", "reacties",    "reactions",
    "réactions",    "commenti",     "yorum",      "komentarze",  "комментарии",
    "комментариев", "評論",         "评论",       "コメント",    "댓글",
    "ความคิดเห็น"};

/// Lines that say so without a number.
constexpr std::array<std::string_view, 28> headings{
    "readers' comments",   "readers’ comments",
    "reader comments",     "comments",
    "user comments",       "your comments",
    "leave a comment",     "leave a reply",
    "post a comment",      "add a comment",
    "kommentare",          "leserkommentare",
    "leserbriefe",         "leserreaktionen",
    "diskutieren sie mit", "commentaires",
    "vos commentaires",    "vos réactions",
    "les commentaires",    "comentarios",
    "deja un comentario",  "comentarios de los lectores",
    "comentários",         "komentar",
    "komentar pembaca",    "tulis komentar",
    "tanggapan pembaca",   "kolom komentar"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view signs = " .,:;!()[]0123456789";
  const auto first = text.find_first_not_of(signs);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(signs) + 1 - first);
}

}  // namespace

bool is_comment_heading(std::string_view line) {
  constexpr std::size_t longest = 70;
  static constexpr std::array<std::string_view, 7> speaking{
      " says:", " said:", " wrote:", " sagt:", " schreibt:", " dit :", " escribe:"};
  if (line.empty() || line.size() > longest) return false;
  if (std::any_of(speaking.begin(), speaking.end(), [&](auto end) { return line.ends_with(end); }))
    return true;
  const std::string lower = lower_ascii(line);
  const std::string_view text = trimmed(lower);
  const bool counted =
      text.size() != lower.size() && lower.find_first_of("0123456789") != lower.npos;
  if (counted && std::any_of(words.begin(), words.end(), [&](auto word) {
        return text == word || (text.starts_with(word) && text[word.size()] == ' ');
      }))
    return true;
  return std::find(headings.begin(), headings.end(), text) != headings.end();
}

}  // namespace pantau
