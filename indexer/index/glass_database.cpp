#include "indexer/index/glass_database.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <memory>
#include <numeric>
#include <random>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <libdeflate.h>

#include "indexer/index/generations.h"
#include "indexer/index/glass_pack.h"
#include "indexer/index/glass_table.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

/// A chunk of postings or values ends with the entry that makes it so long, as Xapian's do.
constexpr std::size_t chunk_bytes = 2'000;

/// Shorter tags are not deflated, nor looked at whether they are.
constexpr std::size_t min_deflated_bytes = 18;

/// Of articles: as small as zlib at its default makes them. Of term lists: half of the gain at a
/// quarter of the time.
constexpr int data_level = 5, terms_level = 1;

/// Raw deflate.
class Deflater {
 public:
  explicit Deflater(int level) : compressor_{libdeflate_alloc_compressor(level)} {}

  /// Adds `tag` to `table`, deflated if that is shorter.
  void add(GlassTableWriter& table, std::string_view key, std::string_view tag) {
    if (tag.size() <= min_deflated_bytes) return table.add(key, tag);
    out_.resize(std::max(out_.size(), tag.size()));
    const std::size_t size = libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                                         out_.data(), tag.size() - 1);
    if (size == 0) return table.add(key, tag);
    table.add(key, std::string_view{out_}.substr(0, size), true);
  }

 private:
  struct Free {
    void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string out_;
};

/// Entries in the order of documents, cut into chunks.
struct Chunk {
  std::uint32_t first = 0, last = 0;  ///< documents
  std::string entries;
};

/// Of pairs of document and wdf. Calls `write(chunk, is_first, is_last)`.
template <typename Entries, typename Write>
void for_each_chunk(const Entries& entries, const Write& write) {
  Chunk chunk;
  bool is_first = true;
  for (const auto& [document, wdf] : entries) {
    if (chunk.entries.size() >= chunk_bytes) {
      write(chunk, std::exchange(is_first, false), false);
      chunk.entries.clear();
    }
    if (chunk.entries.empty())
      chunk.first = document;
    else
      append_number(chunk.entries, document - chunk.last - 1);
    chunk.last = document;
    append_number(chunk.entries, wdf);
  }
  write(chunk, is_first, true);
}

class DatabaseWriter {
 public:
  DatabaseWriter(const fs::path& path, const PostingBlock& block) : path_{path}, block_{block} {
    fs::create_directory(path);
    sort_postings();
  }

  void write(const std::map<std::string, std::string>& metadata) {
    roots_ = {write_postlist(metadata), write_docdata(), write_termlist(), write_position()};
    write_version();
  }

 private:
  /// Documents in the database are numbered from 1 on.
  static std::uint32_t number(std::uint32_t document) { return document + 1; }

  /// Two counting sorts: postings by the alphabetical order of terms, which keeps those of one term
  /// in the order of documents; and these by document, which keeps those of one in that of terms.
  void sort_postings() {
    const TermTable& terms = block_.terms();
    const std::vector<Posting>& postings = block_.postings();
    sort_terms();
    std::vector<std::uint32_t> counts(terms.size());
    for (const Posting& posting : postings) ++counts[posting.term];
    std::vector<std::uint32_t> next(terms.size());
    std::uint32_t begin = 0;
    for (const std::uint32_t term : order_) {
      next[term] = begin;
      begin += counts[term];
      term_ends_.push_back(begin);
    }
    by_term_.resize(postings.size());
    for (std::uint32_t i = 0; i < postings.size(); ++i) by_term_[next[postings[i].term]++] = i;

    document_ends_.assign(block_.documents().size() + 1, 0);
    for (const Posting& posting : postings) ++document_ends_[posting.document + 1];
    std::partial_sum(document_ends_.begin(), document_ends_.end(), document_ends_.begin());
    by_document_.resize(postings.size());
    for (const std::uint32_t i : by_term_) by_document_[document_ends_[postings[i].document]++] = i;
  }

  /// By their first bytes as numbers, as far as these differ: they lie side by side.
  void sort_terms() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> starts;
    starts.reserve(block_.terms().size());
    for (std::uint32_t term = 0; term < block_.terms().size(); ++term)
      starts.emplace_back(start_of(block_.terms()[term]), term);
    std::sort(starts.begin(), starts.end(), [&](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first
                                : block_.terms()[a.second] < block_.terms()[b.second];
    });
    for (const auto& [start, term] : starts) order_.push_back(term);
  }

  static std::uint64_t start_of(std::string_view term) {
    std::uint64_t start = 0;
    for (std::size_t i = 0; i < sizeof start; ++i)
      start = start << 8U | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
    return start;
  }

  GlassRoot write_postlist(const std::map<std::string, std::string>& metadata) {
    GlassTableWriter table{path_ / "postlist.glass"};
    for (const auto& [name, value] : metadata) table.add("\0\xC0"s + name, value);
    write_values(table);
    write_lengths(table);
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      write_term(table, block_.terms()[order_[i]],
                 std::span{by_term_}.subspan(begin, term_ends_[i] - begin));
      begin = term_ends_[i];
    }
    return table.finish();
  }

  void write_term(GlassTableWriter& table, std::string_view term,
                  std::span<const std::uint32_t> postings) {
    entries_.clear();
    std::uint64_t sum = 0;
    for (const std::uint32_t i : postings) {
      const Posting& posting = block_.postings()[i];
      entries_.emplace_back(number(posting.document), posting.wdf);
      sum += posting.wdf;
      max_wdf_ = std::max(max_wdf_, posting.wdf);
    }
    for_each_chunk(entries_, [&](const Chunk& chunk, bool is_first, bool is_last) {
      key_.clear();
      append_term_key(key_, term, is_first);
      write_chunk(table, chunk, is_first, is_last, entries_.size(), sum);
    });
  }

  /// The same for the lengths of documents, as if they were the wdf of a term that all have.
  void write_lengths(GlassTableWriter& table) {
    entries_.clear();
    for (const PostingBlock::Document& document : block_.documents()) {
      const std::uint64_t length = document.length;
      entries_.emplace_back(entries_.size() + 1, length);
      length_sum_ += length;
      max_length_ = std::max(max_length_, length);
      if (length > 0) min_length_ = std::min(min_length_, length);
    }
    for_each_chunk(entries_, [&](const Chunk& chunk, bool is_first, bool is_last) {
      key_ = "\0\xE0"s;
      write_chunk(table, chunk, is_first, is_last, 0, 0);
    });
  }

  /// key_ is that of the term.
  void write_chunk(GlassTableWriter& table, const Chunk& chunk, bool is_first, bool is_last,
                   std::uint64_t documents, std::uint64_t sum) {
    tag_.clear();
    if (is_first) {
      append_number(tag_, documents);
      append_number(tag_, sum);
      append_number(tag_, chunk.first - 1);
    } else {
      append_sortable(key_, chunk.first);
    }
    tag_ += is_last ? '1' : '0';
    append_number(tag_, chunk.last - chunk.first);
    tag_ += chunk.entries;
    table.add(key_, tag_);
  }

  void write_values(GlassTableWriter& table) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> slots;
    for (std::uint32_t i = 0; i < block_.documents().size(); ++i)
      for (const auto& [slot, value] : block_.documents()[i].values) slots[slot].push_back(i);
    for (const auto& [slot, documents] : slots) write_bounds(table, slot, documents);
    for (const auto& [slot, documents] : slots) write_slot(table, slot, documents);
  }

  void write_bounds(GlassTableWriter& table, std::uint32_t slot,
                    const std::vector<std::uint32_t>& documents) {
    const auto value = [&](std::uint32_t i) -> const std::string& {
      return block_.documents()[i].values.at(slot);
    };
    const auto [least, greatest] = std::minmax_element(
        documents.begin(), documents.end(), [&](auto a, auto b) { return value(a) < value(b); });
    key_ = "\0\xD0"s;
    for (std::uint32_t left = slot; left > 0; left >>= 8U) key_ += static_cast<char>(left);
    tag_.clear();
    append_number(tag_, documents.size());
    append_number(tag_, value(*least).size());
    tag_ += value(*least);
    if (value(*greatest) != value(*least)) tag_ += value(*greatest);
    table.add(key_, tag_);
  }

  void write_slot(GlassTableWriter& table, std::uint32_t slot,
                  const std::vector<std::uint32_t>& documents) {
    Chunk chunk;
    for (const std::uint32_t i : documents) {
      const std::string& value = block_.documents()[i].values.at(slot);
      if (chunk.entries.empty())
        chunk.first = number(i);
      else
        append_number(chunk.entries, number(i) - chunk.last - 1);
      chunk.last = number(i);
      append_number(chunk.entries, value.size());
      chunk.entries += value;
      if (chunk.entries.size() < chunk_bytes && i != documents.back()) continue;
      key_ = "\0\xD8"s;
      append_number(key_, slot);
      append_sortable(key_, chunk.first);
      table.add(key_, chunk.entries);
      chunk.entries.clear();
    }
  }

  GlassRoot write_docdata() {
    GlassTableWriter table{path_ / "docdata.glass"};
    Deflater deflater{data_level};
    for (std::uint32_t i = 0; i < block_.documents().size(); ++i) {
      key_.clear();
      append_sortable(key_, number(i));
      const std::string& data = block_.documents()[i].data;
      if (!data.empty()) deflater.add(table, key_, data);
    }
    return table.finish();
  }

  GlassRoot write_termlist() {
    GlassTableWriter table{path_ / "termlist.glass"};
    Deflater deflater{terms_level};
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i < block_.documents().size(); ++i) {
      const std::uint32_t end = document_ends_[i];
      key_.clear();
      append_sortable(key_, number(i));
      make_termlist(block_.documents()[i].length,
                    std::span{by_document_}.subspan(begin, end - begin));
      deflater.add(table, key_, tag_);
      begin = end;
      tag_.clear();
      std::uint32_t next_slot = 0;
      for (const auto& [slot, value] : block_.documents()[i].values) {
        append_number(tag_, slot - next_slot);
        next_slot = slot + 1;
      }
      key_ += '\0';
      if (!tag_.empty()) deflater.add(table, key_, tag_);
    }
    return table.finish();
  }

  /// In tag_. A term's first byte is how much it shares with the one before, in one with its wdf
  /// where both fit.
  void make_termlist(std::uint64_t length, std::span<const std::uint32_t> postings) {
    tag_.clear();
    append_number(tag_, length);
    append_number(tag_, postings.size());
    std::string_view before;
    bool is_first = true;
    for (const std::uint32_t i : postings) {
      const Posting& posting = block_.postings()[i];
      const std::string_view term = block_.terms()[posting.term];
      const auto shared = static_cast<std::size_t>(
          std::mismatch(before.begin(), before.end(), term.begin(), term.end()).first -
          before.begin());
      const std::uint64_t joint = (posting.wdf + std::uint64_t{1}) * (before.size() + 1) + shared;
      const bool is_joint = !is_first && posting.wdf < 127 && joint < 256;
      if (!is_first) tag_ += static_cast<char>(is_joint ? joint : shared);
      tag_ += static_cast<char>(term.size() - shared);
      tag_ += term.substr(shared);
      if (!is_joint) append_number(tag_, posting.wdf);
      before = term;
      is_first = false;
    }
  }

  GlassRoot write_position() {
    GlassTableWriter table{path_ / "position.glass"};
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      key_.clear();
      append_term_key(key_, block_.terms()[order_[i]], false);
      const std::size_t term_size = key_.size();
      for (; begin < term_ends_[i]; ++begin) {
        const Posting& posting = block_.postings()[by_term_[begin]];
        if (posting.positions == 0) continue;
        key_.resize(term_size);
        append_sortable(key_, number(posting.document));
        table.add(key_, block_.positions_of(posting));
      }
    }
    return table.finish();
  }

  /// Magic and date of the format | 16 random bytes | revision | for each table where its root is:
  /// block, level and flags, entries, size of blocks / 2048, from which size on tags are deflated,
  /// length and bytes of what is free | counts.
  void write_version() {
    std::string out = "\x0F\x0DXapian Glass\x04\x6E"s;
    std::random_device random;
    for (int i = 0; i < 16; ++i) out += static_cast<char>(random());
    append_number(out, revision);
    for (std::size_t i = 0; i < std::size(tables); ++i)
      append_root(out, i < roots_.size() ? roots_[i] : GlassRoot{}, tables[i]);
    const std::size_t documents = block_.documents().size();
    append_number(out, documents);
    append_number(out, 0);  // numbers that no document has
    append_number(out, length_sum_ == 0 ? 0 : min_length_);
    append_number(out, max_wdf_);
    append_number(out, max_length_ - max_wdf_);
    append_number(out, 0);  // change sets
    append_number(out, length_sum_);
    append_number(out, 0);  // spellings
    std::ofstream file{path_ / "iamglass", std::ios::binary};
    file.write(out.data(), static_cast<std::streamsize>(out.size()));
    file.close();
    if (!file) fail_index(path_, "its version cannot be written");
  }

  static void append_root(std::string& out, const GlassRoot& root, std::size_t min_deflated) {
    constexpr std::uint32_t sequential = 2, without_blocks = 1;
    append_number(out, root.block);
    append_number(out, root.level << 2U | sequential | (root.blocks == 0 ? without_blocks : 0));
    append_number(out, root.entries);
    append_number(out, glass_block_size / 2048);
    append_number(out, min_deflated);
    std::string free;
    if (root.blocks > 0) {
      append_number(free, revision);
      append_number(free, root.blocks);
      free.append(4, '\0');  // no list of free blocks
    }
    append_number(out, free.size());
    out += free;
  }

  static constexpr std::uint32_t revision = 1;

  /// postlist, docdata, termlist, position, spelling, synonym: from which size on tags are deflated
  static constexpr std::size_t tables[] = {0, min_deflated_bytes, min_deflated_bytes,
                                           0, min_deflated_bytes, min_deflated_bytes};

  const fs::path& path_;
  const PostingBlock& block_;
  std::vector<std::uint32_t> order_;                      ///< terms
  std::vector<std::uint32_t> by_term_, by_document_;      ///< postings
  std::vector<std::uint32_t> term_ends_, document_ends_;  ///< in these
  std::vector<std::pair<std::uint32_t, std::uint64_t>> entries_;
  std::string key_, tag_;  ///< kept to spare allocations
  std::vector<GlassRoot> roots_;
  std::uint32_t max_wdf_ = 0;
  std::uint64_t length_sum_ = 0, max_length_ = 0;
  std::uint64_t min_length_ = std::numeric_limits<std::uint64_t>::max();
};

}  // namespace

void write_glass_database(const fs::path& path, const PostingBlock& block,
                          const std::map<std::string, std::string>& metadata) {
  DatabaseWriter{path, block}.write(metadata);
}

}  // namespace pantau
