#include "searcher/lexicon/compiler/glossary.h"

#include <algorithm>
#include <charconv>

#include "common/error.h"
#include "common/tsv.h"

namespace pantau {
namespace {

constexpr unsigned most_per_cent = 100;

/// False if `flag` is none that the glossary knows.
bool set_flag(std::string_view flag, WordPair& pair) {
  if (flag == "ambiguous") return pair.ambiguous = true;
  if (flag == "minor") return pair.minor = true;
  const bool to_indonesian = flag.starts_with("id=");
  if (!to_indonesian && !flag.starts_with("en=")) return false;
  const std::string_view digits = flag.substr(3);
  unsigned& per_cent = to_indonesian ? pair.to_indonesian : pair.to_english;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), per_cent);
  return error == std::errc{} && end == digits.data() + digits.size() && per_cent > 0 &&
         per_cent <= most_per_cent;
}

bool set_flags(std::string_view flags, WordPair& pair) {
  while (!flags.empty()) {
    const std::size_t end = std::min(flags.find(','), flags.size());
    if (!set_flag(flags.substr(0, end), pair)) return false;
    flags.remove_prefix(std::min(end + 1, flags.size()));
  }
  return true;
}

}  // namespace

std::vector<WordPair> read_glossary(std::string_view text) {
  std::vector<WordPair> pairs;
  for (const auto& row : tsv_rows(text)) {
    WordPair pair;
    if (row.size() != 3 || row[0].empty() || row[1].empty() || !set_flags(row[2], pair))
      throw Error{Error::Kind::input, "glossary: english TAB indonesian TAB flags expected at '" +
                                          std::string{row.front()} + "'"};
    pair.english = row[0];
    pair.indonesian = row[1];
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

}  // namespace pantau
