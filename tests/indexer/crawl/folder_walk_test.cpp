#include "indexer/crawl/folder_walk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <string>

#include "tests/temporary_directory.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

std::string walk(const fs::path& root) {
  FolderWalk walk{root};
  std::string found;
  while (auto next = walk.next()) {
    if (!found.empty()) found += ' ';
    if (auto* file = std::get_if<fs::path>(&*next))
      found += file->lexically_relative(root).string();
    else if (auto* rejected = std::get_if<Rejected>(&*next))
      found += "!" + rejected->reason;
    else
      found += "-" + std::get<Skipped>(*next).kind;
  }
  return found;
}

void make_file(const fs::path& path) {
  fs::create_directories(path.parent_path());
  std::ofstream{path} << "x";
}

}  // namespace

TEST_CASE("files come in the order of their names") {
  const TemporaryDirectory folder;
  for (const char* name : {"b", "a/z", "a/y/1", "c/1", ".hidden"}) make_file(folder.path() / name);
  CHECK(walk(folder.path()) == ".hidden a/y/1 a/z b c/1");
  CHECK(walk(folder.path() / "b") == ".");
  fs::create_directory(folder.path() / "empty");
  CHECK(walk(folder.path() / "empty").empty());
}

TEST_CASE("links are followed, and no loop is a trap") {
  const TemporaryDirectory folder;
  make_file(folder.path() / "real/a");
  fs::create_symlink("..", folder.path() / "real/up");
  fs::create_symlink("real", folder.path() / "twice");
  fs::create_symlink("real/a", folder.path() / "file");
  fs::create_symlink("self", folder.path() / "self");
  fs::create_symlink("nowhere", folder.path() / "broken");
  CHECK(walk(folder.path()) == "!unreadable file real/a !unreadable");
}

TEST_CASE("an index that lies among the files is passed over, and no input itself") {
  const TemporaryDirectory folder;
  for (const char* name :
       {"a", "news.idx/XAPIANDB", "news.idx/generation-1/iamglass", "old/iamglass", "z"})
    make_file(folder.path() / name);
  CHECK(walk(folder.path()) == "a -folder-index -folder-index z");
  CHECK(walk(folder.path() / "news.idx") == "!index");
  CHECK(walk(folder.path() / "old") == "!index");
}

TEST_CASE("what is no file is passed over, unless it was asked for") {
  const TemporaryDirectory folder;
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  CHECK(walk(folder.path()) == "-file-special");
  CHECK(walk(folder.path() / "pipe") == ".");
  CHECK(walk(folder.path() / "none") == "!unreadable");
}

}  // namespace pantau
