#include "common/fingerprint.h"

#include <doctest/doctest.h>

namespace pantau {
namespace {

std::size_t count(std::string_view body) {
  return body_words(body).size();
}

/// `count` different words, from number `first` on.
std::string story(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) text += "word" + std::to_string(i) + ' ';
  return text;
}

}  // namespace

TEST_CASE("words of a body are told apart by letters and digits, whatever stands between") {
  struct Case {
    const char* text;
    std::size_t words;
  };
  constexpr Case cases[] = {
      {"", 0},         {" ... ", 0},   {"China's rules", 2},   {"anti-monopoly", 2},
      {"Rp15.123", 2}, {"« été »", 1}, {"a\u00A0b\u3000c", 3},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.text});
    CHECK(count(c.text) == c.words);
  }
}

TEST_CASE("outlets that differ in quotation marks, dashes and capitals print the same words") {
  const auto hashes = [](std::string_view text) {
    std::vector<std::uint64_t> out;
    for (const BodyWord& word : body_words(text)) out.push_back(word.hash);
    return out;
  };
  CHECK(hashes("\"China's rules\" - they said") == hashes("“CHINA’S  Rules” – they said"));
  CHECK(hashes("one two") != hashes("two one"));
}

TEST_CASE("a number is a word with a digit") {
  const auto words = body_words("In 2021 a 5G network");
  REQUIRE(words.size() == 5);
  CHECK_FALSE(words[0].number);
  CHECK(words[1].number);
  CHECK(words[3].number);
}

TEST_CASE("writing without spaces is cut at the same places wherever it stands") {
  const std::string chinese =
      "国家互联网信息办公室发布深度合成管理规定并要求服务提供者进行显著标识";
  const auto alone = body_words(chinese), behind = body_words("前言。" + chinese);
  CHECK(alone.size() > 4);
  REQUIRE(behind.size() >= alone.size());
  for (std::size_t i = 1; i < alone.size(); ++i)
    CHECK(alone[i].hash == behind[behind.size() - alone.size() + i].hash);
}

TEST_CASE("a fingerprint is short, and there is none of a caption") {
  CHECK(fingerprint(story(0, 200)).size() == fingerprint_size);
  CHECK(fingerprint(story(0, 39)).empty());
  CHECK_FALSE(may_be_copies("", ""));
}

TEST_CASE("fingerprints of a story and of the story with a paragraph more are alike") {
  const std::string original = fingerprint(story(0, 300));
  CHECK(may_be_copies(original, fingerprint(story(0, 300))));
  CHECK(may_be_copies(original, fingerprint(story(0, 300) + story(1000, 90))));
  CHECK_FALSE(may_be_copies(original, fingerprint(story(2000, 300))));
}

TEST_CASE("any bytes have words, though not many") {
  CHECK(count("\xF0\x9F\x98") <= 1);
  CHECK(count(std::string(3, '\xE3')) <= 3);
  CHECK(count(std::string(max_compared_bytes + 10, ' ') + "beyond") == 0);
}

}  // namespace pantau
