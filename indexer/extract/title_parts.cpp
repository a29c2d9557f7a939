#include "indexer/extract/title_parts.h"

#include <algorithm>
#include <array>

#include "indexer/extract/html_witness.h"

namespace pantau {
namespace {

/// What stands between a headline and the name of a site.
constexpr std::array<std::string_view, 9> separators{" | ", " - ", " – ",  " — ", " · ",
                                                     " » ", " • ", " :: ", " / "};
std::size_t count_words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

struct Split {
  std::string_view before, after;
};

bool is_ideograph_at(std::string_view text, std::size_t at) {
  return at < text.size() && static_cast<unsigned char>(text[at]) >= 0xE3;
}

/// Chinese and Japanese pages put no space around the sign: "标题_法治_港口日报",
/// "标题-港口日报网".
Split split_ideographs(std::string_view title) {
  for (std::size_t at = title.size(); at-- > 3;) {
    const bool parts = title[at] == '_' || title[at] == '-' || title[at] == '|';
    if (parts && is_ideograph_at(title, at + 1) && is_ideograph_at(title, at - 3))
      return {title.substr(0, at), title.substr(at + 1)};
  }
  return {title, {}};
}

Split split_at_last(std::string_view title) {
  std::size_t best = std::string_view::npos, width = 0;
  for (const auto separator : separators) {
    const auto at = title.rfind(separator);
    if (at == std::string_view::npos || (best != std::string_view::npos && at <= best)) continue;
    best = at;
    width = separator.size();
  }
  if (best == std::string_view::npos) return {title, {}};
  return {title.substr(0, best), title.substr(best + width)};
}

}  // namespace

std::string without_site_name(std::string_view title, std::string_view site) {
  constexpr std::size_t min_ideographs = 18;  // bytes: six of them make a short headline
  const std::string site_key = letters_of(site);
  while (true) {
    const Split split = split_at_last(title);
    if (split.after.empty() || split.before.empty()) break;
    const std::string after = letters_of(split.after);
    const bool is_site =
        !site_key.empty() && (after == site_key || site_key.find(after) != std::string::npos ||
                              after.find(site_key) != std::string::npos);
    // A tail much shorter than what is before it is a section or a site; a longer one is the story.
    const bool is_tail = count_words(split.after) <= 3 && count_words(split.before) >= 4;
    if (!is_site && !is_tail) break;
    title = split.before;
  }
  for (Split split = split_ideographs(title); split.before.size() > min_ideographs;
       split = split_ideographs(title)) {
    if (split.after.empty()) break;
    title = split.before;
  }
  return std::string{title};
}

}  // namespace pantau
