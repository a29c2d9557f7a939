// Runs that follow other runs: on the same inputs, on inputs that grew, after a signal.
#include <csignal>
#include <cstdint>
#include <optional>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/program.h"

namespace pantau {
namespace {

struct Feed {
  TemporaryDirectory directory;
  std::string index = (directory.path() / "news.idx").string();
  std::filesystem::path file = directory.path() / "feed.jsonl";

  void append(const std::string& line) const {
    std::ofstream{file, std::ios::binary | std::ios::app} << line << '\n';
  }

  [[nodiscard]] Outcome read(std::vector<std::string> options = {}) const {
    options.insert(options.end(), {"--db", index, file.string()});
    return run_index(options);
  }

  [[nodiscard]] bool finds(const std::string& word) const {
    return run_search({"--db", index, word}).code == 0;
  }
};

bool says(const Outcome& outcome, const std::string& words) {
  return outcome.err.find(words) != std::string::npos;
}

/// Bytes that this process and the programs it has waited for have asked read() for, as Linux
/// counts them; empty elsewhere.
std::optional<std::uint64_t> bytes_read() {
  std::ifstream io{"/proc/self/io"};
  std::string name;
  std::uint64_t bytes = 0;
  if (io >> name >> bytes && name == "rchar:") return bytes;
  return {};
}

constexpr const char* zebras = R"({"id":"1","text":"Zebras crossed the river.","lang":"en"})";
constexpr const char* lions = R"({"id":"2","text":"Lions slept all day.","lang":"en"})";

}  // namespace

TEST_CASE("what was added to an input is read, and nothing before it") {
  const Feed feed;
  feed.append(zebras);
  CHECK(says(feed.read(), "read 1, indexed 1,"));
  CHECK(says(feed.read(),
             "read 0, indexed 0, replaced 0, unchanged 0, rejected 0\n"
             "inputs: 1 unchanged, 0 continued\n"));
  const std::string end = std::to_string(std::filesystem::file_size(feed.file));
  feed.append(lions);
  const Outcome grown = feed.read();
  CHECK(says(grown, "feed.jsonl: continued at byte " + end + "\n"));
  CHECK(says(grown, "read 1, indexed 1,"));
  CHECK(says(grown, "inputs: 0 unchanged, 1 continued\n"));
  CHECK(feed.finds("zebras"));
  CHECK(feed.finds("lions"));
}

TEST_CASE("a dry run for an index prints what of each input is not in it, and reads that") {
  const Feed feed;
  feed.append(zebras);
  const std::string size = std::to_string(std::filesystem::file_size(feed.file));
  const std::string line = '\t' + feed.file.string() + '\t';
  CHECK(feed.read({"--dry-run"}).out == "anew" + line + size + '\t' + size + '\n');
  CHECK_FALSE(std::filesystem::exists(feed.index));
  CHECK(feed.read().code == 0);
  const Outcome again = feed.read({"--dry-run"});
  CHECK(again.out == "unchanged" + line + "0\t" + size + '\n');
  CHECK(says(again, "read 0, indexed 0,"));
  feed.append(lions);
  CHECK(feed.read({"--dry-run"}).out.starts_with("go on" + line));
  CHECK(says(feed.read(), "read 1, indexed 1,"));
}

TEST_CASE("an input that grew by a line is read once: to compare what is known, and the line") {
  const Feed feed;
  const std::string unread(2'000, 'x');  // fills the feed, and not the index
  for (int i = 0; i < 2'000; ++i)
    feed.append(R"({"id":"1","text":"Zebras crossed the river.","lang":"en","note":")" + unread +
                "\"}");
  CHECK(says(feed.read(), "read 2000, indexed 1,"));
  const auto before = bytes_read();
  if (!before) {
    MESSAGE("skipped: this system does not count what is read");
    return;
  }
  CHECK(says(feed.read(), "inputs: 1 unchanged"));
  const std::uint64_t besides = *bytes_read() - *before;  // program, libraries, index
  feed.append(lions);
  const std::uint64_t start = *bytes_read();
  CHECK(says(feed.read(), "read 1, indexed 1,"));
  const std::uint64_t size = std::filesystem::file_size(feed.file);
  CHECK(*bytes_read() - start >= size);
  CHECK(*bytes_read() - start - besides <= size + size / 10);
}

TEST_CASE("an input that was rewritten is read anew, and so is all in a rebuild") {
  const Feed feed;
  feed.append(zebras);
  CHECK(feed.read().code == 0);
  std::filesystem::remove(feed.file);
  feed.append(lions);
  feed.append(zebras);
  CHECK(says(feed.read(), "read 2, indexed 1, replaced 0, unchanged 1, rejected 0\n"));
  CHECK(says(feed.read({"--rebuild"}), "read 2, indexed 2,"));
  CHECK(says(feed.read(), "inputs: 1 unchanged"));
}

TEST_CASE("an input that was rewritten in its middle is read anew, and only then") {
  const Feed feed;
  feed.append(zebras);
  for (int i = 0; i < 2'000; ++i)
    feed.append(R"({"id":"n)" + std::to_string(i) +
                R"(","text":"Rivers run slowly.","lang":"en"})");
  feed.append(R"({"id":"m","text":"Lions slept all day.","lang":"en"})");
  for (int i = 2'000; i < 4'000; ++i)
    feed.append(R"({"id":"n)" + std::to_string(i) +
                R"(","text":"Rivers run slowly.","lang":"en"})");
  CHECK(feed.read().code == 0);
  const auto then = std::filesystem::last_write_time(feed.file);
  std::string bytes = read_file(feed.file);
  bytes.replace(bytes.find("Lions"), 5, "Crows");
  write_file(feed.file, bytes);
  std::filesystem::last_write_time(feed.file, then + std::chrono::seconds{1});
  CHECK(says(feed.read(), "read 4002, indexed 0, replaced 1, unchanged 4001,"));
  CHECK(feed.finds("crows"));
  CHECK_FALSE(feed.finds("lions"));
  std::filesystem::last_write_time(feed.file, then + std::chrono::seconds{2});
  CHECK(says(feed.read(), "inputs: 1 unchanged, 0 continued\n"));
}

TEST_CASE("a log is told what is committed as it is") {
  const Feed feed;
  for (int i = 0; i < 5; ++i)
    feed.append(R"({"id":")" + std::to_string(i) + R"(","text":"Zebras crossed.","lang":"en"})");
  for (const char* build : {"direct", "segments"}) {
    std::filesystem::remove_all(feed.index);
    CHECK(feed.read({"--build", build, "--commit-every", "2"})
              .err.starts_with("committed 2 articles\ncommitted 4 articles\nread 5, indexed 5,"));
  }
}

TEST_CASE("another format is another reading") {
  const Feed feed;
  feed.append(zebras);
  CHECK(feed.read().code == 0);
  CHECK(says(feed.read({"--format", "jsonl"}), "read 1, indexed 0, replaced 0, unchanged 1"));
}

TEST_CASE("a page in a folder that changed is read anew as a whole") {
  const Feed feed;
  const auto page = feed.directory.path() / "pages" / "a.txt";
  const std::string text = read_file(std::string{PANTAU_SAMPLE} +
                                     "/crawl/text/ledgerpost.example/"
                                     "009-apple-meta-first-dma-fines.txt");
  write_file(page, text);
  const std::vector<std::string> command{"--db", feed.index, page.parent_path().string()};
  CHECK(says(run_index(command), "read 1, indexed 1,"));
  CHECK(says(run_index(command), "inputs: 1 unchanged"));
  write_file(page, std::string{text}.replace(text.find(" the ", text.size() / 2), 5, " that "));
  const Outcome changed = run_index(command);
  CHECK(says(changed, "read 1, indexed 0, replaced 1,"));
  CHECK_FALSE(says(changed, "continued at"));
}

TEST_CASE("under --strict an input that had flaws is told of again") {
  const Feed feed;
  feed.append(zebras);
  feed.append("{\"text\": oops");
  CHECK(feed.read().code == 1);
  CHECK(feed.read().code == 0);
  CHECK(feed.read({"--strict"}).code == 2);
}

TEST_CASE("a signal ends a run in good order, and the same command goes on") {
  const Feed feed;
  for (int i = 0; i < 300; ++i)
    feed.append(R"({"id":")" + std::to_string(i) + R"(","text":"Zebras crossed.","lang":"en"})");
  // A pipe that stays open holds the run after the file; the signal finds it there.
  const std::string pipe = (feed.directory.path() / "pipe").string();
  const std::string command =
      "mkfifo " + pipe + "; " + quoted(PANTAU_INDEX) + " --db " + feed.index + ' ' +
      feed.file.string() + ' ' + pipe + " & child=$!; exec 3>" + pipe +
      "; sleep 1; kill -TERM $child; echo '" + lions + "' >&3; exec 3>&-; wait $child";
  const Outcome stopped = run("sh", {"-c", command});
  CHECK(stopped.code == 143);
  CHECK(says(stopped, "stopping: what was read is made durable first"));
  CHECK(says(stopped, "stopped by SIGTERM; what was read is committed: run the same command"));
  CHECK(feed.finds("zebras"));
  const Outcome next = feed.read();
  CHECK(next.code == 0);
  CHECK(says(next, "inputs: 1 unchanged, 0 continued\n"));
}

TEST_CASE("a second indexer is refused with exit code 75, and waits when it is told to") {
  const Feed feed;
  feed.append(zebras);
  CHECK(feed.read().code == 0);
  const int lock = open((feed.index + "/pantau.lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(flock(lock, LOCK_EX) == 0);
  const Outcome refused = feed.read();
  CHECK(refused.code == 75);
  CHECK(says(refused, "is indexing into it; wait until it has ended, or use --wait SECONDS"));
  CHECK(feed.read({"--wait", "1"}).code == 75);
  close(lock);
  CHECK(feed.read({"--wait", "1"}).code == 0);
}

}  // namespace pantau
