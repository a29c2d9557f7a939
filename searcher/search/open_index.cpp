#include "searcher/search/open_index.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "common/analyzer.h"
#include "common/error.h"
#include "common/index_location.h"
#include "common/schema.h"
#include "common/stemmer.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

/// The sum of the lengths of a language's articles.
double length_sum(const Xapian::Database& database, const std::string& code) {
  const std::string text = database.get_metadata(std::string{length_sum_key_prefix} + code);
  std::uint64_t sum = 0;
  std::from_chars(text.data(), text.data() + text.size(), sum);
  return static_cast<double>(sum);
}

/// Adds the articles of `database` to the partitions of their languages; average_length stays a
/// sum.
void add_articles(const Xapian::Database& database, std::vector<LanguagePartition>& partitions) {
  const std::string prefix{field("lang").prefix};
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    const std::string code = (*term).substr(prefix.size());
    const std::string term_prefix = term_namespace(code);
    auto partition =
        std::find_if(partitions.begin(), partitions.end(),
                     [&](const LanguagePartition& p) { return p.term_prefix == term_prefix; });
    if (partition == partitions.end())
      partition = partitions.insert(partitions.end(), {term_prefix, {}, 0, 0});
    if (std::find(partition->codes.begin(), partition->codes.end(), code) == partition->codes.end())
      partition->codes.push_back(code);
    partition->documents += term.get_termfreq();
    partition->average_length += length_sum(database, code);
  }
}

/// The partitions of all databases together.
std::vector<LanguagePartition> language_partitions(const std::vector<Xapian::Database>& databases) {
  std::vector<LanguagePartition> partitions;
  for (const Xapian::Database& database : databases) add_articles(database, partitions);
  for (LanguagePartition& partition : partitions)
    partition.average_length /= std::max(1.0, static_cast<double>(partition.documents));
  return partitions;
}

/// The current generation of the index in the folder `path`.
Xapian::Database open_index(const std::string& path) {
  std::error_code error;
  const bool is_folder = fs::is_directory(path, error);
  if (error && error != std::errc::no_such_file_or_directory) fail_reading(path, error.message());
  if (!is_folder)
    fail_reading(path, "no such index; make one with: pantau-index --db " + path + " INPUT");
  if (!current_generation(path))
    fail_reading(path,
                 "no index in this folder; make one with: pantau-index --db " + path + " INPUT");
  return Xapian::Database{path};
}

/// Throws Error{index} for an index of a version that this program cannot read; a warning for one
/// that was analysed a bit differently, else "".
std::string version_warning(const Xapian::Database& database, const std::string& path) {
  const std::string schema = database.get_metadata(std::string{schema_version_key});
  const std::string advice = "; build it anew with pantau-index --rebuild";
  const bool newer = std::atoi(schema.c_str()) > schema_version;
  if (schema != std::to_string(schema_version))
    fail_reading(path, "this index has schema " + (schema.empty() ? "(none)" : schema) +
                           " and this program reads " + std::to_string(schema_version) +
                           (newer ? "; use the newer Pantau that made it" : advice));
  const std::string analysis = database.get_metadata(std::string{analyzer_version_key});
  if (analysis == analyzer_version()) return {};
  const std::string revision = analysis.substr(0, analysis.find(' '));
  if (revision != std::to_string(analyzer_revision))
    fail_reading(path, "this index was analysed by revision " + revision +
                           " and this program searches by " + std::to_string(analyzer_revision) +
                           advice);
  return path + ": made with " + analysis + ", searched with " + analyzer_version() +
         ": some words may be missed" + advice;
}

}  // namespace

void fail_reading(const std::string& where, const std::string& what) {
  throw Error{Error::Kind::index, where + ": " + what};
}

IndexSnapshot open_indexes(const std::vector<std::string>& paths) {
  IndexSnapshot index;
  for (const std::string& path : paths) {
    const Xapian::Database& one = index.shards.emplace_back(open_index(path));
    if (std::string warning = version_warning(one, path); !warning.empty())
      index.warnings.push_back(std::move(warning));
    index.revision += one.get_uuid() + '.' + std::to_string(one.get_revision()) + ' ';
    index.all.add_database(one);
  }
  index.partitions = language_partitions(index.shards);
  return index;
}

IndexSnapshot snapshot_of(std::vector<Xapian::Database> databases) {
  IndexSnapshot index;
  index.shards = std::move(databases);
  for (const Xapian::Database& one : index.shards) index.all.add_database(one);
  index.partitions = language_partitions(index.shards);
  return index;
}

}  // namespace pantau
