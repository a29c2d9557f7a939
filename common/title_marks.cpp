#include "common/title_marks.h"

#include "common/hash.h"

namespace pantau {
namespace {

constexpr std::size_t mark_size = 4;

void append(std::uint32_t mark, std::string& marks) {
  for (std::size_t i = 0; i < mark_size; ++i) marks += static_cast<char>(mark >> (8 * i));
}

std::uint32_t read(std::string_view marks) {
  std::uint32_t mark = 0;
  for (std::size_t i = 0; i < mark_size; ++i)
    mark |= static_cast<std::uint32_t>(static_cast<unsigned char>(marks[i])) << (8 * i);
  return mark;
}

}  // namespace

std::uint32_t title_mark(std::string_view term) {
  const std::uint64_t hash = fnv1a(term);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

std::string title_marks(const std::vector<std::string>& terms) {
  std::string marks;
  for (const std::uint32_t mark : sorted_title_marks(terms)) append(mark, marks);
  return marks;
}

double title_likeness(std::string_view marks, const std::vector<std::uint32_t>& wanted,
                      std::size_t wanted_words) {
  const std::size_t words = marks.size() / mark_size;
  std::size_t shared = 0;
  for (std::size_t i = 0; i < words; ++i)
    if (std::binary_search(wanted.begin(), wanted.end(), read(marks.substr(i * mark_size))))
      ++shared;
  shared = std::min(shared, wanted_words);
  return shared == 0
             ? 0
             : 2.0 * static_cast<double>(shared) / static_cast<double>(words + wanted_words);
}

}  // namespace pantau
