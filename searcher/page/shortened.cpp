#include "searcher/page/shortened.h"

#include <algorithm>

#include "common/utf8.h"

namespace pantau {
namespace {

constexpr std::string_view ellipsis = "…";

/// Where to cut a longer `text`: after a whole word, unless that loses a third of what fits.
std::size_t cut_at(std::string_view text, std::size_t bytes) {
  const std::size_t whole = utf8_floor(text, bytes);
  const std::size_t space = text.substr(0, whole + 1).rfind(' ');
  return space != std::string_view::npos && space > whole * 2 / 3 ? space : whole;
}

}  // namespace

std::string shortened(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string{text};
  return std::string{text.substr(0, cut_at(text, bytes))}.append(ellipsis);
}

MarkedText shortened(const MarkedText& marked, std::size_t bytes) {
  if (marked.text.size() <= bytes) return marked;
  const std::size_t end = cut_at(marked.text, bytes);
  MarkedText shown{shortened(marked.text, bytes), {}};
  for (const Mark& mark : marked.marks)
    if (mark.begin < end) shown.marks.push_back({mark.begin, std::min(mark.end, end)});
  return shown;
}

ShownNames first_authors(std::string_view authors) {
  constexpr std::string_view joint = ", ";
  ShownNames shown;
  for (std::size_t count = 0; !authors.empty(); ++count) {
    const std::size_t end = std::min(authors.find(joint), authors.size());
    if (count < shown_authors)
      shown.names += std::string{count == 0 ? "" : joint}.append(
          shortened(authors.substr(0, end), shown_name));
    else
      ++shown.more;
    authors.remove_prefix(std::min(end + joint.size(), authors.size()));
  }
  return shown;
}

}  // namespace pantau
