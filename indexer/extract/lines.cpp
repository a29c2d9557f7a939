#include "indexer/extract/lines.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "indexer/extract/caption.h"
#include "indexer/extract/invitation.h"

namespace pantau {
namespace {

/// The character that starts at `at` of valid UTF-8; moves `at` behind it.
char32_t take_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned lead = byte(at);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t c = size == 1 ? lead : lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) c = (c << 6) | (byte(at + i) & 0x3FU);
  at += size;
  return c;
}

bool is_ideographic(char32_t c) {
  return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFDC) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// Scripts of South-East Asia that put no mark at the end of a sentence.
bool is_unpunctuated(char32_t c) {
  return c >= 0x0E01 && c <= 0x0EDF;
}

/// Signs that take no room of their own: combining marks, Thai vowels above and below, zero widths.
bool is_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E3A) ||
         (c >= 0x0E47 && c <= 0x0E4E) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
}

bool is_sentence_end(char32_t c) {
  static constexpr std::array<char32_t, 13> ends{'.',    '!',    '?',    0x3002, 0xFF01,
                                                 0xFF1F, 0xFF0E, 0x0964, 0x06D4, 0x061F,
                                                 0x104B, 0x17D4, 0x203C};
  return std::find(ends.begin(), ends.end(), c) != ends.end();
}

/// What may stand between the end of a sentence and the end of its line.
bool is_closing(char32_t c) {
  static constexpr std::array<char32_t, 16> closing{'"',    '\'', ')',    ']',    0x2019, 0x201D,
                                                    0x201C, 0xBB, 0x300D, 0x300F, 0xFF09, 0x3011,
                                                    0x300B, '*',  ' ',    0xA0};
  return std::find(closing.begin(), closing.end(), c) != closing.end();
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

std::string_view trim(std::string_view text) {
  static constexpr std::array<std::string_view, 4> wide_spaces{"\xC2\xA0", "\xE3\x80\x80",
                                                               "\xEF\xBB\xBF", "\xE2\x80\x8B"};
  for (bool again = true; again;) {
    again = false;
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    for (const auto space : wide_spaces) {
      if (text.starts_with(space)) text.remove_prefix(space.size()), again = true;
      if (text.ends_with(space)) text.remove_suffix(space.size()), again = true;
    }
  }
  return text;
}

/// Goes over one line once and counts.
class LineMeter {
 public:
  void see(char32_t c) {
    if (is_mark(c)) return;
    half_widths_ += is_ideographic(c) ? 5U : 2U;
    unpunctuated_ += is_unpunctuated(c);
    if (pending_end_ && (c == ' ' || c == 0xA0 || is_ideographic(c)))
      ++sentences_, pending_end_ = false;
    if (is_sentence_end(c)) {
      // "U.S." and "J. Smith" end no sentence: the letter before the stop stands alone.
      pending_end_ = c != '.' || letters_ > 1;
      dots_ = c == '.' ? dots_ + 1 : 0;
      ended_ = true;
    } else if (!is_closing(c)) {
      pending_end_ = ended_ = false;
      dots_ = c == 0x2026 ? 3 : 0;
    }
    letters_ = c == ' ' || c == '.' ? 0 : letters_ + 1;
  }

  void finish(Line& line) const {
    line.width = half_widths_ / 2;
    line.teaser = dots_ >= 3;
    line.ends_sentence = ended_ || line.teaser;
    line.sentences = sentences_ + (ended_ && line.text.back() != ' ' ? 1 : 0);
    const bool no_stops = unpunctuated_ * 4 > half_widths_;  // half of the characters
    if (no_stops) line.sentences += line.width / 90;
    if (no_stops && line.width >= 90) line.ends_sentence = true;
  }

 private:
  std::size_t half_widths_ = 0;
  std::size_t unpunctuated_ = 0;
  std::size_t sentences_ = 0;
  std::size_t letters_ = 0;  ///< of the word so far
  int dots_ = 0;
  bool pending_end_ = false;  ///< an end of a sentence if a space follows
  bool ended_ = false;
};

/// A paragraph is long and shows sentences; the longer it is the fewer it needs to show.
bool is_prose(const Line& line) {
  constexpr std::size_t shortest = 60, longer = 150, long_enough = 200;
  if (is_bar(line.text) || line.width < shortest) return false;
  return line.ends_sentence || line.sentences >= 2 ||
         (line.sentences == 1 && line.width >= longer) || line.width >= long_enough;
}

Line measure_line(std::string_view text, bool after_blank) {
  Line line;
  line.text = text;
  line.after_blank = after_blank;
  LineMeter meter;
  for (std::size_t at = 0; at < text.size();) meter.see(take_character(text, at));
  meter.finish(line);
  line.phrase = find_phrase(text);
  line.caption = is_caption(text);
  line.prose = !line.caption && is_prose(line);
  if (line.phrase.kind == PhraseKind::none && !(line.prose && line.sentences > 2) &&
      is_invitation(text))
    line.phrase.kind = PhraseKind::interruption;
  return line;
}

/// Calls `use(line)` for each line of `text`, without its line feed.
template <typename Use>
void for_each_line(std::string_view text, Use use) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    use(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Characters, as the program that broke the lines counted them.
std::size_t width_of(std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool is_running_text(std::string_view line) {
  constexpr std::ptrdiff_t fewest_spaces = 7;
  return std::count(line.begin(), line.end(), ' ') >= fewest_spaces;
}

/// The width that lines of running text were broken to, or 0: none is longer, and most come close
/// to it.
std::size_t wrap_width(std::string_view text) {
  constexpr std::size_t narrowest = 50, widest = 132, slack = 14, fewest_lines = 8;
  std::size_t widest_line = 0;
  for_each_line(text, [&](std::string_view line) {
    if (widest_line <= widest && is_running_text(line))
      widest_line = std::max(widest_line, width_of(line));
  });
  if (widest_line < narrowest || widest_line > widest) return 0;
  std::size_t lines = 0, full = 0;
  for_each_line(text, [&](std::string_view line) {
    if (!is_running_text(line)) return;
    ++lines;
    if (width_of(line) + slack >= widest_line) ++full;
  });
  return lines >= fewest_lines && full * 2 >= lines ? widest_line : 0;
}

/// Whether `next` was cut off from `line`: its first word would not have fitted any more.
bool goes_on(std::string_view line, std::string_view next, std::size_t width) {
  if (line.empty() || next.empty()) return false;
  const auto start = next.find_first_not_of(' ');
  if (start == next.npos) return false;
  const auto word = next.substr(start, next.find(' ', start) - start);
  return width_of(line) + 1 + width_of(word) > width;
}

}  // namespace

bool is_bar(std::string_view text) {
  static constexpr std::array<std::string_view, 7> separators{" | ", " > ", " / ", " » ",
                                                              " · ", " • ", "｜"};
  constexpr std::size_t looked_at = 400;
  text = text.substr(0, looked_at);
  std::size_t count = 0;
  for (const auto separator : separators)
    for (auto at = text.find(separator); at != text.npos; at = text.find(separator, at + 1))
      ++count;
  return count >= 2 && text.size() / (count + 1) < 40;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::unordered_map<std::string_view, std::size_t> times;
  bool after_blank = true;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty()) {
      lines.push_back(measure_line(line, after_blank));
      ++times[line];
    }
    after_blank = line.empty();
  }
  for (Line& line : lines) line.times = times[line.text];
  return lines;
}

std::optional<std::string> unwrap_lines(std::string_view text) {
  const std::size_t width = wrap_width(text);
  if (width == 0) return {};
  std::string out;
  out.reserve(text.size());
  std::string_view last;
  for_each_line(text, [&](std::string_view line) {
    if (!out.empty()) out += goes_on(last, line, width) ? ' ' : '\n';
    out += line;
    last = line;
  });
  return out;
}

}  // namespace pantau
