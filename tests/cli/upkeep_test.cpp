// What is done with an index besides feeding it.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <random>

#include "tests/program.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

struct Index {
  TemporaryDirectory directory;
  std::string path = (directory.path() / "news.idx").string();

  explicit Index(const std::string& articles) {
    CHECK(run_index({"--db", path, "-"}, articles).code == 0);
  }

  [[nodiscard]] Outcome operator()(std::vector<std::string> options) const {
    options.insert(options.begin(), {"--db", path});
    return run_index(options);
  }

  [[nodiscard]] bool finds(const std::string& word) const {
    return run_search({"--db", path, word}).code == 0;
  }

  [[nodiscard]] bool is_sound() const { return (*this)({"--check"}).out == path + ": sound\n"; }
};

const std::string zebras =
    R"({"url":"https://a.example/zebras","outlet":"Harian A","date":"2023-08-11","lang":"en",)"
    R"("title":"Zebras","text":"Zebras crossed the river."})"
    "\n";
const std::string lions =
    R"({"url":"https://b.example/lions","outlet":"Berita B","date":"2021-03-20","lang":"id",)"
    R"("title":"Singa","text":"Singa tidur sepanjang hari."})"
    "\n";
const std::string newer_zebras =
    R"({"url":"https://a.example/zebras","outlet":"Harian A","date":"2023-08-11","lang":"en",)"
    R"("title":"Zebras","text":"Zebras swam."})"
    "\n";

/// Flips, or overwrites with zeros, up to forty places of `bytes`.
std::string damaged(std::string bytes, std::mt19937& random) {
  constexpr std::size_t zeros = 16;
  const bool flips = random() % 2 == 0;
  for (auto left = 1 + random() % 40; left > 0; --left) {
    const std::size_t place = random() % (bytes.size() - zeros);
    if (flips)
      bytes[place] = static_cast<char>(bytes[place] ^ (1 << random() % 8));
    else
      bytes.replace(place, zeros, zeros, '\0');
  }
  return bytes;
}

}  // namespace

TEST_CASE("--stats counts what an index holds") {
  const Index index{zebras + lions};
  const std::string counts = index({"--stats"}).out;
  for (const char* line : {"articles\t2\n", "language\ten\t1\n", "language\tid\t1\n",
                           "outlet\tHarian A\t1\n", "month\t2023-08\t1\n", "schema\t3\n"})
    CHECK(counts.find(line) != std::string::npos);
}

TEST_CASE("--stats counts what has no date, and an outlet once in whatever case it is written") {
  const Index index{
      R"({"id":"1","outlet":"AP News","text":"Zebras crossed the river.","lang":"en"})"
      "\n"
      R"({"id":"2","outlet":"AP NEWS","text":"Lions slept.","lang":"en"})"
      "\n"
      R"({"id":"3","outlet":"AP News","text":"Rivers run.","lang":"en","date":"2021-03-20"})"};
  const std::string counts = index({"--stats"}).out;
  for (const char* line : {"outlet\tAP News\t3\n", "month\t(none)\t2\n", "month\t2021-03\t1\n"})
    CHECK(counts.find(line) != std::string::npos);
  CHECK(index({"--expire", "2022-01-01"}).out == "removed 1\nwithout a date, and left 2\n");
  CHECK(index({"--delete-outlet", "ap news"}).out == "removed 2\n");
}

TEST_CASE("a reader who has seen enough ends what only prints without a word") {
  const Index index{zebras + lions};
  for (const char* task : {"--stats", "--export", "--check"}) {
    CAPTURE(task);
    // The writer waits until nobody reads any more.
    const Outcome outcome =
        run("sh", {"-c", "{ sleep 0.3; exec " + quoted(PANTAU_INDEX) + " --db " +
                             quoted(index.path) + ' ' + task + "; } | true"});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
  }
}

TEST_CASE("articles are removed by address, outlet and day, and the index stays sound") {
  struct Case {
    std::vector<std::string> options;
    bool zebras_stay, lions_stay;
  };
  const Case cases[] = {
      {{"--delete", "https://A.example:443/zebras#top"}, false, true},
      {{"--delete-outlet", "Berita B"}, true, false},
      {{"--expire", "2023-08-11"}, true, false},
      {{"--expire", "2023-08-12"}, false, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.options.back());
    const Index index{zebras + lions};
    CHECK(index(c.options).code == 0);
    CHECK(index.finds("zebras") == c.zebras_stay);
    CHECK(index.finds("singa") == c.lions_stay);
    CHECK(index.is_sound());
    CHECK(index(c.options).code == 1);
  }
}

TEST_CASE("an article is deleted by any name that a search prints, and does not come back") {
  const TemporaryDirectory folder;
  const std::string index = (folder.path() / "news.idx").string();
  const fs::path page = folder.path() / "crawl" / "page.txt";
  const fs::path feed = folder.path() / "crawl" / "feed.jsonl";
  write_file(
      page,
      read_file(std::string{PANTAU_SAMPLE} +
                "/crawl/text/asiatechmonitor.example/001-china-deep-synthesis-provisions.txt"));
  write_file(feed, R"({"id":"kdn-1","url":"https://a.example/z","text":"Zebras ran.","lang":"en"})"
                   "\n");
  const fs::path extra = folder.path() / "extra.jsonl";
  write_file(extra, zebras);
  const std::vector<std::string> read = {"--db", index, (folder.path() / "crawl").string()};
  REQUIRE(run_index(read).err.find("indexed 2,") != std::string::npos);
  for (const std::string& name : {std::string{"kdn-1"}, page.string()}) {
    CAPTURE(name);
    CHECK(run_index({"--db", index, "--delete", name}).out == "removed 1\n");
    CHECK(run_index({"--db", index, "--delete", name}).code == 1);
  }
  for (const char* way : {"direct", "segments"}) {
    std::vector<std::string> again = read;
    again.insert(again.end(), {"--rebuild", "--build", way});
    again.push_back(extra.string());  // a rebuild of nothing is refused
    CHECK(run_index(again).err.find("left out 2, as they were deleted") != std::string::npos);
  }
  CHECK(run_index({"--db", index, "--undelete", "https://a.example/z"}).out == "undeleted 1\n");
  CHECK(run_index({"--db", index, "--undelete", "https://a.example/z"}).code == 1);
}

TEST_CASE("what --export prints makes the same index") {
  const Index index{zebras + lions};
  const std::string articles = index({"--export"}).out;
  const Index copy{articles};
  CHECK(copy({"--export"}).out == articles);
  CHECK(copy.finds("zebras"));
}

TEST_CASE("what articles are about outlasts a merge, a compaction and an export") {
  const std::string story =
      R"({"url":"https://a.example/fine","lang":"en","title":"China fines Alibaba","text":"A fine."})"
      "\n";
  const auto finds = [](const std::string& path) {
    return run_search({"--db", path, "--entity", "alibaba", "--format", "trec", "fine"}).code == 0;
  };
  const Index index{story};
  CHECK(finds(index.path));
  const Index copy{index({"--export"}).out};
  CHECK(finds(copy.path));
  const Index other{lions};
  CHECK(other({"--merge", index.path}).code == 0);
  CHECK(other({"--compact"}).code == 0);
  CHECK(finds(other.path));
}

TEST_CASE("a merge and a compaction say what they did, and no index is merged into itself") {
  const Index index{zebras};
  const Index other{lions};
  CHECK(index({"--merge", other.path}).out.starts_with("articles 2\nbytes before "));
  CHECK(index({"--compact"}).out.starts_with("articles 2\nbytes before "));
  const Outcome itself = index({"--merge", index.path});
  CHECK(itself.code == 2);
  CHECK(itself.err.find("cannot be merged into itself") != std::string::npos);
}

TEST_CASE("a snapshot is an index of its own, and never one over something else") {
  const Index index{zebras + lions};
  const std::string copy = (index.directory.path() / "copy.idx").string();
  CHECK(index({"--snapshot", copy}).code == 0);
  CHECK(run_index({"--db", copy, "--check"}).out == copy + ": sound\n");
  CHECK(run_index({"--db", copy, "--export"}).out == index({"--export"}).out);
  CHECK(index({"--snapshot", copy}).code == 2);
  CHECK(run_index({"--db", copy, "-"}, newer_zebras).code == 0);
  CHECK(index.finds("crossed"));
}

TEST_CASE("every snapshot that is taken while a run commits is one of its committed states") {
  const Index index{zebras};
  const fs::path feed = index.directory.path() / "feed.jsonl";
  std::string lines;
  for (int i = 0; i < 4'000; ++i)
    lines += R"({"id":")" + std::to_string(i) + R"(","text":"Rivers run slowly )" +
             std::to_string(i) + R"(.","lang":"en"})" + '\n';
  write_file(feed, lines);
  constexpr int snapshots = 6;
  std::string command = quoted(PANTAU_INDEX) + " --db " + quoted(index.path) +
                        " --build direct --commit-every 20 " + quoted(feed.string()) + " &";
  for (int i = 0; i < snapshots; ++i)
    command += " " + quoted(PANTAU_INDEX) + " --db " + quoted(index.path) + " --snapshot " +
               quoted(index.path + ".copy" + std::to_string(i)) + ';';
  REQUIRE(run("sh", {"-c", command + " wait"}).code == 0);
  int between = 0;
  for (int i = 0; i < snapshots; ++i) {
    const std::string copy = index.path + ".copy" + std::to_string(i);
    CHECK(run_index({"--db", copy, "--check"}).out == copy + ": sound\n");
    const std::string counts = run_index({"--db", copy, "--stats"}).out;
    const int articles = std::stoi(counts.substr(counts.find('\t') + 1));
    CHECK(articles % 20 == 1);
    between += articles > 1 && articles < 4'001;
  }
  CHECK(between > 0);
}

TEST_CASE("an index of an older schema is built anew from itself, and its inputs stay known") {
  const TemporaryDirectory folder;
  const std::string index = (folder.path() / "news.idx").string();
  CHECK(run_index({"--db", index, "text"}).code == 0);
  const std::string before = run_index({"--db", index, "--export"}).out;
  CHECK(run_index({"--db", index, "--upgrade"}).out.starts_with("articles "));
  CHECK(run_index({"--db", index, "--check"}).code == 0);
  CHECK(run_index({"--db", index, "--export"}).out == before);
  CHECK(run_index({"--db", index, "text"}).err.find("read 0,") != std::string::npos);
}

TEST_CASE("two indexes become one, in which the other's articles stay") {
  const Index index{zebras};
  const Index other{newer_zebras + lions};
  CHECK(index({"--merge", other.path}).code == 0);
  CHECK(index.is_sound());
  CHECK(index.finds("swam"));
  CHECK_FALSE(index.finds("crossed"));
  CHECK(index.finds("singa"));
  CHECK(index({"--merge", "/nowhere"}).code == 2);
  CHECK(index.is_sound());
}

TEST_CASE("a compacted index answers as before and remembers its inputs") {
  const TemporaryDirectory folder;
  const std::string index = (folder.path() / "news.idx").string();
  CHECK(run_index({"--db", index, "text"}).code == 0);
  const std::string before = run_search({"--db", index, "deepfake"}).out;
  CHECK(run_index({"--db", index, "--compact"}).code == 0);
  CHECK(run_search({"--db", index, "deepfake"}).out == before);
  CHECK(run_index({"--db", index, "--check"}).code == 0);
  CHECK(run_index({"--db", index, "text"}).err.find("read 0,") != std::string::npos);
}

TEST_CASE("a damaged index is said to be damaged") {
  const Index index{zebras + lions};
  const auto table = std::filesystem::path{index.path} / "generation-1" / "postlist.glass";
  std::string bytes = read_file(table);
  for (std::size_t i = 100; i < bytes.size(); i += 7) bytes[i] = '\x55';
  write_file(table, bytes);
  CHECK(index({"--check"}).code == 2);
}

TEST_CASE("no damage of a table ends a check or a search by a signal, or passes for stored text") {
  const TemporaryDirectory folder;
  const fs::path good = folder.path() / "good.idx";
  const fs::path bad = folder.path() / "bad.idx";
  CHECK(run_index({"--db", good.string(), "text"}).code == 0);
  std::mt19937 random{1};
  int broken = 0;
  constexpr int damages_a_table = 12;  // of those to termlists every sixth used to crash
  for (const std::string table : {"postlist", "docdata", "termlist", "position"}) {
    const std::string bytes = read_file(good / "generation-1" / (table + ".glass"));
    for (int i = 0; i < damages_a_table; ++i) {
      CAPTURE(table);
      CAPTURE(i);
      fs::remove_all(bad);
      fs::copy(good, bad);
      fs::copy(good / "generation-1", bad / "generation-1");
      write_file(bad / "generation-1" / (table + ".glass"), damaged(bytes, random));
      const Outcome checked = run_index({"--db", bad.string(), "--check"});
      CHECK((checked.code == 0 || (checked.code == 2 && !checked.err.empty())));
      broken += checked.code == 2;
      CHECK(run_search({"--db", bad.string(), "deepfake", "regulation"}).code <= 2);
    }
  }
  CHECK(broken > 2 * damages_a_table);
}

TEST_CASE("what is no index stays none, whatever is to be done with it") {
  const TemporaryDirectory folder;
  const std::string index = (folder.path() / "news.idx").string();
  const std::vector<std::vector<std::string>> tasks = {{"--check"},
                                                       {"--stats"},
                                                       {"--export"},
                                                       {"--delete", "https://a.example/"},
                                                       {"--delete-outlet", "A"},
                                                       {"--expire", "2020-01-01"},
                                                       {"--undelete", "A"},
                                                       {"--upgrade"},
                                                       {"--snapshot", index + ".copy"},
                                                       {"--compact"}};
  for (std::vector<std::string> task : tasks) {
    CAPTURE(task.front());
    task.insert(task.end(), {"--db", index});
    const Outcome outcome = run_index(task);
    CHECK(outcome.code == 2);
    CHECK(outcome.err == "pantau-index: " + index + ": no index in this folder\n");
    CHECK_FALSE(std::filesystem::exists(index));
  }
}

TEST_CASE("an index that lost a part says which, and is built anew") {
  struct Case {
    const char* lost;
    const char* said;
  };
  const Case cases[] = {
      {"generation-1",
       "its stub names generation-1, which is missing; put it back, or build it anew "
       "with --rebuild\n"},
      {"generation-1/postlist.glass", "postlist.glass"},
      {"generation-1/docdata.glass", ""},
      {"generation-1/iamglass", " database"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.lost});
    const Index index{zebras};
    std::filesystem::remove_all(std::filesystem::path{index.path} / c.lost);
    for (const char* task : {"--check", "--stats", "--export", "--compact"}) {
      // Counts need no stored articles.
      if (std::string_view{c.said}.empty() && std::string_view{task} == "--stats") continue;
      CAPTURE(std::string_view{task});
      const Outcome outcome = index({task});
      CHECK(outcome.code == 2);
      CHECK(outcome.err.find(c.said) != std::string::npos);
      if (std::string_view{task} != "--compact")
        CHECK(outcome.err.find("written") == std::string::npos);
    }
    CHECK(run_index({"--db", index.path, "--build", "segments", "-"}, lions).code == 2);
    CHECK(run_index({"--db", index.path, "--rebuild", "-"}, lions).code == 0);
    CHECK(index.is_sound());
    CHECK(index.finds("singa"));
  }
}

TEST_CASE("an index that lost the words of its articles or their places is not called sound") {
  for (const char* lost : {"termlist.glass", "position.glass"}) {
    CAPTURE(std::string_view{lost});
    const Index index{zebras + lions};
    std::filesystem::remove(std::filesystem::path{index.path} / "generation-1" / lost);
    CHECK(index({"--check"}).code == 2);
  }
}

TEST_CASE("articles of signs alone are indexed either way") {
  const std::string signs = R"({"id":"1","text":"\u2603 \u2603"})";
  const Index index{zebras};
  for (const char* way : {"direct", "segments"}) {
    CAPTURE(std::string_view{way});
    const TemporaryDirectory directory;
    const std::string path = (directory.path() / "signs.idx").string();
    CHECK(run_index({"--db", path, "--build", way, "-"}, signs).code == 0);
    CHECK(run_index({"--db", path, "--check"}).out == path + ": sound\n");
    CHECK(index({"--merge", path}).code == 0);
  }
}

TEST_CASE("what looks damaged while another process writes is not called so") {
  const Index index{zebras};
  std::filesystem::remove(std::filesystem::path{index.path} / "generation-1" / "iamglass");
  const int lock = open((index.path + "/pantau.lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(flock(lock, LOCK_EX) == 0);
  CHECK(index({"--check"}).code == 75);
  close(lock);
  CHECK(index({"--check"}).code == 2);
}

TEST_CASE("upkeep takes one task, an index and no input") {
  const Index index{zebras};
  CHECK(index({"--check", "--stats"}).code == 2);
  CHECK(index({"--check", "text"}).code == 2);
  CHECK(index({"--expire", "soon"}).code == 2);
  CHECK(run_index({"--stats"}).code == 2);
  CHECK(run_index({"--stats", "--db", "/nowhere"}).code == 2);
}

}  // namespace pantau
