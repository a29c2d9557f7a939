// The reviewed glossary keeps to its format (data/glossary/README.md).
#include <algorithm>
#include <set>

#include <doctest/doctest.h>

#include "common/tsv.h"
#include "tests/program.h"

namespace pantau {
namespace {

std::string read_glossary(const std::string& name) {
  return read_file(std::string{PANTAU_DATA} + "/glossary/" + name + ".tsv");
}

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '\'';
}

/// One to four words of lower-case letters, digits, hyphens and apostrophes, one space between
/// them.
bool is_term(std::string_view term) {
  constexpr std::ptrdiff_t max_words = 4;
  if (term.empty() || !is_word_character(term.front()) || !is_word_character(term.back()))
    return false;
  for (std::size_t i = 0; i < term.size(); ++i) {
    if (!is_word_character(term[i]) && term[i] != ' ') return false;
    if (term[i] == ' ' && term[i + 1] == ' ') return false;
  }
  return std::count(term.begin(), term.end(), ' ') < max_words;
}

bool is_flag_list(std::string_view flags) {
  const std::set<std::string_view> known{"", "ambiguous", "minor", "ambiguous,minor"};
  return known.contains(flags);
}

}  // namespace

TEST_CASE(
    "every line of the glossary is a pair of terms and flags, sorted, and no word translates "
    "itself") {
  for (const std::string name : {"everyday", "regulation"}) {
    const std::string text = read_glossary(name);
    std::string before;
    for (const auto& row : tsv_rows(text)) {
      CAPTURE(std::string{row.front()});
      REQUIRE(row.size() == 3);
      REQUIRE(is_term(row[0]));
      REQUIRE(is_term(row[1]));
      REQUIRE(is_flag_list(row[2]));
      REQUIRE(row[0] != row[1]);
      const std::string line = std::string{row[0]} + '\t' + std::string{row[1]} + '\t';
      REQUIRE(before < line);
      before = line;
    }
  }
}

TEST_CASE("the glossary has no pair twice, and as many as it promises") {
  std::set<std::pair<std::string, std::string>> pairs;
  const auto add = [&](const std::string& name) {
    const std::size_t size = pairs.size();
    const std::string text = read_glossary(name);
    for (const auto& row : tsv_rows(text)) {
      CAPTURE(std::string{row.front()});
      REQUIRE(pairs.emplace(row[0], row[1]).second);
    }
    return pairs.size() - size;
  };
  CHECK(add("everyday") >= 6'000);
  CHECK(add("regulation") >= 1'500);
}

}  // namespace pantau
