#include "indexer/extract/invitation.h"
#include "common/text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace pantau {
namespace {

using Words = std::span<const std::string_view>;

/// In the few words before a colon, one of these makes what follows the name of another story.
constexpr std::array<std::string_view, 47> pointers{
    "read",    "reading", "also",  "next",   "deeper",  "watch",   "listen",  "related",
    "more",    "baca",    "simak", "lihat",  "tonton",  "juga",    "terkait", "berkaitan",
    "ikuti",   "lagi",    "lesen", "mehr",   "lire",    "aussi",   "leia",    "lea",
    "lee",     "también", "læs",   "czytaj", "читайте", "pr",      "ad",      "promo",
    "promosi", "iklan",   "leggi", "anche",  "lees",    "ook",     "läs",     "också",
    "også",    "Читайте", "также", "okuyun", "także",   "również", "lisää"};

/// Appeals that also open sentences of stories: these must speak to somebody.
constexpr std::array<std::string_view, 10> weak_appeals{"do",  "got", "have",  "want",  "like",
                                                        "get", "tap", "enter", "reach", "write"};
constexpr std::array<std::string_view, 13> persons{
    "you", "your", "us", "our", "my", "me", "we", "anda", "kamu", "kami", "mu", "kita", "saya"};

/// Words that point to another article, in scripts without spaces.
constexpr std::array<std::string_view, 10> wide_pointers{
    "関連", "あわせて", "合わせて", "延伸", "相关", "相關", "推荐", "推薦", "อ่าน", "ข่าว"};

/// What an appeal to the reader opens with.
constexpr std::array<std::string_view, 65> appeals{
    "do",        "got",        "have",         "thanks",   "thank",      "saksikan", "silakan",
    "simak",     "ikuti",      "dapatkan",     "gabung",   "bergabung",  "join",     "follow",
    "subscribe", "sign",       "get",          "download", "unduh",      "klik",     "click",
    "cek",       "baca",       "yuk",          "mari",     "nikmati",    "langgan",  "sertai",
    "support",   "stay",       "berlangganan", "install",  "tap",        "receive",  "enter",
    "register",  "daftar",     "aktifkan",     "tonton",   "want",       "like",     "update",
    "terus",     "abonnieren", "abonniere",    "folgen",   "folge",      "lesen",    "holen",
    "melden",    "suivez",     "abonnez-vous", "recevez",  "suscríbete", "síguenos", "recibe",
    "únete",     "descarga",   "contact",      "email",    "e-mail",     "kontak",   "hubungi",
    "reach",     "write"};

/// What it calls to.
constexpr std::array<std::string_view, 60> channels{
    "x",           "threads",    "bluesky",    "linkedin",    "youtube",     "signal",
    "tip",         "tips",       "subscribe",  "subscribers", "posts",       "tickets",
    "ticket",      "pass",       "save",       "hotline",     "whatsapp",    "telegram",
    "google news", "newsletter", "channel",    "saluran",     "link",        "klik",
    "click",       "app",        "apps",       "aplikasi",    "notifikasi",  "inbox",
    "instagram",   "facebook",   "tiktok",     "twitter",     "grup",        "email",
    "e-mail",      "buletin",    "updates",    "alerts",      "berita",      "podcast",
    "free",        "gratis",     "percuma",    "website",     "phone",       "smartphone",
    "kanal",       "canal",      "infolettre", "boletín",     "kostenlos",   "gratuitement",
    "gratuit",     "alertes",    "here",       "delivered",   "subscribing", "unsubscribe"};

bool among(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Takes the first word of `rest`, without the signs around it.
std::string_view take_word(std::string_view& rest) {
  constexpr std::string_view signs = " ,.;:!?\"()[]>-–«»*";
  rest.remove_prefix(std::min(rest.find_first_not_of(signs), rest.size()));
  const auto word = rest.substr(0, rest.find_first_of(" ,.;:!?\"()[]>"));
  rest.remove_prefix(word.size());
  return word;
}

/// "Go deeper: X": a label of at most five words, one of which points elsewhere.
bool points_elsewhere(std::string_view line) {
  constexpr std::size_t longest = 40, most_words = 5;
  const auto wide_colon = line.find("：");
  std::size_t end = std::min(line.find(':'), wide_colon);
  if (line.starts_with("【")) end = std::min(end, line.find("】"));
  if (end > longest || end + 1 >= line.size()) return false;
  std::string label = to_lower_ascii(line.substr(0, end));
  while (label.ends_with(' ')) label.pop_back();
  if (std::any_of(wide_pointers.begin(), wide_pointers.end(),
                  [&](auto pointer) { return label.find(pointer) != label.npos; }))
    return true;
  // Its first word or its last: "Galaxy Watch 7" is a thing.
  std::string_view rest = label;
  std::size_t words = 0;
  bool points = false, last_points = false;
  while (!rest.empty() && ++words <= most_words + 1) {
    last_points = among(pointers, take_word(rest));
    points |= words == 1 && last_points;
  }
  return (points || last_points) && words <= most_words;
}

bool holds_mail_address(std::string_view line) {
  const auto at = line.find('@');
  return at != line.npos && at > 0 && line[at - 1] != ' ' && line.find('.', at) != line.npos;
}

bool calls_to_channel(std::string_view line) {
  constexpr std::size_t longest = 400;
  constexpr int enough = 2;
  if (line.size() > longest) return false;
  const std::string lower = to_lower_ascii(line);
  std::string_view rest = lower;
  const std::string_view appeal = take_word(rest);
  if (!among(appeals, appeal)) return false;
  int calls = lower.find("google news") != lower.npos || holds_mail_address(lower) ? enough : 0;
  calls += lower.find(" @") != lower.npos ? 1 : 0;
  bool speaks_to_reader = !among(weak_appeals, appeal);
  while (!rest.empty()) {
    const std::string_view word = take_word(rest);
    calls += among(channels, word) ? 1 : 0;
    speaks_to_reader |= among(persons, word);
  }
  return calls >= enough && speaks_to_reader;
}

/// "CONTINUE READING BELOW": the page speaks of itself, in capitals.
bool shouts_to_go_on(std::string_view line) {
  constexpr std::size_t longest = 60;
  if (line.size() > longest || to_lower_ascii(line) == line) return false;
  if (std::any_of(line.begin(), line.end(),
                  [](char c) { return is_ascii_letter(c) && !is_ascii_upper(c); }))
    return false;
  static constexpr std::array<std::string_view, 7> words{
      "CONTINUE", "READING", "SCROLL", "ADVERTISEMENT", "LANJUT", "IKLAN", "SUBSCRIBE"};
  return std::any_of(words.begin(), words.end(),
                     [&](auto word) { return line.find(word) != line.npos; });
}

/// "Reporting by Ana Diaz in Lima; Editing by Bob Roe", "Cy Poe contributed to this report.": how
/// agencies sign.
bool signs_off(std::string_view line) {
  constexpr std::size_t longest = 300;
  if (line.size() > longest) return false;
  std::string lower = to_lower_ascii(line);
  static constexpr std::array<std::string_view, 4> endings{
      "contributed to this report", "contributed to this story", "contributed to this article",
      "contributed reporting"};
  const auto tail = lower.find_last_not_of(" .)*_");
  const std::string_view end = std::string_view{lower}.substr(0, tail + 1);
  if (std::any_of(endings.begin(), endings.end(), [&](auto e) { return end.ends_with(e); }))
    return true;
  if (lower.starts_with('(')) lower.erase(0, 1);
  static constexpr std::array<std::string_view, 9> tasks{"reporting by ",
                                                         "additional reporting by ",
                                                         "writing by ",
                                                         "editing by ",
                                                         "compiled by ",
                                                         "translated by ",
                                                         "reporting and writing by ",
                                                         "with reporting by ",
                                                         "with files from "};
  const bool opens =
      std::any_of(tasks.begin(), tasks.end(), [&](auto task) { return lower.starts_with(task); });
  return opens && (lower.find("editing by ", 1) != lower.npos || !lower.ends_with('.'));
}

/// "(abc/def)", "[Video: a place for it]": editors' initials, what a script should have replaced.
bool is_note_in_brackets(std::string_view line) {
  constexpr std::size_t longest = 40, longest_initials = 8;
  if (line.size() > longest || line.size() < 3) return false;
  const bool round = line.front() == '(' && line.back() == ')';
  const bool square = line.front() == '[' && line.back() == ']' &&
                      (line.find(':') != line.npos || line.size() <= longest_initials);
  return (round || square) && line.find_first_of(")]") == line.size() - 1;
}

}  // namespace

bool is_invitation(std::string_view line) {
  constexpr std::size_t longest = 400;
  if (line.size() > longest) return false;
  return points_elsewhere(line) || calls_to_channel(line) || shouts_to_go_on(line) ||
         signs_off(line) || is_note_in_brackets(line);
}

}  // namespace pantau
