#include "searcher/search/near_copies.h"

#include <fstream>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include "common/fingerprint.h"

namespace pantau {
namespace {

struct Draft {
  std::string id, language, text;
};

/// Stories in three languages as several outlets print them, and others that are close to them;
/// what is before the "-" of an id names the story, but "retold", "followup" and so on are their
/// own.
std::vector<Draft> stories() {
  std::vector<Draft> out;
  std::ifstream file{PANTAU_SAMPLE "/copies/wire.jsonl"};
  for (std::string line; std::getline(file, line);) {
    const boost::json::value story = boost::json::parse(line);
    const auto text = [&](const char* key) {
      return std::string{story.at(key).as_string().c_str()};
    };
    out.push_back({text("id"), text("lang"), text("text")});
  }
  return out;
}

bool are_one_story(const std::string& a, const std::string& b) {
  const auto name = [](const std::string& id) { return id.substr(0, id.find('-')); };
  const auto printed = {"finchpay", "pasarkita", "biaozhi"};
  return name(a) == name(b) && std::find(printed.begin(), printed.end(), name(a)) != printed.end();
}

std::vector<std::string> fingerprints(const std::vector<Draft>& stories) {
  std::vector<std::string> out;
  for (const Draft& story : stories) out.push_back(fingerprint(story.text));
  return out;
}

std::vector<Story> shapes(const std::vector<Draft>& drafts) {
  std::vector<Story> out;
  for (const Draft& draft : drafts) out.push_back({draft.language, BodyShape{draft.text}});
  return out;
}

std::string words(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i)
    text += std::string(1, static_cast<char>('a' + i % 26)) + static_cast<char>('a' + i / 26 % 26) +
            ' ';
  return text;
}

/// "0(2,3) 1": the places shown, each with its copies.
std::string dump(const std::vector<Fold>& folds) {
  std::string out;
  for (const Fold& fold : folds) {
    out += (out.empty() ? "" : " ") + std::to_string(fold.best);
    for (std::size_t i = 0; i < fold.copies.size(); ++i)
      out += (i == 0 ? '(' : ',') + std::to_string(fold.copies[i]);
    if (!fold.copies.empty()) out += ')';
  }
  return out;
}

}  // namespace

TEST_CASE("a wire story is one under any headline, cut, edited or with a paragraph more") {
  const std::vector<Draft> all = stories();
  REQUIRE(all.size() == 23);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      CAPTURE(all[i].id);
      CAPTURE(all[j].id);
      const bool proposed = may_be_copies(fingerprint(all[i].text), fingerprint(all[j].text));
      const bool decided = BodyShape{all[i].text}.is_copy_of(BodyShape{all[j].text});
      CHECK(decided == are_one_story(all[i].id, all[j].id));
      if (decided) CHECK(proposed);
    }
}

TEST_CASE("a body is compared the same way from both sides") {
  const BodyShape longer{words(0, 300)}, shorter{words(0, 240)}, other{words(300, 300)};
  CHECK(longer.is_copy_of(shorter));
  CHECK(shorter.is_copy_of(longer));
  CHECK_FALSE(longer.is_copy_of(other));
}

TEST_CASE("bodies of a few words are never copies, briefs only if they say the same") {
  CHECK_FALSE(BodyShape{words(0, 39)}.is_copy_of(BodyShape{words(0, 39)}));
  CHECK(BodyShape{words(0, 50)}.is_copy_of(BodyShape{words(0, 50)}));
  CHECK_FALSE(BodyShape{words(0, 50)}.is_copy_of(BodyShape{words(0, 51)}));
}

TEST_CASE("stories from one template are told apart by their numbers and by what they are about") {
  const std::string frame = words(0, 150);
  const BodyShape monday{frame + "1 2 3"}, tuesday{frame + "1 5 6"};
  CHECK_FALSE(monday.is_copy_of(tuesday));
  const BodyShape rain{frame + "rain one rain two rain"}, snow{frame + "snow one snow two snow"};
  CHECK_FALSE(rain.is_copy_of(snow));
}

TEST_CASE("a story that changed is no copy of the old one, whatever an outlet adds at the end") {
  const std::string old = words(0, 150);
  const std::string lead = "Court annuls the order: the court in Lyon annuls it. ";
  CHECK_FALSE(BodyShape{lead + old}.is_copy_of(BodyShape{old}));
  CHECK_FALSE(BodyShape{old}.is_copy_of(BodyShape{lead + old}));
  CHECK(BodyShape{old + lead}.is_copy_of(BodyShape{old}));
  CHECK(BodyShape{"Court annuls the order in Lyon. " + old}.is_copy_of(BodyShape{old}));
}

TEST_CASE("copies lie under the first of them, in order") {
  const std::vector<Draft> all{{"", "en", words(0, 300)},   {"", "en", words(300, 300)},
                               {"", "en", words(0, 290)},   {"", "id", words(0, 300)},
                               {"", "en", words(310, 290)}, {"", "en", words(0, 280)}};
  const std::vector<Story> shaped = shapes(all);
  const auto folds =
      fold_copies(fingerprints(all), [&](std::size_t i) -> const Story& { return shaped[i]; });
  CHECK(dump(folds) == "0(2,5) 1(4) 3");
}

TEST_CASE("a longer list folds its beginning as the shorter one did") {
  const std::vector<Draft> all = stories();
  const std::vector<std::string> ranked = fingerprints(all);
  const std::vector<Story> shaped = shapes(all);
  const auto story_at = [&](std::size_t i) -> const Story& { return shaped[i]; };
  const auto whole = fold_copies(ranked, story_at);
  for (std::size_t size = 0; size <= ranked.size(); ++size) {
    const auto part = fold_copies({ranked.data(), size}, story_at);
    REQUIRE(part.size() <= whole.size());
    for (std::size_t i = 0; i < part.size(); ++i) CHECK(part[i].best == whole[i].best);
  }
}

TEST_CASE("an article without a fingerprint has no copies") {
  const std::vector<std::string> ranked(2);
  const Story empty{"en", BodyShape{""}};
  CHECK(dump(fold_copies(ranked, [&](std::size_t) -> const Story& { return empty; })) == "0 1");
}

}  // namespace pantau
