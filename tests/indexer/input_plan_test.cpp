#include "indexer/input_plan.h"

#include <map>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/program.h"

namespace pantau {
namespace {

/// A crawl folder with one input of each kind, and what an index knows of it.
struct Crawl {
  TemporaryDirectory folder;
  IndexOptions options;
  std::map<std::string, InputRecord> known;

  Crawl() {
    for (const char* name : {"a/new", "b/same", "c/grown"}) write(name, "0123456789");
    options.inputs = {(folder.path() / "crawl").string()};
    for (const char* name : {"b/same", "c/grown"}) remember(name);
    write("c/grown", "0123456789abc");
  }

  [[nodiscard]] std::filesystem::path path(const std::string& name) const {
    return folder.path() / "crawl" / name;
  }
  void write(const std::string& name, const std::string& bytes) const {
    write_file(path(name), bytes);
  }
  void remember(const std::string& name) {
    InputRecord& record = known[path(name).string()];
    record.facts = *facts_of(path(name));
    record.position = {record.facts.size, record.facts.size};
    record.finished = true;
    record.format = InputFormat::jsonl;
    record.reader_settings = reader_settings(options);
    record.digest = read_part(path(name), record.facts.size).digest;
  }
  [[nodiscard]] std::vector<PlannedInput> plan() const {
    return plan_inputs(options, [this](const std::string& name) -> std::optional<InputRecord> {
      const auto found = known.find(name);
      return found == known.end() ? std::nullopt : std::optional{found->second};
    });
  }
  /// The plan as it is printed, the name of the folder left out.
  [[nodiscard]] std::string printed() const {
    std::ostringstream out;
    render_plan(plan(), out);
    std::string text = out.str();
    const std::string root = (folder.path() / "crawl").string() + '/';
    for (auto at = text.find(root); at != std::string::npos; at = text.find(root))
      text.erase(at, root.size());
    return text;
  }
};

}  // namespace

TEST_CASE("a plan says of every input what is left to read") {
  Crawl crawl;
  CHECK(crawl.printed() ==
        "anew\ta/new\t10\t10\n"
        "unchanged\tb/same\t0\t10\n"
        "go on\tc/grown\t3\t13\n");
  CHECK(total_bytes(crawl.plan()) == 33);
  CHECK(unread_bytes(crawl.plan()) == 13);
  crawl.options.keep_all = true;  // other articles could come of the same bytes
  CHECK(unread_bytes(crawl.plan()) == 33);
  crawl.options.inputs.emplace_back("-");
  CHECK(total_bytes(crawl.plan()) == 0);
  CHECK(unread_bytes(crawl.plan()) == 0);
}

TEST_CASE("a plan carries what was verified, so that nobody reads it again") {
  Crawl crawl;
  const auto file = std::get<PlannedFile>(crawl.plan().back());
  CHECK(file.reading.start == Position{10, 10});
  CHECK(file.reading.digest == read_part(crawl.path("c/grown"), 10).digest);
  CHECK(file.reading.format == InputFormat::jsonl);
  CHECK_FALSE(file.is_named);
}

TEST_CASE("a strict run plans to read again what had problems") {
  Crawl crawl;
  for (auto& [path, record] : crawl.known) record.problem_records = 1;
  CHECK(unread_bytes(crawl.plan()) == 13);
  crawl.options.strict = true;
  CHECK(unread_bytes(crawl.plan()) == 33);
}

TEST_CASE("a file that changes after it was planned is planned again") {
  Crawl crawl;
  const auto planned = std::get<PlannedFile>(crawl.plan().back());
  crawl.write("c/grown", "0123456789abcdef");
  CHECK(plan_again(planned).reading.start == Position{10, 10});
  CHECK(plan_again(planned).facts->size == 16);
  crawl.write("c/grown", "rewritten from its start");
  CHECK(plan_again(planned).reading.kind == ReadingPlan::Kind::anew);
  CHECK(plan_again(planned).reading.start == Position{});
  std::filesystem::remove(crawl.path("c/grown"));
  CHECK(plan_again(planned).reading.kind == ReadingPlan::Kind::anew);
}

TEST_CASE("an input that does not exist is an error before anything is read") {
  CHECK_THROWS_WITH(require_inputs({"-", "/nowhere/crawl.warc"}),
                    "/nowhere/crawl.warc: no such file or folder");
}

}  // namespace pantau
