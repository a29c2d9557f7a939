// pantau-index as its users run it, on good input and bad.
#include <map>
#include <set>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include "tests/program.h"

namespace pantau {
namespace {

/// An index path that is fresh for each test.
struct FreshIndex {
  TemporaryDirectory directory;
  std::string path = (directory.path() / "news.idx").string();
};

const std::string two_articles =
    "{\"id\":\"1\",\"title\":\"First\",\"text\":\"Regulators wrote rules.\",\"lang\":\"en\"}\n"
    "{\"url\":\"https://a.example/x\",\"title\":\"Kedua\",\"text\":\"Pemerintah membuat "
    "aturan.\"}\n";

}  // namespace

TEST_CASE("the same command twice adds nothing") {
  const FreshIndex index;
  const Outcome first = run_index({"--db", index.path, "text", "jsonl"});
  CHECK(first.code == 0);
  CHECK(first.err.find("read 74, indexed 74, replaced 0, unchanged 0, rejected 0\n") !=
        std::string::npos);
  CHECK(first.out.empty());
  const Outcome second = run_index({"--db", index.path, "text", "jsonl"});
  CHECK(second.err.find("read 0, indexed 0, replaced 0, unchanged 0, rejected 0\n"
                        "inputs: 52 unchanged, 0 continued\n") != std::string::npos);
}

TEST_CASE("two feeds on standard input without names do not overwrite each other") {
  const FreshIndex index;
  CHECK(run_index({"--db", index.path, "-"}, R"({"text":"Zebras crossed."})").code == 0);
  CHECK(run_index({"--db", index.path, "-"}, R"({"text":"Lions slept."})").code == 0);
  CHECK(run_search({"--db", index.path, "zebras"}).code == 0);
  CHECK(run_search({"--db", index.path, "lions"}).code == 0);
}

TEST_CASE("what --extract-only prints can be indexed as the same articles") {
  const FreshIndex index;
  const std::string printed = run_index({"--extract-only", "-"}, two_articles).out;
  CHECK(run_index({"--db", index.path, "-"}, two_articles).code == 0);
  CHECK(run_index({"--db", index.path, "-"}, printed).err.find("unchanged 2") != std::string::npos);
}

TEST_CASE("a changed article replaces itself, by its address or its id") {
  const FreshIndex index;
  CHECK(run_index({"--db", index.path, "-"}, two_articles).code == 0);
  const std::string changed =
      "{\"id\":\"1\",\"text\":\"Lawmakers wrote laws.\",\"lang\":\"en\"}\n"
      "{\"url\":\"https://A.example:443/x#top\",\"text\":\"Parlemen membuat undang-undang.\"}\n";
  const Outcome run = run_index({"--db", index.path, "-"}, changed);
  CHECK(run.err.find("read 2, indexed 0, replaced 2, unchanged 0, rejected 0\n") !=
        std::string::npos);
  CHECK(run_search({"--db", index.path, "regulators"}).code == 1);
  CHECK(run_search({"--db", index.path, "lawmakers"}).code == 0);
}

TEST_CASE("--extract-only prints one JSON object an article and needs no index") {
  const Outcome run = run_index({"--extract-only", "text", "jsonl"});
  CHECK(run.code == 0);
  std::istringstream lines{run.out};
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto article = boost::json::parse(line).as_object();
    const char* const keys[] = {"url", "file", "title", "date", "author", "outlet", "lang", "text"};
    CHECK(article.size() == std::size(keys) + (article.contains("id") ? 1 : 0));
    for (const char* key : keys) CHECK(article.contains(key));
  }
  CHECK(count == 74);
}

TEST_CASE("what is found in the sample's dumps is what a reader finds in them") {
  std::map<std::string, boost::json::object> found;
  std::istringstream lines{run_index({"--extract-only", "text"}).out};
  for (std::string line; std::getline(lines, line);) {
    auto article = boost::json::parse(line).as_object();
    found[std::string{article.at("file").as_string()}] = std::move(article);
  }
  for (const char* name : {"en", "id", "world"}) {
    std::ifstream truths{std::string{PANTAU_SAMPLE} + "/truth." + name + ".jsonl"};
    for (std::string line; std::getline(truths, line);) {
      const auto truth = boost::json::parse(line).as_object();
      const std::string file{truth.at("file").as_string()};
      if (!file.starts_with("text/")) continue;
      CAPTURE(file);
      REQUIRE(found.contains(file));
      const auto& article = found[file];
      CHECK(article.at("lang") == truth.at("lang"));
      CHECK(article.at("date") == truth.at("date"));
      if (truth.at("title").is_string()) CHECK(article.at("title") == truth.at("title"));
      const std::string text{article.at("text").as_string()};
      for (const auto& phrase : truth.at("must").as_array())
        CHECK(text.find(phrase.as_string()) != std::string::npos);
      for (const auto& phrase : truth.at("must_not").as_array()) {
        CAPTURE(std::string{phrase.as_string()});
        CHECK(text.find(phrase.as_string()) == std::string::npos);
      }
    }
  }
}

TEST_CASE("bad input costs what is bad, says so in one line, and is an honest exit code") {
  struct Case {
    const char* what;
    std::string bytes;
    int code;
    const char* reason;
  };
  const Case cases[] = {
      {"an empty file", "", 0, "(empty-file"},
      {"a binary file",
       std::string{"\x7f"
                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
                   16} +
           std::string(500, '\0'),
       1, "(file-application/x-executable): nothing in it looks like an article"},
      {"a file packed otherwise", "BZh91AY&SY" + std::string(99, '\x7f'), 1,
       "(file-application/x-bzip2): packed as bzip2, which is not read; unpack it first\n"},
      {"a broken line among good ones", two_articles + "{\"text\": oops\n" + two_articles, 1,
       "(invalid-json"},
      {"a line of 100 MB", "{\"text\":\"" + std::string(100U << 20U, 'x') + "\"}\n" + two_articles,
       1, "(too-large"},
      {"invalid UTF-8", "{\"id\":\"1\",\"text\":\"caf\xE9 \xFF\xFE rules\"}\n", 0, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.what});
    const FreshIndex index;
    const auto file = index.directory.path() / "input";
    write_file(file, c.bytes);
    const Outcome run = run_index({"--db", index.path, file.string()});
    CHECK(run.code == c.code);
    CHECK(run.err.find(c.reason) != std::string::npos);
    if (c.bytes.find("First") != std::string::npos)
      CHECK(run_search({"--db", index.path, "regulators"}).code == 0);
  }
}

TEST_CASE("an input that is nothing is counted once") {
  const Outcome run = run_index({"--dry-run", "-"}, "\x89PNG\r\n\x1a\n");
  CHECK(run.code == 1);
  CHECK(run.err.find("rejected 1 (file-image/png 1)\n") != std::string::npos);
  CHECK(run.err.find("skipped") == std::string::npos);
}

TEST_CASE("in a folder what is no page is only counted, what is packed otherwise is told") {
  const TemporaryDirectory folder;
  write_file(folder.path() / "logo.png", "\x89PNG\r\n\x1a\n");
  write_file(folder.path() / "crawl.warc.bz2", "BZh91AY&SY" + std::string(99, '\x7f'));
  write_file(folder.path() / "feed.jsonl", two_articles);
  const std::string index = (folder.path() / "news.idx").string();
  for (const char* read : {"read 2, indexed 2,", "read 2, indexed 0, replaced 0, unchanged 2"}) {
    const char* way = read == std::string{"read 2, indexed 2,"} ? "16M" : "8M";  // read anew
    const Outcome run = run_index({"--db", index, "--max-record", way, folder.path().string()});
    CHECK(run.code == 0);
    CHECK(run.err.find(read) != std::string::npos);
    CHECK(run.err.find("crawl.warc.bz2:0: warning (packed-file): packed as bzip2") !=
          std::string::npos);
    CHECK(run.err.find("file-image/png 1") != std::string::npos);
  }
  const Outcome again = run_index({"--dry-run", folder.path().string()});
  CHECK(again.err.find("folder-index 1") != std::string::npos);
}

TEST_CASE("--extract-only prints of one address the last capture, as an index keeps it") {
  const std::string captures =
      "{\"url\":\"https://a.example/x\",\"text\":\"Older words.\"}\n"
      "{\"url\":\"https://a.example/y\",\"text\":\"Other words.\"}\n"
      "{\"url\":\"https://A.example/x#top\",\"text\":\"Newer words.\"}\n";
  const Outcome run = run_index({"--extract-only", "-"}, captures);
  CHECK(run.code == 0);
  CHECK(run.err.find("read 3, indexed 2, replaced 1,") != std::string::npos);
  CHECK(run.out.find("Older") == std::string::npos);
  CHECK(run.out.find("Other") < run.out.find("Newer"));
  CHECK(run.out.find("Newer") != std::string::npos);
}

TEST_CASE("--max-record says how long a record may be") {
  const std::string long_one = "{\"text\":\"" + std::string(2000, 'x') + "\"}\n";
  const std::string input = long_one + two_articles;
  const Outcome small = run_index({"--dry-run", "--max-record", "1K", "-"}, input);
  CHECK(small.code == 1);
  CHECK(small.err.find("read 3, indexed 2") != std::string::npos);
  CHECK(small.err.find("(too-large): longer than 1024 bytes") != std::string::npos);
  CHECK(run_index({"--dry-run", "--max-record", "4K", "-"}, input).code == 0);
}

TEST_CASE("a date that is none costs no article, is told, and is a failure only if asked for") {
  const std::string input = "{\"text\":\"Regulators wrote rules.\",\"date\":\"soon\"}\n";
  const Outcome run = run_index({"--dry-run", "-"}, input);
  CHECK(run.code == 0);
  CHECK(run.err.find("-:0: warning (unread-field): date 'soon'\n") != std::string::npos);
  CHECK(run.err.find("warnings 1 (unread-field 1)\n") != std::string::npos);
  CHECK(run_index({"--dry-run", "--strict", "-"}, input).code == 2);
}

TEST_CASE("what cannot be done is one line that says what to do") {
  const FreshIndex index;
  CHECK(run_index({"--db", index.path, "/nowhere"}).err ==
        "pantau-index: /nowhere: no such file or folder\n");
  CHECK(run_index({"--db", index.path, "/nowhere"}).code == 2);
  CHECK(run_index({"--db", "/proc/news.idx", "text"}).code == 2);
  CHECK(run_index({}).code == 2);
  const Outcome full = run("sh", {"-c", quoted(PANTAU_INDEX) + " --extract-only jsonl >/dev/full"});
  CHECK(full.code == 2);
}

TEST_CASE("--report lists every rejected record as a JSON line, and --strict makes it a failure") {
  const FreshIndex index;
  const auto report = index.directory.path() / "report.jsonl";
  const std::string input = two_articles + "{}\nnot json\n";
  const Outcome run =
      run_index({"--db", index.path, "--format", "jsonl", "--report", report.string(), "-"}, input);
  CHECK(run.code == 1);
  std::istringstream lines{read_file(report)};
  std::set<std::string> reasons;
  for (std::string line; std::getline(lines, line);)
    reasons.emplace(boost::json::parse(line).at("reason").as_string());
  CHECK(reasons == std::set<std::string>{"invalid-json", "no-text"});
  CHECK(run_index({"--dry-run", "--strict", "--format", "jsonl", "-"}, input).code == 2);
}

TEST_CASE("an index is refused at the start where it does not belong, with the way out") {
  const TemporaryDirectory folder;
  const std::string crawl = (folder.path() / "crawl").string();
  write_file(crawl + "/feed.jsonl", two_articles);
  struct Case {
    std::string index, input, said;
  };
  const Case cases[] = {
      {crawl, crawl, "an index needs a folder of its own, such as --db news.idx"},
      {folder.path().string(), crawl, "is, or holds, the input"},
      {crawl, "text", "holds 'feed.jsonl' and no index; name a folder that is empty"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.said);
    const Outcome refused = run_index({"--db", c.index, c.input});
    CHECK(refused.code == 2);
    CHECK(refused.err.find(c.said) != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(c.index + "/pantau.lock"));
  }
  CHECK(run_index({"--db", crawl + "/news.idx", crawl}).code == 0);
}

TEST_CASE("a report grows, and a run without problems leaves it as it was") {
  const FreshIndex index;
  const auto report = index.directory.path() / "report.jsonl";
  const auto read = [&](const std::string& input) {
    static_cast<void>(run_index(
        {"--db", index.path, "--format", "jsonl", "--report", report.string(), "-"}, input));
    return read_file(report);
  };
  const std::string first = read("not json\n");
  CHECK_FALSE(first.empty());
  CHECK(read(two_articles) == first);
  CHECK(read("not json\n") == first + first);
}

TEST_CASE("an index is named by PANTAU_DB, temporary files by a TMPDIR that is there") {
  const FreshIndex index;
  CHECK(run(PANTAU_INDEX, {"-"}, two_articles, "PANTAU_DB=" + index.path).code == 0);
  CHECK(run(PANTAU_INDEX, {"--check"}, "", "PANTAU_DB=" + index.path).code == 0);
  const Outcome lost =
      run(PANTAU_INDEX, {"--extract-only", "-"}, two_articles, "TMPDIR=/nowhere/at/all");
  CHECK(lost.code == 2);
  CHECK(lost.err.find("set TMPDIR to one that you may write") != std::string::npos);
}

TEST_CASE("--dry-run reports as an index run does and writes none") {
  const FreshIndex index;
  const Outcome run = run_index({"--dry-run", "--db", index.path, "-"}, two_articles + "{}\n");
  CHECK(run.code == 1);
  CHECK(run.out == "stream\t-\t0\t0\n");
  CHECK(run.err.find("read 3, indexed 2, replaced 0, unchanged 0, rejected 1\n") !=
        std::string::npos);
  CHECK_FALSE(std::filesystem::exists(index.path));
}

TEST_CASE("a cut file gives what is whole and a warning, which --strict makes a failure") {
  const FreshIndex index;
  const std::string warc = read_file(std::string{PANTAU_SAMPLE} + "/crawl/warc/sample-2.warc.gz");
  const auto file = index.directory.path() / "cut.warc.gz";
  write_file(file, warc.substr(0, warc.size() - 100));
  const Outcome whole = run_index({"--dry-run", "warc/sample-2.warc.gz"});
  REQUIRE(whole.code == 0);
  const Outcome run = run_index({"--dry-run", file.string()});
  CHECK(run.code == 0);
  CHECK(run.err.find("warning (cut-file): compressed data at byte ") != std::string::npos);
  CHECK(run.err.find("warnings 1 (cut-file 1)") != std::string::npos);
  CHECK(run_index({"--dry-run", "--strict", file.string()}).code == 2);
}

TEST_CASE("a hit says from which record it is, when it was captured and whether it is whole") {
  const FreshIndex index;
  const auto file = index.directory.path() / "crawl.warc";
  const std::string page =
      "<html><h1>Regulators write rules</h1><p>Regulators wrote rules for platforms, which have to "
      "follow them from next year on, and fines for those that do not.</p><p>Companies asked for "
      "more time, and regulators said that there had been enough of it.</p></html>";
  const std::string record =
      "WARC/1.1\r\nWARC-Type: resource\r\nContent-Type: text/html\r\n"
      "WARC-Target-URI: https://a.example/2021/rules.html\r\n"
      "WARC-Date: 2021-03-20T10:00:00Z\r\nWARC-Truncated: length\r\n"
      "Content-Length: " +
      std::to_string(page.size()) + "\r\n\r\n" + page + "\r\n\r\n";
  const std::string before = "WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
  write_file(file, before + record);
  REQUIRE(run_index({"--db", index.path, file.string()}).code == 0);
  const Outcome found = run_search({"--db", index.path, "--format", "json", "regulators"});
  const auto source =
      boost::json::parse(found.out).at("hits").as_array().at(0).at("source").as_object();
  CHECK(source.at("file").as_string() == file.string());
  CHECK(source.at("offset").to_number<std::size_t>() == before.size());
  CHECK(source.at("captured").as_string() == "2021-03-20T10:00:00Z");
  CHECK(source.at("truncated").as_bool());
}

TEST_CASE("the number of workers changes nothing") {
  const std::string one = run_index({"--extract-only", "--jobs", "1", "text", "jsonl"}).out;
  CHECK(run_index({"--extract-only", "--jobs", "4", "text", "jsonl"}).out == one);
}

TEST_CASE("however articles are written, every query has the same answer") {
  const FreshIndex index;
  const std::string queries = std::string{PANTAU_SAMPLE} + "/queries.tsv";
  std::set<std::string> answers;
  for (const char* way : {"direct", "segments"}) {
    const std::string path = index.path + way;
    const Outcome first = run_index({"--db", path, "--build", way, "text"});
    const Outcome second =
        run_index({"--db", path, "--build", way, "--jobs", "3", "jsonl", "html"});
    CHECK(first.code == 0);
    CHECK(second.code != 2);
    const Outcome found = run_search({"--db", path, "--batch", queries, "--format", "trec"});
    CHECK(std::count(found.out.begin(), found.out.end(), '\n') > 500);
    answers.insert(found.out);
    CHECK(run_index({"--db", path, "text", "jsonl"}).err.find("inputs: 52 unchanged") !=
          std::string::npos);
  }
  CHECK(answers.size() == 1);
}

TEST_CASE("an index opens with Xapian's own tools") {
  if (run("sh", {"-c", "command -v xapian-delve"}).code != 0) {
    MESSAGE("skipped: xapian-tools is not installed");
    return;
  }
  const FreshIndex index;
  REQUIRE(run_index({"--db", index.path, "-"}, two_articles).code == 0);
  const Outcome delve = run("xapian-delve", {index.path});
  CHECK(delve.code == 0);
  CHECK(delve.out.find("number of documents = 2") != std::string::npos);
}

}  // namespace pantau
