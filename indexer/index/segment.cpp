#include "indexer/index/segment.h"

#include <algorithm>
#include <cstdint>
#include <future>
#include <initializer_list>
#include <map>

#include <xapian.h>

#include "common/schema.h"
#include "indexer/glass/glass_database.h"
#include "indexer/glass/glass_merge.h"
#include "indexer/index/document_builder.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

constexpr int throwaway = Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

/// Sums of lengths are added up; of other metadata the last one holds.
std::string resolve_metadata(const std::string& name, const std::vector<std::string>& values) {
  if (!name.starts_with(length_sum_key_prefix)) return values.back();
  std::uint64_t sum = 0;
  for (const std::string& value : values) sum += std::stoull(value);
  return std::to_string(sum);
}

class Merger : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string& key, std::size_t size,
                                         const std::string tags[]) override {
    // Xapian gives the key as it is stored in its table, with two bytes before it.
    return resolve_metadata(key.substr(2), {tags, tags + size});
  }
};

bool writes_known_format() {
  return Xapian::major_version() == 1 && Xapian::minor_version() == 4;
}

/// Xapian takes a table that it failed to open for one that was never written, if a database may be
/// without it: stored articles and positions would be lost without a word.
Xapian::Database open_whole(const std::filesystem::path& path) {
  Xapian::Database database{path.string()};
  if (database.get_doccount() == 0) return database;
  // Articles of signs alone have no words, and so no positions.
  const bool has_words = database.allterms_begin("Z") != database.allterms_end("Z");
  const bool has_positions = !has_words || database.has_positions();
  if (!has_positions || database.get_document(*database.postlist_begin("")).get_data().empty())
    fail_index(path, "one of its tables could not be opened");
  return database;
}

void require_no_errors(const std::filesystem::path& database, std::size_t errors) {
  if (errors > 0) fail_index(database, "damaged; errors in its tables: " + std::to_string(errors));
}

}  // namespace

void write_segment(const std::filesystem::path& path, const std::vector<Article>& articles,
                   Analyzer& analyzer) {
  if (!writes_known_format()) return write_segment_by_xapian(path, articles, analyzer);
  PostingBlock block;
  std::map<std::string, std::uint64_t> length_sums;
  for (const Article& article : articles) {
    add_document(block, article, analyzer);
    length_sums[article.language] += block.documents().back().length;
  }
  std::map<std::string, std::string> metadata;
  for (const auto& [language, sum] : length_sums)
    metadata[std::string{length_sum_key_prefix} + language] = std::to_string(sum);
  write_glass_database(path, block, metadata);
}

void write_segment_by_xapian(const std::filesystem::path& path,
                             const std::vector<Article>& articles, Analyzer& analyzer) {
  Xapian::WritableDatabase database{path.string(),
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | throwaway};
  std::map<std::string, std::uint64_t> length_sums;
  for (const Article& article : articles) {
    const Xapian::docid id = database.add_document(make_document(article, analyzer));
    length_sums[article.language] += database.get_doclength(id);
  }
  for (const auto& [language, sum] : length_sums)
    database.set_metadata(std::string{length_sum_key_prefix} + language, std::to_string(sum));
  database.commit();
}

void merge_databases(const std::vector<std::filesystem::path>& from,
                     const std::filesystem::path& to) {
  if (writes_known_format() && std::all_of(from.begin(), from.end(), is_mergeable))
    merge_glass_databases(from, to, resolve_metadata);
  else
    merge_by_xapian(from, to);
}

void merge_by_xapian(const std::vector<std::filesystem::path>& from,
                     const std::filesystem::path& to) {
  Xapian::Database all;
  for (const auto& path : from) all.add_database(open_whole(path));
  Merger merger;
  all.compact(to.string(), 0, 0, merger);  // DB_NO_SYNC has a bit that means otherwise here
}

std::size_t max_merged() {
  // Two tables of each database are open at a time, or all six.
  constexpr std::size_t by_us = 200, by_xapian = 100;
  return writes_known_format() ? by_us : by_xapian;
}

void check_tables(const std::filesystem::path& database) {
  const auto check = [&](std::initializer_list<const char*> tables) {
    std::size_t errors = 0;
    for (const char* const table : tables)
      errors += Xapian::Database::check((database / table).string(), 0, nullptr);
    return errors;
  };
  auto others = std::async(std::launch::async, [&] {
    return check({"position.glass", "docdata.glass"});
  });
  const std::size_t errors = check({"postlist.glass", "termlist.glass"});
  require_no_errors(database, errors + others.get());
}

void check_database(const std::filesystem::path& database) {
  require_no_errors(database, Xapian::Database::check(database.string(), 0, nullptr));
}

}  // namespace pantau
