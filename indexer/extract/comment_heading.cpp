#include "indexer/extract/comment_heading.h"
#include "common/text.h"

#include <algorithm>
#include <array>
#include <string>

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

constexpr std::size_t longest_line = 70;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view signs = " .,:;!()[]0123456789";
  const auto first = text.find_first_not_of(signs);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(signs) + 1 - first);
}

/// Does `text` begin with the word?
bool begins(std::string_view text, std::string_view word) {
  return text == word || (text.starts_with(word) && text[word.size()] == ' ');
}

/// A number and the word beside it: "12 comments on the draft", "Komentar (3)", but not "Comments
/// by 15 April", nor what is a sentence.
bool is_counted(std::string_view line, std::string_view text) {
  const bool first = line.find_first_of("0123456789") < line.find(text);
  const bool alone = text.size() < line.size() && text.find(' ') == std::string_view::npos &&
                     line.find_first_of("0123456789") != std::string_view::npos;
  return !line.ends_with('.') && (first || alone);
}

}  // namespace

bool is_comment_heading(std::string_view line) {
  if (line.empty() || line.size() > longest_line) return false;
  const std::string lower = to_lower_ascii(line);
  const std::string_view text = trimmed(lower);
  return (is_counted(lower, text) &&
          std::any_of(words.begin(), words.end(), [&](auto word) { return begins(text, word); })) ||
         std::find(headings.begin(), headings.end(), text) != headings.end();
}

bool names_readers(std::string_view line) {
  const std::string lower = to_lower_ascii(line.substr(0, longest_line));
  const std::string_view text = trimmed(lower);
  const bool one_word = text.find(' ') == std::string_view::npos && !text.starts_with("leser");
  return !one_word && std::find(headings.begin(), headings.end(), text) != headings.end();
}

bool is_speaker(std::string_view line) {
  static constexpr std::array<std::string_view, 7> speaking{
      " says:", " said:", " wrote:", " sagt:", " schreibt:", " dit :", " escribe:"};
  return line.size() <= longest_line &&
         std::any_of(speaking.begin(), speaking.end(),
                     [&](std::string_view end) { return line.ends_with(end); });
}

}  // namespace pantau
