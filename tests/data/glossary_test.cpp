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

/// "5" to "95" in steps of five.
bool is_share(std::string_view number) {
  constexpr int step = 5;
  for (int share = step; share < 100; share += step)
    if (number == std::to_string(share)) return true;
  return false;
}

/// Some of ambiguous, minor, en=N, id=N, in this order, commas between them.
bool is_flag_list(std::string_view flags) {
  const auto next = [&flags] { return flags.substr(0, flags.find(',')); };
  const auto drop = [&flags](std::size_t length) {
    flags.remove_prefix(length);
    if (flags.size() > 1 && flags.front() == ',') flags.remove_prefix(1);
  };
  for (const std::string_view word : {"ambiguous", "minor"})
    if (next() == word) drop(word.size());
  for (const std::string_view share : {"en=", "id="})
    if (next().starts_with(share) && is_share(next().substr(share.size()))) drop(next().size());
  return flags.empty();
}

}  // namespace

TEST_CASE(
    "every line of the glossary is a pair of terms and flags, sorted, and no word translates "
    "itself") {
  for (const std::string name : {"common", "everyday", "regulation"}) {
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

TEST_CASE("the flags of a pair are known words and shares in a fixed order") {
  for (const std::string_view good :
       {"", "ambiguous", "minor", "ambiguous,minor", "en=5", "id=95", "minor,en=10,id=50"})
    CHECK_MESSAGE(is_flag_list(good), good);
  for (const std::string_view bad : {"rare", "minor,ambiguous", "id=5,en=5", "en=0", "en=100",
                                     "en=7", "en=", "en=5,", ",minor", "minorid=5"})
    CHECK_FALSE_MESSAGE(is_flag_list(bad), bad);
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
  CHECK(add("common") >= 5'000);
  CHECK(add("everyday") >= 6'000);
  CHECK(add("regulation") >= 1'500);
}

}  // namespace pantau
