#include "indexer/index/generation_writer.h"

#include <algorithm>
#include <charconv>
#include <future>
#include <utility>

#include "common/index_location.h"
#include "common/schema.h"
#include "indexer/index/commit_barrier.h"
#include "indexer/index/database_version.h"
#include "indexer/index/deletions.h"
#include "indexer/index/disk_space.h"
#include "indexer/index/segment.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using Open = GenerationWriter::Open;

std::string length_key(const std::string& language) {
  return std::string{length_sum_key_prefix}.append(language);
}

std::unique_ptr<GenerationWriter> open_generation(IndexDirectory& directory, unsigned number) {
  const bool is_first = !directory.published();
  directory.remove_leftovers();
  auto generation =
      std::make_unique<GenerationWriter>(directory.path(), number, Open::existing_or_new);
  if (is_first) directory.publish(number);
  return generation;
}

/// What is being checked is not written any more: the disk can have it meanwhile.
void check_while_syncing(const fs::path& database) {
  auto synced = std::async(std::launch::async, [&] { sync_tree(database); });
  check_tables(database);
  synced.get();
}

}  // namespace

GenerationWriter::GenerationWriter(const fs::path& index, unsigned number, Open how)
    : number_{number},
      path_{generation_path(index, number)},
      database_{path_.string(),
                how == Open::existing ? Xapian::DB_OPEN : Xapian::DB_CREATE_OR_OPEN} {
  const std::string schema{schema_version_key};
  if (database_.get_doccount() == 0 && database_.get_metadata(schema).empty())
    write_version(database_);
  require_this_version(database_, index);
  database_.commit();
  database_.begin_transaction();
}

Xapian::docid GenerationWriter::find(const std::string& unique_term) const {
  const auto found = database_.postlist_begin(unique_term);
  return found == database_.postlist_end(unique_term) ? 0 : *found;
}

std::string GenerationWriter::digest_of(Xapian::docid id) const {
  return database_.get_document(id).get_value(digest_slot);
}

std::vector<Xapian::docid> GenerationWriter::find_all(const std::string& term) const {
  return {database_.postlist_begin(term), database_.postlist_end(term)};
}

std::vector<Xapian::docid> GenerationWriter::find_by_value(
    Xapian::valueno slot, const std::function<bool(const std::string&)>& is_wanted) const {
  std::vector<Xapian::docid> ids;
  for (auto value = database_.valuestream_begin(slot); value != database_.valuestream_end(slot);
       ++value)
    if (is_wanted(*value)) ids.push_back(value.get_docid());
  return ids;
}

std::string GenerationWriter::metadata(const std::string& key) const {
  return database_.get_metadata(key);
}

std::vector<std::string> GenerationWriter::metadata_keys(std::string_view prefix) const {
  const std::string start{prefix};
  return {database_.metadata_keys_begin(start), database_.metadata_keys_end(start)};
}

std::string GenerationWriter::stored(Xapian::docid id) const {
  return database_.get_document(id).get_data();
}

void GenerationWriter::add(const Xapian::Document& document, const std::string& language) {
  add_length(database_.add_document(document), language);
}

void GenerationWriter::replace(Xapian::docid id, const Xapian::Document& document,
                               const std::string& language) {
  subtract_length(id);
  database_.replace_document(id, document);
  add_length(id, language);
}

void GenerationWriter::remove(const std::vector<Xapian::docid>& ids) {
  for (const Xapian::docid id : ids) {
    subtract_length(id);
    database_.delete_document(id);
  }
}

void GenerationWriter::add_length(Xapian::docid id, const std::string& language) {
  length_sum(language) += database_.get_doclength(id);
}

void GenerationWriter::subtract_length(Xapian::docid id) {
  std::uint64_t& sum = length_sum(database_.get_document(id).get_value(field("lang").slot));
  sum -= std::min<std::uint64_t>(sum, database_.get_doclength(id));
}

/// The sum for one language, as the last commit left it and later changes made it.
std::uint64_t& GenerationWriter::length_sum(const std::string& language) {
  const auto [sum, is_new] = length_sums_.try_emplace(language, 0);
  if (is_new) {
    const std::string known = database_.get_metadata(length_key(language));
    std::from_chars(known.data(), known.data() + known.size(), sum->second);
  }
  return sum->second;
}

void GenerationWriter::commit(const Metadata& metadata) {
  for (const auto& [language, sum] : length_sums_)
    database_.set_metadata(length_key(language), std::to_string(sum));
  for (const auto& [key, value] : metadata) database_.set_metadata(key, value);
  const CommitBarrier barrier{path_.parent_path(), CommitBarrier::Side::committing};
  database_.commit_transaction();
  database_.begin_transaction();
  sync_directory(path_);
}

void GenerationWriter::discard() {
  database_.cancel_transaction();
  database_.close();
}

std::unique_ptr<GenerationWriter> open_for_update(IndexDirectory& directory) {
  require_disk_space(directory.path(), 0);
  const auto current = directory.published();
  if (!current) return open_generation(directory, next_generation(directory.path()));
  const fs::path path = published_generation(directory.path());
  refuse_newer_version(Xapian::Database{path.string()}, directory.path());
  return open_generation(directory, *current);
}

std::unique_ptr<GenerationWriter> open_for_rebuild(IndexDirectory& directory, Keep keep) {
  require_disk_space(directory.path(), 0);
  Metadata kept;
  if (const auto current = directory.published()) {
    try {
      const Xapian::Database before{generation_path(directory.path(), *current).string()};
      refuse_newer_version(before, directory.path());
      kept = metadata_of(before, deletion_key_prefix);
      if (keep == Keep::inputs_and_deletions) kept.merge(metadata_of(before, input_key_prefix));
    } catch (const Xapian::Error&) {
      // Nothing is known of an index that is built again because it cannot be read.
    }
  }
  auto generation = open_generation(directory, next_generation(directory.path()));
  if (!kept.empty()) generation->commit(kept);
  return generation;
}

std::unique_ptr<GenerationWriter> merge_into_next(const IndexDirectory& directory,
                                                  std::unique_ptr<GenerationWriter> generation,
                                                  std::vector<fs::path> parts,
                                                  const std::vector<std::string>& replaced_terms,
                                                  const Metadata& metadata) {
  parts.insert(parts.begin(), generation->path());
  const unsigned number = next_generation(directory.path());
  merge_databases(parts, generation_path(directory.path(), number));
  generation->discard();
  auto next = std::make_unique<GenerationWriter>(directory.path(), number, Open::existing);
  for (const std::string& term : replaced_terms) {
    std::vector<Xapian::docid> ids = next->find_all(term);
    if (!ids.empty()) ids.pop_back();
    next->remove(ids);
  }
  next->commit(metadata);
  check_while_syncing(next->path());
  return next;
}

}  // namespace pantau
