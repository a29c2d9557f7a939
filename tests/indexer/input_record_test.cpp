#include "indexer/index/input_record.h"

#include <doctest/doctest.h>

#include "tests/program.h"

namespace pantau {
namespace {

/// A file, and what an index knows of it once it was read to byte `end`.
struct KnownFile {
  TemporaryDirectory folder;
  std::filesystem::path path = folder.path() / "feed";
  InputRecord record;

  KnownFile(const std::string& bytes, std::uint64_t end) {
    write_file(path, bytes);
    record.facts = *facts_of(path);
    record.position = {end, end};
    record.finished = end == bytes.size();
    record.reader_settings = "0.1";
    record.digest = read_part(path, end).digest;
  }

  /// The plan after the file became `bytes`, at another time.
  [[nodiscard]] ReadingPlan plan_for(const std::string& bytes) const {
    write_file(path, bytes);
    std::filesystem::last_write_time(
        path, std::filesystem::file_time_type::clock::now() + std::chrono::hours{1});
    return plan_reading(path, *facts_of(path), record, "0.1");
  }
};

}  // namespace

TEST_CASE("what was read of an input survives its way through the index") {
  InputRecord record{{123, -5}, {7, 99}, true, 3, InputFormat::warc, "0.1 format 0", "00ff"};
  const auto read = decode_input(encode_input(record));
  REQUIRE(read.has_value());
  CHECK(encode_input(*read) == encode_input(record));
  CHECK(read->facts == record.facts);
  CHECK(read->position == record.position);
  CHECK(read->format == InputFormat::warc);
  CHECK(read->reader_settings == "0.1 format 0");
  for (const char* broken :
       {"", "1 2 3", "a b c d e f g h", "1 2 3 4 5 6 6 digest", "1 2 3 4 5 6 7 digest x"})
    CHECK_FALSE(decode_input(broken).has_value());
}

TEST_CASE("only what is new in an input is read") {
  using Kind = ReadingPlan::Kind;
  const std::string old(200'000, 'a');
  const KnownFile known{old, old.size()};
  CHECK(plan_reading(known.path, *facts_of(known.path), known.record, "0.1").kind ==
        Kind::unchanged);
  CHECK(plan_reading(known.path, *facts_of(known.path), known.record, "0.2").kind == Kind::anew);
  CHECK(plan_reading(known.path, *facts_of(known.path), {}, "0.1").kind == Kind::anew);
  struct Case {
    const char* what;
    std::string bytes;
    Kind kind;
  };
  const Case cases[] = {
      {"touched", old, Kind::unchanged},
      {"grown", old + "b", Kind::go_on},
      {"cut", old.substr(1), Kind::anew},
      {"another beginning", "b" + old, Kind::anew},
      {"rewritten in its middle", std::string{old}.replace(100'000, 1, "b"), Kind::anew},
      {"rewritten in its middle and grown", std::string{old}.replace(100'000, 1, "b") + "b",
       Kind::anew},
      {"rewritten where reading ended", old.substr(0, 199'990) + std::string(50, 'b'), Kind::anew},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string_view{c.what});
    const ReadingPlan plan = known.plan_for(c.bytes);
    CHECK(plan.kind == c.kind);
    CHECK(plan.start.input == (c.kind == Kind::go_on ? old.size() : 0));
  }
}

TEST_CASE("a part of a file has one digest, hashed at once or piece by piece") {
  const TemporaryDirectory folder;
  const auto path = folder.path() / "feed";
  std::string bytes(700'000, 'a');
  for (std::size_t i = 0; i < bytes.size(); i += 97) bytes[i] = static_cast<char>('b' + i % 20);
  write_file(path, bytes);
  ReadPart part;
  for (const std::uint64_t end : {0U, 1U, 262'144U, 262'145U, 600'000U, 700'000U}) {
    part = read_part(path, end, part);
    CHECK(part.digest == read_part(path, end).digest);
  }
  CHECK(read_part(path, 10, part).digest == read_part(path, 10).digest);
  CHECK(read_part(path, 700'001, part).digest.empty());
  CHECK(read_part(folder.path() / "other", 10).digest.empty());
}

TEST_CASE("a run that was stopped goes on in the middle, whether the file changed or not") {
  const KnownFile known{std::string(1'000, 'a'), 400};
  const ReadingPlan plan = plan_reading(known.path, *facts_of(known.path), known.record, "0.1");
  CHECK(plan.kind == ReadingPlan::Kind::go_on);
  CHECK(plan.start == Position{400, 400});
  CHECK(known.plan_for(std::string(2'000, 'a')).start == Position{400, 400});
}

TEST_CASE("only regular files are remembered") {
  const TemporaryDirectory folder;
  CHECK_FALSE(facts_of(folder.path()).has_value());
  CHECK_FALSE(facts_of(folder.path() / "nothing").has_value());
  CHECK_FALSE(facts_of("/dev/null").has_value());
}

}  // namespace pantau
