// --extract-only as users meet it: what it keeps, what it rejects, how it explains itself.
#include <map>
#include <sstream>

#include <doctest/doctest.h>
#include <boost/json.hpp>

#include "tests/program.h"

namespace pantau {
namespace {

const std::string tag_page = "html/thedigitalbench.example/tag/ai.html";

using Fields = boost::json::object;

std::string text_at(const Fields& fields, std::string_view key) {
  const auto* value = fields.if_contains(key);
  return value == nullptr || value->is_null() ? "" : std::string{value->as_string()};
}

/// What the program makes of the sample's HTML and WARC files, by "file" and by "file#url".
std::map<std::string, Fields> extracted_sample() {
  std::map<std::string, Fields> found;
  std::istringstream lines{run_index({"--extract-only", "html", "warc"}).out};
  for (std::string line; std::getline(lines, line);) {
    const Fields fields = boost::json::parse(line).as_object();
    const std::string file = text_at(fields, "file"), url = text_at(fields, "url");
    found[url.empty() ? file : file + '#' + url] = fields;
    found[file] = fields;
  }
  return found;
}

void check_truth(const Fields& truth, const Fields& found) {
  for (const char* key : {"title", "date", "author", "outlet", "lang"}) {
    CAPTURE(key);
    CHECK(text_at(found, key) == text_at(truth, key));
  }
  const std::string text = text_at(found, "text");
  for (const auto& wanted : truth.at("must").as_array())
    CHECK(text.find(std::string{wanted.as_string()}) != std::string::npos);
  for (const auto& unwanted : truth.at("must_not").as_array())
    CHECK(text.find(std::string{unwanted.as_string()}) == std::string::npos);
}

}  // namespace

TEST_CASE("the sample's pages give the articles its editors wrote down") {
  const auto found = extracted_sample();
  std::istringstream lines{read_file(std::string{PANTAU_SAMPLE} + "/truth.html.jsonl")};
  std::size_t checked = 0;
  for (std::string line; std::getline(lines, line); ++checked) {
    const Fields truth = boost::json::parse(line).as_object();
    const std::string file = text_at(truth, "file");
    CAPTURE(file);
    const bool is_article = !truth.contains("article");
    REQUIRE((found.count(file) > 0) == is_article);
    if (is_article) check_truth(truth, found.at(file));
  }
  CHECK(checked == 20);
}

TEST_CASE("--keep-all keeps the pages that are no articles") {
  const Outcome strict = run_index({"--extract-only", tag_page});
  CHECK(strict.code == 0);  // every crawl has such pages: nothing went wrong
  CHECK(strict.out.empty());
  CHECK(strict.err.find("rejected (tag-page)") != std::string::npos);
  const Outcome all = run_index({"--extract-only", "--keep-all", tag_page});
  CHECK(all.code == 0);
  CHECK(all.out.find("\"title\":\"AI\"") != std::string::npos);
}

TEST_CASE("--keep-all reads again what was read without it") {
  const TemporaryDirectory directory;
  const std::string index = (directory.path() / "news.idx").string();
  CHECK(run_index({"--db", index, tag_page}).code == 0);
  CHECK(run_index({"--db", index, "--keep-all", tag_page}).err.find("indexed 1,") !=
        std::string::npos);
}

TEST_CASE("--explain tells of one page, by its file or by its URL among others") {
  const Outcome by_file = run_index({"--extract-only", "--explain", tag_page});
  CHECK(by_file.code == 0);
  CHECK(by_file.out.find("  article   no: tag-page\n") != std::string::npos);
  const std::string url = "https://marinatechreview.example/law/clearview-dutch-fine";
  const Outcome by_url = run_index({"--extract-only", "--explain", url, "warc", "jsonl"});
  CHECK(by_url.code == 0);
  CHECK(by_url.out.starts_with(url + "  (warc/sample.warc:"));
  CHECK(by_url.out.find("https://", 1) == std::string::npos);
  CHECK(run_index({"--extract-only", "--explain", "https://nowhere.example/", "warc"}).code == 1);
}

}  // namespace pantau
