// Looks texts up in a longer one, markup aside. Entrance: Witness.
// Tested by tests/indexer/html_content_test.cpp.
#include "indexer/extract/html_witness.h"

#include <algorithm>

namespace pantau {

std::string letters_of(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + ('a' - 'A'));
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    // U+0080..U+00BF are signs and the no-break space, U+2000..U+2FFF signs only.
    if (byte == 0xC2)
      i += 1;
    else if (byte == 0xE2)
      i += 2;
    else if (byte >= 0x80)
      out += c;
  }
  return out;
}

bool Witness::holds(std::string_view letters) {
  // The beginning is searched for and the rest compared, so that one search costs at most its bytes
  // times this many; a page costs at most `max_searched` times this many, 0.1 s.
  constexpr std::size_t beginning = 32;
  constexpr std::size_t max_searched = 8 << 20;
  if (letters.empty() || letters.size() > letters_.size() || searched_ > max_searched) return false;
  for (const std::size_t from : {at_, std::size_t{0}}) {
    const auto found = letters_.find(letters.substr(0, beginning), from);
    searched_ += std::min(found, letters_.size()) - std::min(from, found);
    if (found == std::string::npos) continue;
    if (letters_.compare(found, letters.size(), letters) != 0) return false;
    at_ = found + letters.size();
    return true;
  }
  return false;
}

}  // namespace pantau
