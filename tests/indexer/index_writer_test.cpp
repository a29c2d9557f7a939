#include "indexer/index/index_writer.h"

#include <fstream>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/error.h"
#include "common/index_location.h"
#include "common/schema.h"
#include "searcher/search/index_reader.h"
#include "tests/indexed_articles.h"
#include "tests/temporary_directory.h"

namespace pantau {
namespace {

std::uint64_t count(const std::filesystem::path& index, const std::string& query) {
  IndexReader reader{std::vector<std::string>{index.string()}};
  SearchRequest request;
  request.query = query;
  request.translate = false;
  return reader.search(request).matches;
}

std::string length_sum(const std::filesystem::path& index, const std::string& language) {
  const Xapian::Database database{index.string()};
  return database.get_metadata(std::string{length_sum_key_prefix} + language);
}

}  // namespace

TEST_CASE("an article is added once, replaced when it changed, and left alone when it did not") {
  const TemporaryDirectory directory;
  const auto index = directory.path() / "news.idx";
  {
    IndexWriter writer{index, IndexWriter::Mode::update};
    CHECK(writer.write(make_article("1", "en", "First", "Some rules.")) == Written::added);
    CHECK(writer.write(make_article("1", "en", "First", "Some rules.")) == Written::unchanged);
    CHECK(writer.write(make_article("1", "en", "First", "Other words.")) == Written::replaced);
    CHECK(writer.write(make_article("2", "id", "Kedua", "Aturan.")) == Written::added);
    writer.finish();
  }
  CHECK(count(index, "rules") == 0);
  CHECK(count(index, "words") == 1);
  CHECK(length_sum(index, "en") == "8");  // first x5, other, words + the form beside its stem
  IndexWriter writer{index, IndexWriter::Mode::update};
  CHECK(writer.write(make_article("1", "en", "First", "Other words.")) == Written::unchanged);
}

TEST_CASE("the sum of lengths follows an article that changes its language") {
  const TemporaryDirectory directory;
  IndexWriter writer{directory.path(), IndexWriter::Mode::update};
  writer.write(make_article("1", "en", "", "one two"));
  writer.commit();
  writer.write(make_article("1", "id", "", "satu dua tiga"));
  writer.finish();
  CHECK(length_sum(directory.path(), "en") == "0");
  CHECK(std::stoi(length_sum(directory.path(), "id")) >= 3);
}

TEST_CASE("articles that go through segments become the same index") {
  const TemporaryDirectory directory;
  const auto index = directory.path() / "news.idx";
  {
    IndexWriter writer{index, IndexWriter::Mode::update};
    writer.prepare(Build::segments, 0, 2);
    CHECK(writer.write(make_article("1", "en", "First", "Some rules.")) == Written::added);
    CHECK(writer.write(make_article("1", "en", "First", "Some rules.")) == Written::unchanged);
    CHECK(writer.write(make_article("1", "en", "First", "Other words.")) == Written::replaced);
    CHECK(writer.write(make_article("2", "id", "Kedua", "Aturan.")) == Written::added);
    CHECK(current_generation(index) == 1U);
    writer.finish();
  }
  CHECK(current_generation(index) == 2U);
  CHECK(count(index, "rules") == 0);
  CHECK(count(index, "words") == 1);
  CHECK(length_sum(index, "en") == "8");
  {
    IndexWriter writer{index, IndexWriter::Mode::update};
    writer.prepare(Build::segments, 0, 1);
    CHECK(writer.write(make_article("1", "en", "First", "Other words.")) == Written::unchanged);
    CHECK(writer.write(make_article("2", "en", "Second", "More rules.")) == Written::replaced);
    CHECK(writer.write(make_article("3", "en", "", "Last words.")) == Written::added);
    writer.finish();
  }
  CHECK(count(index, "rules") == 1);
  CHECK(count(index, "words") == 2);
  CHECK(count(index, "aturan") == 0);
  CHECK(length_sum(index, "id") == "0");
  CHECK(std::stoi(length_sum(index, "en")) > 8 + 5);
}

TEST_CASE("what goes through segments is published when it is much, and lost as a whole before") {
  const TemporaryDirectory directory;
  {
    IndexWriter writer{directory.path(), IndexWriter::Mode::update};
    writer.write(make_article("1", "en", "", "rules"));
    writer.finish();
    writer.prepare(Build::segments, 0, 1);
    writer.write(make_article("2", "en", "", "rules"));
    writer.write(make_article("1", "en", "", "words"));
  }
  CHECK(count(directory.path(), "rules") == 1);
  CHECK_FALSE(std::filesystem::exists(directory.path() / "building"));
  IndexWriter writer{directory.path(), IndexWriter::Mode::update};
  writer.prepare(Build::segments, 0, 1);
  writer.write(make_article("2", "en", "", "rules"));
  writer.commit();
  CHECK(count(directory.path(), "rules") == 2);
  writer.write(make_article("1", "en", "", "words"));
  writer.finish();
  CHECK(count(directory.path(), "rules") == 1);
}

TEST_CASE("what is large, by itself and against the index, goes through segments") {
  struct Case {
    std::uint64_t input_bytes;
    unsigned generation;
  };
  // An empty index has some 50 KB, and takes 48 bytes for a byte of input.
  for (const Case& c :
       {Case{1'000, 1}, Case{2'000'000, 1}, Case{2'100'000, 2}, Case{1U << 30U, 2}}) {
    CAPTURE(c.input_bytes);
    const TemporaryDirectory directory;
    IndexWriter writer{directory.path(), IndexWriter::Mode::update};
    writer.prepare(Build::automatic, c.input_bytes, 1);
    writer.write(make_article("1", "en", "", "rules"));
    writer.finish();
    CHECK(current_generation(directory.path()) == c.generation);
  }
}

TEST_CASE("a commit comes by itself when the batch is full") {
  const TemporaryDirectory directory;
  CommitPolicy policy;
  policy.max_documents = 2;
  IndexWriter writer{directory.path(), IndexWriter::Mode::update, policy};
  writer.write(make_article("1", "en", "", "rules"));
  CHECK(count(directory.path(), "rules") == 0);
  writer.write(make_article("2", "en", "", "rules"));
  CHECK(count(directory.path(), "rules") == 2);
}

TEST_CASE("asked for, every way of writing commits so many articles at a time, and says so") {
  for (const bool segments : {false, true}) {
    CAPTURE(segments);
    const TemporaryDirectory directory;
    CommitPolicy policy;
    policy.asked_documents = 2;
    IndexWriter writer{directory.path(), IndexWriter::Mode::update, policy};
    if (segments) writer.prepare(Build::segments, 0, 1);
    for (const char* id : {"1", "2", "3"}) writer.write(make_article(id, "en", "", "rules"));
    CHECK(writer.committed() == 2);
    CHECK(count(directory.path(), "rules") == 2);
    writer.finish();
    CHECK(writer.committed() == 3);
  }
}

TEST_CASE("batches that were asked for go through one writer once they are small") {
  const TemporaryDirectory directory;
  CommitPolicy policy;
  policy.asked_documents = 2;
  IndexWriter writer{directory.path(), IndexWriter::Mode::update, policy};
  writer.prepare(Build::automatic, 1U << 30U, 1);
  constexpr unsigned last_copied = 9;  // batches; the index is then more than eight times as large
  for (unsigned batch = 1; batch <= 15; ++batch) {
    for (const char* id : {"a", "b"})
      writer.write(make_article(id + std::to_string(batch), "en", "", "rules"));
    CHECK(count(directory.path(), "rules") == 2 * batch);
    CHECK(current_generation(directory.path()) == std::min(batch, last_copied) + 1);
  }
}

TEST_CASE("generations that a run replaces are removed when nobody reads them any more") {
  for (const std::chrono::seconds reading : {std::chrono::seconds{0}, std::chrono::seconds{600}}) {
    const TemporaryDirectory directory;
    CommitPolicy policy;
    policy.asked_documents = 1;
    policy.longest_reading = reading;
    IndexWriter writer{directory.path(), IndexWriter::Mode::update, policy};
    writer.prepare(Build::segments, 0, 1);
    for (unsigned number = 1; number <= 3; ++number) {
      writer.write(make_article(std::to_string(number), "en", "", "rules"));
      CHECK(count(directory.path(), "rules") == number);
      CHECK(std::filesystem::exists(generation_path(directory.path(), 1)) == (reading.count() > 0));
    }
    CHECK(std::filesystem::exists(generation_path(directory.path(), 3)) == (reading.count() > 0));
    CHECK(current_generation(directory.path()) == 4U);
  }
}

TEST_CASE("of a rebuilt index nothing is committed before all of it is") {
  const TemporaryDirectory directory;
  CommitPolicy policy;
  policy.asked_documents = 1;
  { IndexWriter{directory.path(), IndexWriter::Mode::update}.finish(); }
  IndexWriter writer{directory.path(), IndexWriter::Mode::rebuild, policy};
  writer.write(make_article("1", "en", "", "rules"));
  writer.write(make_article("2", "en", "", "rules"));
  CHECK(writer.committed() == 0);
  writer.finish();
  CHECK(writer.committed() == 2);
}

TEST_CASE("a rebuilt index replaces the old one as a whole") {
  const TemporaryDirectory directory;
  {
    IndexWriter writer{directory.path(), IndexWriter::Mode::update};
    writer.write(make_article("old", "en", "", "rules"));
    writer.finish();
  }
  {
    IndexWriter writer{directory.path(), IndexWriter::Mode::rebuild};
    writer.write(make_article("new", "en", "", "words"));
    writer.commit();
    CHECK(count(directory.path(), "rules") == 1);
    CHECK(count(directory.path(), "words") == 0);
    writer.finish();
  }
  CHECK(count(directory.path(), "rules") == 0);
  CHECK(count(directory.path(), "words") == 1);
  // Whoever reads the old one may go on; a later run removes it.
  CHECK(std::filesystem::exists(generation_path(directory.path(), 1)));
  { const IndexWriter soon{directory.path(), IndexWriter::Mode::update}; }
  CHECK(std::filesystem::exists(generation_path(directory.path(), 1)));
  const auto stub = directory.path() / stub_name;
  std::filesystem::last_write_time(stub,
                                   std::filesystem::last_write_time(stub) - std::chrono::hours{1});
  { const IndexWriter later{directory.path(), IndexWriter::Mode::update}; }
  CHECK_FALSE(std::filesystem::exists(generation_path(directory.path(), 1)));
}

TEST_CASE("what a stopped rebuild left behind is removed by the next run") {
  const TemporaryDirectory directory;
  { IndexWriter{directory.path(), IndexWriter::Mode::update}.finish(); }
  { const IndexWriter stopped{directory.path(), IndexWriter::Mode::rebuild}; }
  CHECK(std::filesystem::exists(generation_path(directory.path(), 2)));
  { IndexWriter{directory.path(), IndexWriter::Mode::update}.finish(); }
  CHECK_FALSE(std::filesystem::exists(generation_path(directory.path(), 2)));
}

TEST_CASE("a second indexer is refused and told who holds the index") {
  const TemporaryDirectory directory;
  const IndexWriter first{directory.path(), IndexWriter::Mode::update};
  try {
    const IndexWriter second{directory.path(), IndexWriter::Mode::update};
    FAIL("two writers");
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::locked);
    CHECK(std::string{error.what()}.find("process " + std::to_string(getpid())) !=
          std::string::npos);
  }
}

TEST_CASE("an index of another version is refused with advice, and a newer one is never replaced") {
  const TemporaryDirectory directory;
  const std::string path = directory.path().string();
  const auto set_schema = [&](const char* version) {
    Xapian::WritableDatabase database{path, Xapian::DB_OPEN};
    database.set_metadata(std::string{schema_version_key}, version);
    database.commit();
  };
  const auto write = [&](IndexWriter::Mode mode) {
    IndexWriter writer{directory.path(), mode};
    writer.write(make_article("1", "en", "", "rules"));
    writer.finish();
  };
  const auto read = [&] { IndexReader reader{std::vector<std::string>{path}}; };
  write(IndexWriter::Mode::update);
  const std::string ours = std::to_string(schema_version) + "; ";
  set_schema("99");
  const std::string newer = path + ": this index has schema 99 and this program ";
  CHECK_THROWS_WITH(read(),
                    (newer + "reads " + ours + "use the newer Pantau that made it").c_str());
  for (const auto mode : {IndexWriter::Mode::update, IndexWriter::Mode::rebuild})
    CHECK_THROWS_WITH(write(mode),
                      (newer + "writes " + ours + "use the newer Pantau that made it").c_str());
  set_schema("0");
  const std::string older = path + ": this index has schema 0 and this program ";
  CHECK_THROWS_WITH(
      read(), (older + "reads " + ours + "build it anew with pantau-index --rebuild").c_str());
  CHECK_THROWS_WITH(write(IndexWriter::Mode::update),
                    (older + "writes " + ours + "build it anew with --rebuild").c_str());
  CHECK_NOTHROW(write(IndexWriter::Mode::rebuild));
  CHECK_NOTHROW(read());
}

TEST_CASE("a rebuild that read nothing leaves the index as it was") {
  const TemporaryDirectory directory;
  {
    IndexWriter writer{directory.path(), IndexWriter::Mode::update};
    writer.write(make_article("1", "en", "", "rules"));
    writer.finish();
  }
  CHECK_THROWS_AS((IndexWriter{directory.path(), IndexWriter::Mode::rebuild}.finish()), Error);
  CHECK(count(directory.path(), "rules") == 1);
}

TEST_CASE("nothing is deleted when the stub is lost or names what is not there") {
  const TemporaryDirectory directory;
  {
    IndexWriter writer{directory.path(), IndexWriter::Mode::update};
    writer.write(make_article("1", "en", "", "rules"));
    writer.finish();
  }
  std::filesystem::create_directory(directory.path() / "generation-photos");
  std::ofstream{directory.path() / stub_name} << "auto generation-9\n";
  CHECK_THROWS_AS((IndexWriter{directory.path(), IndexWriter::Mode::update}), Error);
  std::filesystem::remove(directory.path() / stub_name);
  { IndexWriter{directory.path(), IndexWriter::Mode::update}.finish(); }
  CHECK(std::filesystem::exists(generation_path(directory.path(), 1)));
  CHECK(std::filesystem::exists(directory.path() / "generation-photos"));
  CHECK(current_generation(directory.path()) == 2U);
}

TEST_CASE("what was not committed is not there, nor counted, after a run that failed") {
  const TemporaryDirectory directory;
  {
    IndexWriter writer{directory.path(), IndexWriter::Mode::update};
    writer.write(make_article("1", "en", "", "rules"));
    writer.commit();
    writer.write(make_article("2", "en", "", "rules"));
  }
  CHECK(count(directory.path(), "rules") == 1);
  CHECK(length_sum(directory.path(), "en") == "2");  // the stem, and the form beside it
}

TEST_CASE("a folder that is no index, or a path that is no folder, is an error in one line") {
  const TemporaryDirectory directory;
  std::ofstream{directory.path() / "file"} << "x";
  CHECK_THROWS_AS((IndexWriter{directory.path() / "file", IndexWriter::Mode::update}), Error);
  std::ofstream{directory.path() / stub_name} << "auto /etc\n";
  CHECK_THROWS_AS((IndexWriter{directory.path(), IndexWriter::Mode::update}), Error);
}

}  // namespace pantau
