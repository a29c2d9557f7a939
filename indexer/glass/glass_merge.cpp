#include "indexer/glass/glass_merge.h"

#include <algorithm>
#include <deque>
#include <future>
#include <limits>
#include <queue>
#include <string_view>
#include <utility>

#include "indexer/glass/glass_pack.h"
#include "indexer/glass/glass_table.h"
#include "indexer/glass/glass_table_reader.h"
#include "indexer/glass/glass_version.h"
#include "indexer/glass/posting_chunk.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

/// A database being merged.
struct Part {
  fs::path path;
  GlassVersion version;
  std::uint32_t before = 0;  ///< what is added to the numbers of its documents
};

/// How many bytes of a key entries of several databases have in common: all but the document. That
/// of the first entry of postings is a term alone.
using CommonSize = std::size_t (*)(std::string_view key);

std::size_t term_size(std::string_view key) {
  for (std::size_t zero = key.find('\0'); zero != std::string_view::npos;
       zero = key.find('\0', zero + 2))
    if (zero + 1 == key.size() || key[zero + 1] != '\xFF') return zero;
  return key.size();
}

/// Kinds of entries of a postlist, by the second byte of their keys after a zero.
constexpr char metadata_kind = '\xC0', bounds_kind = '\xD0', values_kind = '\xD8',
               lengths_kind = '\xE0', term_kind = '\0';

char kind_of(std::string_view key) {
  return key.size() < 2 || key[0] != '\0' || key[1] == '\xFF' ? term_kind : key[1];
}

std::size_t postlist_common_size(std::string_view key) {
  switch (kind_of(key)) {
    case lengths_kind:
      return 2;
    case values_kind: {
      std::string_view slot = key.substr(2);
      std::uint64_t ignored = 0;
      return take_number(slot, ignored) ? key.size() - slot.size() : key.size();
    }
    case term_kind:
      return term_size(key);
    default:
      return key.size();
  }
}

/// The entries of one table in one database, in groups with the same start of the key.
class Source {
 public:
  Source(const Part& part, GlassTable table, CommonSize common_size)
      : before_{part.before},
        common_size_{common_size},
        reader_{glass_table_path(part.path, table), part.version.root(table)} {
    next();
  }

  [[nodiscard]] bool is_at_end() const { return is_at_end_; }
  [[nodiscard]] const std::string& group() const { return group_; }
  [[nodiscard]] std::string_view tag() const { return reader_.tag(); }
  [[nodiscard]] bool is_deflated() const { return reader_.is_deflated(); }
  /// The part of the current key that follows the group.
  [[nodiscard]] std::string_view rest() const { return reader_.key().substr(group_.size()); }
  [[nodiscard]] std::uint32_t before() const { return before_; }
  [[noreturn]] void fail_damaged() const { reader_.fail_damaged(); }

  /// Goes to the next entry; false if it belongs to another group.
  bool next() {
    if (!reader_.next()) {
      is_at_end_ = true;
      return false;
    }
    const std::string_view common = reader_.key().substr(0, common_size_(reader_.key()));
    if (common == group_) return true;
    group_ = common;
    return false;
  }

  /// The number of a document, taken from the start of `in`, in the merged database.
  std::uint32_t take_document(std::string_view& in) const {
    std::uint32_t number = 0;
    if (!take_sortable(in, number)) fail_damaged();
    return number + before_;
  }

 private:
  std::uint32_t before_;
  CommonSize common_size_;
  GlassTableReader reader_;
  std::string group_;
  bool is_at_end_ = false;
};

/// Calls `merge(sources)` for each group in the order of keys, with those that have it; it takes
/// all entries of the group from each.
template <typename Merge>
void for_each_group(std::deque<Source>& sources, const Merge& merge) {
  const auto is_later = [&](std::size_t a, std::size_t b) {
    const int order = sources[a].group().compare(sources[b].group());
    return order != 0 ? order > 0 : a > b;
  };
  std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(is_later)> queue{is_later};
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (!sources[i].is_at_end()) queue.push(i);
  std::vector<std::size_t> numbers;
  std::vector<Source*> members;
  while (!queue.empty()) {
    numbers.clear();
    members.clear();
    do {
      numbers.push_back(queue.top());
      members.push_back(&sources[queue.top()]);
      queue.pop();
    } while (!queue.empty() && sources[queue.top()].group() == members.front()->group());
    merge(std::as_const(members));
    for (const std::size_t i : numbers)
      if (!sources[i].is_at_end()) queue.push(i);
  }
}

/// Writes one table of the merged database.
class TableMerge {
 public:
  TableMerge(const std::vector<Part>& parts, const fs::path& to, GlassTable table,
             CommonSize common_size)
      : out_{glass_table_path(to, table)} {
    for (const Part& part : parts) sources_.emplace_back(part, table, common_size);
  }

  /// Entries that stay as they are, but for the number of the document in their keys.
  GlassRoot renumber() {
    for_each_group(sources_, [&](const std::vector<Source*>& members) {
      for (Source* const source : members) copy_group(*source);
    });
    return out_.finish();
  }

  GlassRoot merge_postlists(const ResolveMetadata& resolve) {
    for_each_group(sources_, [&](const std::vector<Source*>& members) {
      switch (kind_of(members.front()->group())) {
        case metadata_kind:
          return merge_metadata(members, resolve);
        case bounds_kind:
          return merge_bounds(members);
        case values_kind:
          for (Source* const source : members) copy_group(*source);
          return;
        default:
          return merge_postings(members);
      }
    });
    return out_.finish();
  }

 private:
  void copy_group(Source& source) {
    key_ = source.group();
    const bool is_word = !key_.empty() && kind_of(key_) == term_kind;
    if (is_word) key_ += '\0';  // which parts a term from the document
    const std::size_t common = key_.size();
    do {
      std::string_view rest = source.rest();
      if (is_word && !rest.empty()) rest.remove_prefix(1);
      key_.resize(common);
      append_sortable(key_, source.take_document(rest));
      key_ += rest;
      out_.add(key_, source.tag(), source.is_deflated());
    } while (source.next());
  }

  void merge_metadata(const std::vector<Source*>& members, const ResolveMetadata& resolve) {
    key_ = members.front()->group();
    std::vector<std::string> values;
    for (Source* const source : members) {
      values.emplace_back(source->tag());
      source->next();
    }
    out_.add(key_, values.size() == 1 ? values.front() : resolve(key_.substr(2), values));
  }

  /// How many values a slot has, the least, and the greatest if it is another.
  void merge_bounds(const std::vector<Source*>& members) {
    key_ = members.front()->group();
    std::uint64_t count = 0;
    std::string least, greatest;
    for (Source* const source : members) {
      std::string_view tag = source->tag();
      std::uint64_t values = 0, size = 0;
      if (!take_number(tag, values) || !take_number(tag, size) || size > tag.size())
        source->fail_damaged();
      const std::string_view low = tag.substr(0, size);
      const std::string_view high = size == tag.size() ? low : tag.substr(size);
      if (count == 0 || low < least) least = low;
      if (count == 0 || high > greatest) greatest = high;
      count += values;
      source->next();
    }
    tag_.clear();
    append_number(tag_, count);
    append_number(tag_, least.size());
    tag_ += least;
    if (greatest != least) tag_ += greatest;
    out_.add(key_, tag_);
  }

  /// Takes the counts off a term's first chunk: its documents, and the sum of their wdf.
  static std::pair<std::uint64_t, std::uint64_t> take_counts(const Source& source,
                                                             std::string_view& tag) {
    std::pair<std::uint64_t, std::uint64_t> counts;
    tag = source.tag();
    if (!source.rest().empty() || !take_number(tag, counts.first) ||
        !take_number(tag, counts.second))
      source.fail_damaged();
    return counts;
  }

  void merge_postings(const std::vector<Source*>& members) {
    const std::string group = members.front()->group();
    std::uint64_t documents = 0, sum = 0;
    std::string_view tag;
    for (const Source* const source : members) {
      const auto [some, part] = take_counts(*source, tag);
      documents += some;
      sum += part;
    }
    const bool is_word = kind_of(group) == term_kind;
    chunks_.begin(group, is_word ? group + '\0' : group, documents, sum);
    for (Source* const source : members) {
      take_counts(*source, tag);
      std::uint64_t before_first = 0;
      if (!take_number(tag, before_first)) source->fail_damaged();
      add_chunk(*source, static_cast<std::uint32_t>(before_first) + 1 + source->before(), tag);
      while (source->next()) {
        std::string_view rest = source->rest();
        if (is_word && !rest.empty()) rest.remove_prefix(1);
        const std::uint32_t first = source->take_document(rest);
        add_chunk(*source, first, source->tag());
      }
    }
    chunks_.end();
  }

  void add_chunk(const Source& source, std::uint32_t first, std::string_view tag) {
    std::uint64_t more = 0;
    if (tag.empty()) source.fail_damaged();
    tag.remove_prefix(1);  // whether it is the last one
    if (!take_number(tag, more) || tag.empty()) source.fail_damaged();
    chunks_.add(first, first + static_cast<std::uint32_t>(more), tag);
  }

  std::deque<Source> sources_;
  GlassTableWriter out_;
  PostingChunkWriter chunks_{out_};
  std::string key_, tag_;  ///< kept to spare allocations
};

/// Every key of the table begins with a document.
std::size_t nothing_common(std::string_view /*key*/) {
  return 0;
}

void add_counts(GlassVersion& all, const GlassVersion& part) {
  all.documents += part.documents;
  all.last_document += part.last_document;
  all.length_sum += part.length_sum;
  all.max_length = std::max(all.max_length, part.max_length);
  all.max_wdf = std::max(all.max_wdf, part.max_wdf);
  if (part.min_length > 0 && (all.min_length == 0 || part.min_length < all.min_length))
    all.min_length = part.min_length;
}

}  // namespace

bool is_mergeable(const fs::path& database) {
  const GlassVersion version = read_glass_version(database);
  return version.root(GlassTable::spelling).entries == 0 &&
         version.root(GlassTable::synonym).entries == 0;
}

void merge_glass_databases(const std::vector<fs::path>& from, const fs::path& to,
                           const ResolveMetadata& resolve) {
  std::vector<Part> parts;
  GlassVersion all;
  for (const fs::path& path : from) {
    parts.push_back(
        {path, read_glass_version(path), static_cast<std::uint32_t>(all.last_document)});
    add_counts(all, parts.back().version);
    if (all.last_document > std::numeric_limits<std::uint32_t>::max())
      fail_index(to, "more articles than a database can number");
  }
  fs::create_directory(to);
  // Positions are half of all, and the rest takes as long.
  const auto positions = [&] {
    return TableMerge{parts, to, GlassTable::position, term_size}.renumber();
  };
  std::future<GlassRoot> position = std::async(std::launch::async, positions);
  const auto by_document = [&](GlassTable table) {
    return TableMerge{parts, to, table, nothing_common}.renumber();
  };
  const GlassRoot postlist =
      TableMerge{parts, to, GlassTable::postlist, postlist_common_size}.merge_postlists(resolve);
  const GlassRoot docdata = by_document(GlassTable::docdata);
  const GlassRoot termlist = by_document(GlassTable::termlist);
  all.roots = {postlist, docdata, termlist, position.get()};
  write_glass_version(to, all);
}

}  // namespace pantau
