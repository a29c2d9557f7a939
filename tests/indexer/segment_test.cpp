// What we write as a glass database is what Xapian writes of the same documents, and Xapian checks,
// reads, changes and merges it like its own.
#include "indexer/index/segment.h"

#include <cstdint>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/error.h"
#include "common/schema.h"
#include "indexer/glass/glass_database.h"
#include "indexer/glass/posting_block.h"
#include "tests/indexed_articles.h"
#include "tests/temporary_directory.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

void dump_terms(const Xapian::Database& database, std::ostream& out) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    out << *term << ": " << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ' '
        << database.get_wdf_upper_bound(*term);
    for (auto post = database.postlist_begin(*term); post != database.postlist_end(*term); ++post) {
      out << ' ' << *post << '=' << post.get_wdf() << '(';
      for (auto at = post.positionlist_begin(); at != post.positionlist_end(); ++at)
        out << *at << ',';
      out << ')';
    }
    out << '\n';
  }
}

void dump_documents(const Xapian::Database& database, std::ostream& out) {
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    out << "document " << *id << ' ' << id.get_doclength() << ' ' << database.get_unique_terms(*id);
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      out << ' ' << value.get_valueno() << '=' << *value;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      out << ' ' << *term << ':' << term.get_wdf() << '/' << term.positionlist_count();
    out << '\n' << document.get_data() << '\n';
  }
}

/// All that can be read of a database, as text.
std::string dump(const fs::path& path) {
  const Xapian::Database database{path.string()};
  std::ostringstream out;
  out << database.get_doccount() << ' ' << database.get_lastdocid() << ' '
      << database.get_total_length() << ' ' << database.get_doclength_lower_bound() << ' '
      << database.get_doclength_upper_bound() << ' ' << database.has_positions() << '\n';
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    out << *key << '=' << database.get_metadata(*key) << '\n';
  for (Xapian::valueno slot = 0; slot < 300; ++slot) {
    out << database.get_value_freq(slot) << ' ' << database.get_value_lower_bound(slot) << ' '
        << database.get_value_upper_bound(slot) << ';';
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value)
      out << value.get_docid() << '=' << *value << ' ';
  }
  dump_documents(database, out);
  dump_terms(database, out);
  return std::move(out).str();
}

/// Calls `add` with a document to fill, the same ones each time.
struct Recipe {
  const char* name;
  std::uint32_t documents, words, vocabulary, data_bytes;
};

/// Numbers that a seed alone decides.
class Draw {
 public:
  explicit Draw(std::uint32_t seed = 1) : random_{seed} {}
  std::uint32_t operator()(std::uint32_t below) {
    return static_cast<std::uint32_t>(random_()) % below;
  }
  std::string bytes(std::size_t size, char first, std::uint32_t different) {
    std::string text;
    while (text.size() < size)
      text += static_cast<char>(first + static_cast<char>((*this)(different)));
    return text;
  }

 private:
  std::mt19937 random_;
};

template <typename Document>
void fill(Document& document, const Recipe& recipe, Draw& draw, std::uint32_t number) {
  document.add_boolean_term("Q" + std::to_string(number));
  for (std::uint32_t i = 0, position = draw(50); i < recipe.words; ++i) {
    // The lower of two numbers, which makes frequent words and rare ones, as in a language.
    const std::uint32_t a = draw(recipe.vocabulary), b = draw(recipe.vocabulary);
    const std::string word = std::to_string(std::min(a, b));
    position += 1 + (draw(3) == 0 ? draw(40'000) : 0);
    const std::uint32_t wdf = draw(200) == 0 ? 1'000 : 1 + draw(5);
    document.add_posting("Z" + word, position, wdf);
    if (i % 3 == 0) document.add_term(word, 1);
    if (i % 50 == 0) document.add_posting("X" + word + std::string{"\0tail", 5}, position, 0);
  }
  for (const std::uint32_t slot : {0U, 1U, 5U, 299U})
    if (recipe.data_bytes > 0 && draw(4) > 0)
      document.add_value(slot, draw.bytes(draw(40), 'a', 26));
  document.set_data(number % 2 == 0 ? draw.bytes(recipe.data_bytes, 'a', 3)
                                    : draw.bytes(recipe.data_bytes, 0, 256));
}

void write_ours(const fs::path& path, const Recipe& recipe) {
  Draw draw;
  PostingBlock block;
  for (std::uint32_t i = 0; i < recipe.documents; ++i) {
    block.begin_document();
    fill(block, recipe, draw, i);
    block.end_document();
  }
  write_glass_database(path, block, {{"one", "1"}, {"two", std::string(5'000, 'x')}});
}

void write_xapians(const fs::path& path, const Recipe& recipe) {
  Draw draw;
  Xapian::WritableDatabase database{path.string(), Xapian::DB_CREATE};
  for (std::uint32_t i = 0; i < recipe.documents; ++i) {
    Xapian::Document document;
    fill(document, recipe, draw, i);
    database.add_document(document);
  }
  database.set_metadata("one", "1");
  database.set_metadata("two", std::string(5'000, 'x'));
  database.commit();
}

/// Deletes and replaces, but for the first and the last document.
void change(const fs::path& path) {
  Xapian::WritableDatabase database{path.string()};
  Draw draw{7};
  for (std::uint32_t i = 0; i < 200; ++i) {
    const Xapian::docid id = i * 7 % 297 + 2;
    Xapian::Document document;
    fill(document, {"", 1, 150, 2'000, 5'000}, draw, i);
    if (i % 3 == 0)
      database.delete_document("Q" + std::to_string(id));
    else
      database.replace_document(id, document);
    if (i % 20 == 0) database.commit();
  }
  database.commit();
}

constexpr Recipe recipes[] = {
    {"one small document", 1, 3, 10, 5},
    {"no data, no words", 3, 0, 1, 0},
    {"tags of many parts in a tree of several levels", 30, 40'000, 30'000, 200'000},
    {"postings in several chunks", 3'000, 20, 15, 30},
    {"document numbers of three bytes", 40'000, 1, 3, 1},
};

}  // namespace

TEST_CASE("a database we write holds what Xapian writes of the same documents") {
  for (const Recipe& recipe : recipes) {
    CAPTURE(recipe.name);
    const TemporaryDirectory directory;
    write_ours(directory.path() / "ours", recipe);
    write_xapians(directory.path() / "xapians", recipe);
    CHECK_NOTHROW(check_database(directory.path() / "ours"));
    CHECK((dump(directory.path() / "ours") == dump(directory.path() / "xapians")));
  }
}

TEST_CASE("Xapian changes a database we write") {
  const Recipe recipe = {"", 300, 100, 1'000, 3'000};
  const TemporaryDirectory directory;
  write_ours(directory.path() / "ours", recipe);
  write_xapians(directory.path() / "xapians", recipe);
  for (const char* name : {"ours", "xapians"}) change(directory.path() / name);
  CHECK_NOTHROW(check_database(directory.path() / "ours"));
  CHECK((dump(directory.path() / "ours") == dump(directory.path() / "xapians")));
}

TEST_CASE("we merge databases of both makes, old ones that were changed too, as Xapian does") {
  const TemporaryDirectory directory;
  std::vector<fs::path> ours, xapians;
  for (const Recipe& recipe :
       {Recipe{"", 300, 100, 1'000, 3'000}, Recipe{"", 50, 300, 2'000, 9'000},
        Recipe{"", 3, 0, 1, 5}, Recipe{"", 3'000, 20, 15, 30}, Recipe{"", 33'000, 1, 3, 1}}) {
    ours.push_back(directory.path() / ("ours" + std::to_string(ours.size())));
    write_ours(ours.back(), recipe);
    xapians.push_back(directory.path() / ("xapians" + std::to_string(xapians.size())));
    const bool is_large = recipe.documents > 10'000;  // for which Xapian takes long
    (is_large ? write_ours : write_xapians)(xapians.back(), recipe);
  }
  change(ours[0]);
  change(xapians[0]);
  ours.push_back(xapians[1]);
  xapians.push_back(xapians[1]);
  ours.insert(ours.begin(), directory.path() / "empty");
  xapians.insert(xapians.begin(), directory.path() / "empty");
  Xapian::WritableDatabase empty{ours.front().string(), Xapian::DB_CREATE};
  empty.set_metadata(std::string{length_sum_key_prefix} + "en", "7");
  empty.commit();
  for (const auto& paths : {ours, xapians}) {
    merge_databases(paths, directory.path() / "all");
    merge_by_xapian(paths, directory.path() / "all by Xapian");
    CHECK_NOTHROW(check_database(directory.path() / "all"));
    CHECK((dump(directory.path() / "all") == dump(directory.path() / "all by Xapian")));
    const auto size = [&](const char* name) {
      return fs::file_size(directory.path() / name / "postlist.glass");
    };
    CHECK(size("all") <= size("all by Xapian"));
    fs::remove_all(directory.path() / "all");
    fs::remove_all(directory.path() / "all by Xapian");
  }
}

TEST_CASE("what we merged is merged again, and changed by Xapian") {
  const TemporaryDirectory directory;
  const auto path = [&](const char* name) { return directory.path() / name; };
  write_ours(path("a"), {"", 300, 100, 1'000, 3'000});
  write_ours(path("b"), {"", 3'000, 20, 15, 30});
  for (const auto& [name, merge] :
       {std::pair{"ours", &merge_databases}, std::pair{"xapians", &merge_by_xapian}}) {
    merge({path("a"), path("b")}, path("once"));
    merge({path("once"), path("a")}, path(name));
    change(path(name));
    fs::remove_all(path("once"));
  }
  CHECK_NOTHROW(check_database(path("ours")));
  CHECK((dump(path("ours")) == dump(path("xapians"))));
}

TEST_CASE("a damaged database is an error of the merge, or merges to what it holds") {
  const TemporaryDirectory directory;
  const auto path = [&](const char* name) { return directory.path() / name; };
  write_ours(path("a"), {"", 100, 100, 1'000, 3'000});
  Draw draw;
  int failures = 0;
  for (const char* table :
       {"postlist.glass", "termlist.glass", "docdata.glass", "position.glass", "iamglass"}) {
    for (int i = 0; i < 20; ++i) {
      fs::remove_all(path("bad"));
      fs::copy(path("a"), path("bad"));
      std::fstream file{path("bad") / table, std::ios::in | std::ios::out | std::ios::binary};
      const auto size = static_cast<std::uint32_t>(fs::file_size(path("bad") / table));
      for (int places = 0; places < 30; ++places) {
        file.seekp(draw(size));
        file.put(static_cast<char>(draw(256)));
      }
      file.close();
      try {
        merge_databases({path("a"), path("bad")}, path("all"));
      } catch (const Error&) {
        ++failures;
      }
      fs::remove_all(path("all"));
    }
  }
  CHECK(failures > 20);
}

TEST_CASE("a segment of articles is the one Xapian would write, whatever their language") {
  std::vector<Article> articles = {
      make_article("1", "en", "Regulators' rules", "The U.S. regulators regulate regulations."),
      make_article("2", "id", "Aturan baru", "Aturan peraturan diatur, media sosial."),
      make_article("3", "zh", "", "中国发布深度合成管理规定。"), make_article("4", "en", "", ""),
      make_article("5", "xx", "Déjà vu", "naïve ﬁnance 3.5 \xF0\x9F\x98\x80")};
  articles[0].outlet = "Policy Ledger";
  articles[1].date = parse_iso_date("2024-02-29");
  const TemporaryDirectory directory;
  Analyzer analyzer;
  write_segment(directory.path() / "ours", articles, analyzer);
  write_segment_by_xapian(directory.path() / "xapians", articles, analyzer);
  CHECK(dump(directory.path() / "ours") == dump(directory.path() / "xapians"));
}

TEST_CASE(
    "a term that no key holds, and a disk that takes no more, are errors that name the database") {
  const TemporaryDirectory directory;
  PostingBlock block;
  block.begin_document();
  block.add_term(std::string(300, 'a'), 1);
  block.end_document();
  CHECK_THROWS_AS(write_glass_database(directory.path() / "long", block, {}), Error);
  CHECK_THROWS(write_glass_database(directory.path() / "not" / "there", block, {}));
}

}  // namespace pantau
