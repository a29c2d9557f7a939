#include "indexer/latest_articles.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>

#include "common/error.h"
#include "common/hash.h"
#include "indexer/render_json.h"

namespace pantau {
namespace {

[[noreturn]] void fail(const std::string& what) {
  throw Error{Error::Kind::input, "the temporary file for articles cannot be " + what + ": " +
                                      std::generic_category().message(errno)};
}

// In TMPDIR: std::tmpfile() knows /tmp only, and a large crawl may not fit there. Its name is gone
// at once, so that nothing is left behind however the run ends.
std::FILE* make_temporary_file() {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
  if (error)
    throw Error{Error::Kind::input, "no folder for temporary files: " + error.message() +
                                        "; set TMPDIR to one that you may write"};
  std::string path = (folder / "pantau-XXXXXX").string();
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0) fail("made");
  ::unlink(path.c_str());
  std::FILE* file = ::fdopen(descriptor, "w+");
  if (file == nullptr) fail("made");
  return file;
}

}  // namespace

LatestArticles::LatestArticles() : file_{make_temporary_file()} {}

Written LatestArticles::take(Article article) {
  article.canonical.clear();
  std::ostringstream out;
  render_article(article, out);
  const std::string line = out.str();
  if (std::fwrite(line.data(), 1, line.size(), file_.get()) != line.size()) fail("written");
  lines_.push_back({fnv1a(identity(article)), line.size()});
  return Written::added;
}

std::vector<bool> LatestArticles::find_replaced() const {
  std::vector<std::size_t> order(lines_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair{lines_[a].identity, a} < std::pair{lines_[b].identity, b};
  });
  std::vector<bool> replaced(lines_.size());
  for (std::size_t i = 1; i < order.size(); ++i)
    replaced[order[i - 1]] = lines_[order[i - 1]].identity == lines_[order[i]].identity;
  return replaced;
}

std::uint64_t LatestArticles::print(std::ostream& out) {
  const std::vector<bool> replaced = find_replaced();
  if (std::fflush(file_.get()) != 0) fail("written");
  std::rewind(file_.get());
  std::string line;
  std::uint64_t left_out = 0;
  for (std::size_t i = 0; i < lines_.size() && out; ++i) {
    line.resize(lines_[i].size);
    if (std::fread(line.data(), 1, line.size(), file_.get()) != line.size()) fail("read");
    if (replaced[i])
      ++left_out;
    else
      out << line;
  }
  lines_.clear();
  std::rewind(file_.get());
  return left_out;
}

}  // namespace pantau
