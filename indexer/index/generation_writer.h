// One generation of an index, open for writing: its documents, the sums of their lengths, and what
// is remembered beside them, committed together. Throws what Xapian throws, and Error. Tested by
// tests/indexer/index_writer_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "indexer/index/index_directory.h"

namespace pantau {

/// Values by their keys in a database's metadata.
using Metadata = std::map<std::string, std::string>;

/// Owned by one thread. After an exception the object is of no more use: what was committed is on
/// the disk, and whoever wants to go on opens it again.
class GenerationWriter {
 public:
  enum class Open { existing, existing_or_new };

  /// Throws Error{index} if the generation is of another version of Pantau.
  GenerationWriter(const std::filesystem::path& index, unsigned number, Open how);

  [[nodiscard]] unsigned number() const { return number_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::uint64_t articles() const { return database_.get_doccount(); }

  /// The newest document with this unique term, or 0.
  [[nodiscard]] Xapian::docid find(const std::string& unique_term) const;
  [[nodiscard]] std::string digest_of(Xapian::docid id) const;
  [[nodiscard]] std::vector<Xapian::docid> find_all(const std::string& term) const;
  [[nodiscard]] std::vector<Xapian::docid> find_by_value(
      Xapian::valueno slot, const std::function<bool(const std::string&)>& is_wanted) const;

  /// What the last commit remembered under `key`, or "".
  [[nodiscard]] std::string metadata(const std::string& key) const;

  [[nodiscard]] std::vector<std::string> metadata_keys(std::string_view prefix) const;
  [[nodiscard]] std::string stored(Xapian::docid id) const;  ///< decode_article() reads it

  void add(const Xapian::Document& document, const std::string& language);
  void replace(Xapian::docid id, const Xapian::Document& document, const std::string& language);
  void remove(const std::vector<Xapian::docid>& ids);

  /// Makes all changes durable, and `metadata` with them.
  void commit(const Metadata& metadata = {});

  /// Drops all changes since the last commit and closes the database.
  void discard();

 private:
  void add_length(Xapian::docid id, const std::string& language);
  void subtract_length(Xapian::docid id);
  std::uint64_t& length_sum(const std::string& language);

  unsigned number_;
  std::filesystem::path path_;
  Xapian::WritableDatabase database_;
  std::map<std::string, std::uint64_t> length_sums_;  ///< by language, as metadata will say
};

/// What a generation that replaces another one takes over from it.
enum class Keep { deletions, inputs_and_deletions };

/// Opens the published generation of an index for changes, or the first one of a new index, which
/// is published at once. Throws Error{index} if it is missing or of another version.
[[nodiscard]] std::unique_ptr<GenerationWriter> open_for_update(IndexDirectory& directory);

/// Makes a new generation beside the published one, even if that is damaged or of an older version.
/// All it takes over is which articles were deleted and, if asked for, which inputs were read.
/// Throws Error{index} if it is of a newer one.
[[nodiscard]] std::unique_ptr<GenerationWriter> open_for_rebuild(IndexDirectory& directory,
                                                                 Keep keep);

/// Merges `generation` and `parts`, in this order, into the next generation, and gives that one:
/// committed with `metadata`, checked and synced, but not published. Of the documents with one of
/// `replaced_terms` only the last stays.
[[nodiscard]] std::unique_ptr<GenerationWriter> merge_into_next(
    const IndexDirectory& directory, std::unique_ptr<GenerationWriter> generation,
    std::vector<std::filesystem::path> parts, const std::vector<std::string>& replaced_terms,
    const Metadata& metadata = {});

}  // namespace pantau
