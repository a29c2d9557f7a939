// How the postings of a term, and the lengths of documents, are cut into entries of a glass table;
// indexer/glass/glass_database.h has the format. Tested by tests/indexer/segment_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/glass_pack.h"
#include "indexer/glass/glass_table.h"

namespace pantau {

/// A chunk of postings or values ends with the entry that makes it so long, as Xapian's do.
inline constexpr std::size_t chunk_bytes = 2'000;

/// Writes the chunks of one term after another, each when it is known whether another one follows.
class PostingChunkWriter {
 public:
  explicit PostingChunkWriter(GlassTableWriter& table) : table_{table} {}

  /// Begins a term that `documents` have, `sum` times in all. `first_key` is that of its first
  /// chunk, `further_key` what comes before the document in those of others.
  void begin(std::string_view first_key, std::string_view further_key, std::uint64_t documents,
             std::uint64_t sum) {
    key_ = first_key;
    further_key_ = further_key;
    documents_ = documents;
    sum_ = sum;
    is_first_ = true;
  }

  /// Adds what is said of the documents from `first` to `last`, after all before: wdf of the
  /// first, and of each further one how many lie between and its wdf.
  void add(std::uint32_t first, std::uint32_t last, std::string_view entries) {
    begin_entry(first, last);
    entries_ += entries;
  }

  void add(std::uint32_t document, std::uint64_t wdf) {
    begin_entry(document, document);
    append_number(entries_, wdf);
  }

  void end() { write(true); }

 private:
  void begin_entry(std::uint32_t first, std::uint32_t last) {
    if (entries_.size() >= chunk_bytes) write(false);
    if (entries_.empty())
      first_ = first;
    else
      append_number(entries_, first - last_ - 1);
    last_ = last;
  }

  void write(bool is_last) {
    tag_.clear();
    if (is_first_) {
      append_number(tag_, documents_);
      append_number(tag_, sum_);
      append_number(tag_, first_ - 1);
    } else {
      key_ = further_key_;
      append_sortable(key_, first_);
    }
    tag_ += is_last ? '1' : '0';
    append_number(tag_, last_ - first_);
    tag_ += entries_;
    table_.add(key_, tag_);
    is_first_ = false;
    entries_.clear();
  }

  GlassTableWriter& table_;
  std::string key_, further_key_, tag_;
  std::uint64_t documents_ = 0, sum_ = 0;
  bool is_first_ = true;
  std::uint32_t first_ = 0, last_ = 0;  ///< documents of the current chunk
  std::string entries_;                 ///< its
};

}  // namespace pantau
