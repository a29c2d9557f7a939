#include "indexer/extract/caption.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/utf8.h"

namespace pantau {
namespace {

/// Bytes of the longest caption; agencies write two or three sentences at most.
constexpr std::size_t longest_caption = 420;
/// Bytes at the end of a line in which a credit stands.
constexpr std::size_t credit_reach = 60;

/// A line that starts so is about a picture, whatever follows.
constexpr std::array<std::string_view, 30> openings{
    "foto:",       "foto :",         "photo:",     "photo by",    "photo credit",    "photos:",
    "photograph:", "picture:",       "pictured:",  "image:",      "image credit",    "image source",
    "image:",      "images:",        "bild:",      "credit:",     "caption:",        "legende:",
    "ilustrasi",   "illustration:",  "file photo", "file -",      "file –",          "arsip foto",
    "foto arsip",  "foto ilustrasi", "dok.",       "sumber foto", "tangkapan layar", "(foto"};

/// Credits that stand at the end of a caption.
constexpr std::array<std::string_view, 36> credits{
    "foto:",       "photo:",    "photo/",   "photo by",     "photograph:",
    "picture:",    "image:",    "bild:",    "credit:",      "(photo",
    "(foto",       "(image",    "(picture", "getty images", "via getty",
    "ap photo",    "afp photo", "/afp",     "/ap",          "via ap",
    "reuters/",    "/reuters",  "/dpa",     "/epa",         "shutterstock",
    "istock",      "unsplash",  "pixabay",  "/istimewa",    "(dok",
    "antara foto", "antara/",   "/antara",  "screenshot",   "tangkapan layar",
    "(ist"};

/// Sources that alone in brackets make a caption of a short line: "Server room (Reuters)".
constexpr std::array<std::string_view, 22> sources{
    "ap",    "afp",      "reuters",   "epa",       "dpa",     "antara", "bernama",  "xinhua",
    "getty", "istimewa", "ist",       "dok",       "net",     "file",   "courtesy", "photo",
    "foto",  "image",    "ilustrasi", "instagram", "twitter", "youtube"};

std::string lower(std::string_view text) {
  std::string out{text};
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

/// What the brackets at the end of `text` hold; "" without brackets there.
std::string_view last_brackets(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  if (!text.ends_with(')') && !text.ends_with(']')) return {};
  const auto open = text.find_last_of("([");
  if (open == std::string_view::npos) return {};
  return text.substr(open + 1, text.size() - open - 2);
}

bool names_source(std::string_view brackets) {
  const auto end = brackets.find_first_of(" /:;,.");
  const auto first = brackets.substr(0, end);
  return std::find(sources.begin(), sources.end(), first) != sources.end();
}

/// "SOLOPOS.COM - Jack Ma (Liputan6)": papers sign what they print under a picture.
bool opens_with_site(std::string_view text) {
  const auto dash = text.find(" - ");
  const auto site = text.substr(0, dash);
  return dash != text.npos && site.find('.') != site.npos && site.find(' ') == site.npos;
}

}  // namespace

bool is_caption(std::string_view line) {
  constexpr std::size_t short_line = 200;
  if (line.size() > longest_caption) return false;
  const std::string text = lower(line);
  for (const auto opening : openings)
    if (text.starts_with(opening)) return true;
  const std::size_t tail_at = text.size() - std::min(text.size(), credit_reach);
  const std::string_view tail = std::string_view{text}.substr(tail_at);
  for (const auto credit : credits)
    if (tail.find(credit) != std::string_view::npos) return true;
  if (text.size() > short_line) return false;
  const auto brackets = last_brackets(text);
  return names_source(brackets) || (!brackets.empty() && opens_with_site(text));
}

}  // namespace pantau
