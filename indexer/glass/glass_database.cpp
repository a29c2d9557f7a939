#include "indexer/glass/glass_database.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <libdeflate.h>

#include "indexer/glass/glass_pack.h"
#include "indexer/glass/glass_table.h"
#include "indexer/glass/glass_version.h"
#include "indexer/glass/posting_chunk.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

/// zlib levels. At 5 articles are as small as at zlib's default; at 1 term lists have half of the
/// gain for a quarter of the time.
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

class DatabaseWriter {
 public:
  DatabaseWriter(const fs::path& path, const PostingBlock& block) : path_{path}, block_{block} {
    fs::create_directory(path);
    sort_postings();
  }

  void write(const std::map<std::string, std::string>& metadata) {
    version_.min_length = std::numeric_limits<std::uint64_t>::max();
    version_.roots = {write_postlist(metadata), write_docdata(), write_termlist(),
                      write_position()};
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
    PostingChunkWriter chunks{table};
    write_lengths(chunks);
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      write_term(chunks, block_.terms()[order_[i]],
                 std::span{by_term_}.subspan(begin, term_ends_[i] - begin));
      begin = term_ends_[i];
    }
    return table.finish();
  }

  void write_term(PostingChunkWriter& chunks, std::string_view term,
                  std::span<const std::uint32_t> postings) {
    std::uint64_t sum = 0;
    for (const std::uint32_t i : postings) {
      const std::uint64_t wdf = block_.postings()[i].wdf;
      sum += wdf;
      version_.max_wdf = std::max(version_.max_wdf, wdf);
    }
    key_.clear();
    append_term_key(key_, term, false);
    chunks.begin(std::string_view{key_}.substr(0, key_.size() - 1), key_, postings.size(), sum);
    for (const std::uint32_t i : postings)
      chunks.add(number(block_.postings()[i].document), block_.postings()[i].wdf);
    chunks.end();
  }

  /// Writes the lengths of documents as if they were the wdf of a term that all documents have.
  void write_lengths(PostingChunkWriter& chunks) {
    chunks.begin("\0\xE0"s, "\0\xE0"s, 0, 0);
    std::uint32_t document = 0;
    for (const PostingBlock::Document& one : block_.documents()) {
      const std::uint64_t length = one.length;
      chunks.add(++document, length);
      version_.length_sum += length;
      version_.max_length = std::max(version_.max_length, length);
      if (length > 0) version_.min_length = std::min(version_.min_length, length);
    }
    chunks.end();
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
    std::uint32_t first = 0, last = 0;
    tag_.clear();
    for (const std::uint32_t i : documents) {
      const std::string& value = block_.documents()[i].values.at(slot);
      if (tag_.empty())
        first = number(i);
      else
        append_number(tag_, number(i) - last - 1);
      last = number(i);
      append_number(tag_, value.size());
      tag_ += value;
      if (tag_.size() < chunk_bytes && i != documents.back()) continue;
      key_ = "\0\xD8"s;
      append_number(key_, slot);
      append_sortable(key_, first);
      table.add(key_, tag_);
      tag_.clear();
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

  void write_version() {
    version_.documents = version_.last_document = block_.documents().size();
    if (version_.length_sum == 0) version_.min_length = 0;
    write_glass_version(path_, version_);
  }

  const fs::path& path_;
  const PostingBlock& block_;
  std::vector<std::uint32_t> order_;                      ///< terms
  std::vector<std::uint32_t> by_term_, by_document_;      ///< postings
  std::vector<std::uint32_t> term_ends_, document_ends_;  ///< in these
  std::string key_, tag_;                                 ///< kept to spare allocations
  GlassVersion version_;
};

}  // namespace

void write_glass_database(const fs::path& path, const PostingBlock& block,
                          const std::map<std::string, std::string>& metadata) {
  DatabaseWriter{path, block}.write(metadata);
}

}  // namespace pantau
