#include "indexer/index/index_writer.h"

#include <algorithm>
#include <charconv>
#include <future>
#include <map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index_location.h"
#include "common/schema.h"
#include "common/url.h"
#include "indexer/index/database_version.h"
#include "indexer/index/disk_space.h"
#include "indexer/index/document_builder.h"
#include "indexer/index/generations.h"
#include "indexer/index/index_lock.h"
#include "indexer/index/segment.h"
#include "indexer/index/segment_stage.h"
#include "indexer/index/xapian_call.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// An index takes five to eight times the text of its articles.
constexpr std::uint64_t disk_bytes_per_text_byte = 8;

/// How much text goes in between two looks at the disk.
constexpr std::uint64_t text_between_looks = std::uint64_t{8} << 20U;

/// Input from which on segments pay: they take a third of the time of one writer, but a crash costs
/// all of them; below, one writer takes a second or two.
constexpr std::uint64_t segments_pay_bytes = std::uint64_t{2} << 20U;

/// A new generation is written at the cost of copying the old one: a byte of text there costs a
/// tenth of what one writer saves on a byte of input. In bytes of the index for a byte of input, by
/// what articles take there.
constexpr std::uint64_t index_bytes_per_text_byte = 6;
constexpr std::uint64_t index_bytes_per_input_byte = 8 * index_bytes_per_text_byte;

/// The same for a batch of so many articles that is asked for, and those in the index.
constexpr std::uint64_t articles_per_batch_article = 8;

/// What segments hold is merged and published when it is as much as the index, so that all merges
/// together copy everything twice; a crash costs no more than half of the work, or a few minutes of
/// it. With more, a run that is asked to end would not do so within a minute.
constexpr std::uint64_t least_publish_text_bytes = std::uint64_t{512} << 20U;

constexpr const char* stage_folder = "building";

std::string length_key(const std::string& language) {
  return std::string{length_sum_key_prefix}.append(language);
}

std::string input_key(const std::string& path) {
  return label_term(input_key_prefix, path);
}

/// A generation that this run replaced.
struct Replaced {
  unsigned generation;
  Clock::time_point when;
};

}  // namespace

struct IndexWriter::State {
  fs::path directory;
  IndexLock lock;
  Mode mode;
  CommitPolicy policy;
  unsigned generation;
  Xapian::WritableDatabase database;
  Analyzer analyzer;
  std::unique_ptr<SegmentStage> stage;      ///< if articles go through segments
  unsigned stage_jobs = 0;                  ///< its workers
  bool always_stage = false;                ///< even if it does not pay
  std::vector<Replaced> replaced;           ///< generations that somebody may still read
  std::uint64_t stage_limit = 0;            ///< text that is merged and published in one go
  std::vector<std::string> replaced_terms;  ///< unique terms of articles that lie there twice
  std::uint64_t written = 0;                ///< articles handed in by this run
  std::uint64_t committed = 0;              ///< those of them that are durable and published
  std::map<std::string, std::uint64_t> length_sums;  ///< by language, as metadata will say
  std::map<std::string, InputRecord> inputs;         ///< reached since the last commit
  ReadPart read;                                     ///< of the input at hand, at the last commit
  std::uint32_t documents = 0;                       ///< in the batch that is not committed yet
  std::uint64_t text_bytes = 0;
  std::uint64_t text_looked_at = 0;  ///< of the batch when the disk was last looked at
  Clock::time_point batch_start = Clock::now();

  State(const fs::path& path, Mode how, CommitPolicy when, std::chrono::seconds wait)
      : directory{path},
        lock{path, wait},
        mode{how},
        policy{when},
        generation{choose_generation()} {
    require_disk_space(directory, 0);
    const auto current = current_generation(directory);
    if (current) refuse_newer();
    if (current) remove_old_generations(directory, *current, policy.longest_reading);
    fs::remove_all(directory / stage_folder);
    open_generation(Xapian::DB_CREATE_OR_OPEN);
    if (!current) publish_generation(directory, generation);
  }

  /// Of an index that is built anew because it cannot be read nothing is known.
  void refuse_newer() const {
    const fs::path current = mode == Mode::update
                                 ? published_generation(directory)
                                 : generation_path(directory, *current_generation(directory));
    try {
      refuse_newer_version(Xapian::Database{current.string()}, directory);
    } catch (const Xapian::Error&) {
      if (mode == Mode::update) throw;
    }
  }

  void open_generation(int flags) {
    database = Xapian::WritableDatabase{generation_path(directory, generation).string(), flags};
    const std::string schema{schema_version_key};
    if (database.get_doccount() == 0 && database.get_metadata(schema).empty())
      write_version(database);
    require_this_version(database, directory);
    database.commit();
    database.begin_transaction();
  }

  [[nodiscard]] unsigned choose_generation() const {
    const auto current = current_generation(directory);
    return current && mode == Mode::update ? *current : next_generation(directory);
  }

  void make_stage() {
    stage = std::make_unique<SegmentStage>(directory / stage_folder, stage_jobs);
    stage_limit = std::max(least_publish_text_bytes, index_bytes() / index_bytes_per_text_byte);
  }

  /// Merging a batch into a new generation copies all that is there.
  [[nodiscard]] bool stage_pays() const {
    const std::uint64_t batch = policy.asked_documents;
    return always_stage || batch == 0 || mode == Mode::rebuild ||
           batch * articles_per_batch_article >= database.get_doccount();
  }

  /// Publishes the generation at hand, and removes those that nobody reads any more.
  void publish() {
    const auto before = current_generation(directory);
    publish_generation(directory, generation);
    const Clock::time_point now = Clock::now();
    if (before) replaced.push_back({*before, now});
    std::erase_if(replaced, [&](const Replaced& old) {
      if (now - old.when < policy.longest_reading) return false;
      std::error_code ignored;  // the next run removes what is left
      fs::remove_all(generation_path(directory, old.generation), ignored);
      return true;
    });
  }

  [[nodiscard]] bool batch_is_full() const {
    const std::uint32_t asked = policy.asked_documents;
    if (stage)
      return mode == Mode::update && (asked > 0 ? documents >= asked : text_bytes >= stage_limit);
    return documents >= (asked > 0 ? asked : policy.max_documents) ||
           text_bytes >= policy.max_text_bytes || Clock::now() - batch_start >= policy.max_age;
  }

  Written replace(Article&& article) {
    ++written;
    const std::string term = unique_term(article);
    const std::string digest = article_digest(article);
    if (stage) return stage_article(std::move(article), term, digest);
    const Xapian::docid id = find(term);
    if (id == 0) {
      add_length(article.language, database.add_document(make_document(article, analyzer)));
      return Written::added;
    }
    if (database.get_document(id).get_value(digest_slot) == digest) return Written::unchanged;
    subtract_length(id);
    database.replace_document(id, make_document(article, analyzer));
    add_length(article.language, id);
    return Written::replaced;
  }

  Written stage_article(Article&& article, const std::string& term, const std::string& digest) {
    std::optional<std::string> known = stage->digest_of(term);
    if (!known)
      if (const Xapian::docid id = find(term); id != 0)
        known = database.get_document(id).get_value(digest_slot);
    if (known == digest) return Written::unchanged;
    if (known) replaced_terms.push_back(term);
    stage->add(std::move(article), term, digest);
    return known ? Written::replaced : Written::added;
  }

  /// The newest article with this unique term, or 0.
  [[nodiscard]] Xapian::docid find(const std::string& term) const {
    const auto found = database.postlist_begin(term);
    return found == database.postlist_end(term) ? 0 : *found;
  }

  void subtract_length(Xapian::docid id) {
    std::uint64_t& sum = length_sum(database.get_document(id).get_value(field("lang").slot));
    sum -= std::min<std::uint64_t>(sum, database.get_doclength(id));
  }

  void add_length(const std::string& language, Xapian::docid id) {
    length_sum(language) += database.get_doclength(id);
  }

  /// Of a language, as the last commit left it and this batch changed it.
  std::uint64_t& length_sum(const std::string& language) {
    const auto [sum, is_new] = length_sums.try_emplace(language, 0);
    if (is_new) {
      const std::string known = database.get_metadata(length_key(language));
      std::from_chars(known.data(), known.data() + known.size(), sum->second);
    }
    return sum->second;
  }

  [[nodiscard]] bool is_time_to_look() const {
    return text_bytes >= text_looked_at + text_between_looks;
  }

  void look_at_disk() {
    text_looked_at = text_bytes;
    require_disk_space(directory, disk_bytes_per_text_byte * text_bytes);
  }

  void commit() {
    for (const auto& [language, sum] : length_sums)
      database.set_metadata(length_key(language), std::to_string(sum));
    for (auto& [path, record] : inputs) {
      if (record.position.input > 0) {
        const ReadPart part = read_part(path, record.position.input, read);
        record.digest = part.digest;
        if (!record.finished) read = part;
      }
      database.set_metadata(input_key(path), encode_input(record));
    }
    database.commit_transaction();
    database.begin_transaction();
  }

  void merge_stage() {
    require_disk_space(directory, index_bytes() + disk_bytes_per_text_byte * stage->text_bytes());
    write_generation(stage->finish());
    stage.reset();
  }

  /// Merges the generation at hand and `parts` into the next one, and goes on with that.
  void write_generation(std::vector<fs::path> parts) {
    parts.insert(parts.begin(), generation_path(directory, generation));
    const unsigned next = next_generation(directory);
    merge_databases(parts, generation_path(directory, next));
    database.cancel_transaction();
    database.close();
    generation = next;
    length_sums.clear();
    open_generation(Xapian::DB_OPEN);
    remove_replaced();
    commit();
    check_while_syncing();
  }

  /// What is being checked is not written any more: the disk can have it meanwhile.
  void check_while_syncing() const {
    const fs::path path = generation_path(directory, generation);
    auto synced = std::async(std::launch::async, [&] { sync_tree(path); });
    check_tables(path);
    synced.get();
  }

  void merge(const std::vector<fs::path>& others) {
    std::vector<fs::path> parts;
    std::uint64_t bytes = 0;
    const std::string prefix{field("id").prefix};
    for (const fs::path& other : others) {
      parts.push_back(published_generation(other));
      const Xapian::Database articles{parts.back().string()};
      require_this_version(articles, other);
      bytes += bytes_of(parts.back());
      for (auto term = articles.allterms_begin(prefix); term != articles.allterms_end(prefix);
           ++term)
        replaced_terms.push_back(*term);
    }
    require_disk_space(directory, index_bytes() + bytes);
    write_generation(std::move(parts));
  }

  std::uint64_t remove(const std::vector<Xapian::docid>& ids) {
    for (const Xapian::docid id : ids) {
      subtract_length(id);
      database.delete_document(id);
    }
    documents += static_cast<std::uint32_t>(ids.size());
    return ids.size();
  }

  /// Articles whose value in `slot` is wanted.
  template <typename IsWanted>
  [[nodiscard]] std::vector<Xapian::docid> find_by_value(Xapian::valueno slot,
                                                         const IsWanted& is_wanted) const {
    std::vector<Xapian::docid> ids;
    for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot);
         ++value)
      if (is_wanted(*value)) ids.push_back(value.get_docid());
    return ids;
  }

  /// Of articles that were written again all but the last.
  void remove_replaced() {
    for (const std::string& term : std::exchange(replaced_terms, {})) {
      std::vector<Xapian::docid> ids{database.postlist_begin(term), database.postlist_end(term)};
      if (!ids.empty()) ids.pop_back();
      remove(ids);
    }
  }

  [[nodiscard]] std::uint64_t index_bytes() const {
    return bytes_of(generation_path(directory, generation));
  }

  void begin_batch() {
    inputs.clear();
    documents = 0;
    text_bytes = text_looked_at = 0;
    batch_start = Clock::now();
  }
};

IndexWriter::IndexWriter(const fs::path& directory, Mode mode, CommitPolicy policy,
                         std::chrono::seconds wait) {
  make_index_directory(directory);
  state_ =
      translated(directory, [&] { return std::make_unique<State>(directory, mode, policy, wait); });
}

IndexWriter::~IndexWriter() = default;

void IndexWriter::expect(std::uint64_t input_bytes, unsigned jobs) {
  const std::uint64_t index_bytes =
      translated(state_->directory, [&] { return state_->index_bytes(); });
  if (input_bytes < segments_pay_bytes || input_bytes * index_bytes_per_input_byte < index_bytes)
    return;
  state_->stage_jobs = jobs;
  translated(state_->directory, [&] {
    if (state_->stage_pays()) state_->make_stage();
  });
}

void IndexWriter::use_segments(unsigned jobs) {
  state_->stage_jobs = jobs;
  state_->always_stage = true;
  translated(state_->directory, [&] { state_->make_stage(); });
}

Written IndexWriter::write(Article article) {
  const std::size_t size = article.text.size();
  const Written written =
      translated(state_->directory, [&] { return state_->replace(std::move(article)); });
  if (written == Written::unchanged) return written;
  ++state_->documents;
  state_->text_bytes += size;
  if (state_->is_time_to_look()) look_at_disk();
  if (state_->batch_is_full()) commit();
  return written;
}

// What is in the batch still fits, or the look before would have ended the run.
void IndexWriter::look_at_disk() {
  try {
    state_->look_at_disk();
  } catch (const Error&) {
    commit();
    throw;
  }
}

std::optional<InputRecord> IndexWriter::input(const std::string& path) const {
  return translated(state_->directory,
                    [&] { return decode_input(state_->database.get_metadata(input_key(path))); });
}

void IndexWriter::reached(const std::string& path, const InputRecord& record) {
  state_->inputs[path] = record;
}

void IndexWriter::commit() {
  if (state_->documents == 0 && state_->inputs.empty()) return;
  const bool staged = state_->stage && state_->documents > 0;
  translated(state_->directory, [&] { staged ? state_->merge_stage() : state_->commit(); });
  sync_directory(generation_path(state_->directory, state_->generation));
  if (staged && state_->mode == Mode::update) publish();
  if (current_generation(state_->directory) == state_->generation)
    state_->committed = state_->written;
  state_->begin_batch();
  translated(state_->directory, [&] {
    if (staged && state_->stage_pays()) state_->make_stage();
  });
}

std::uint64_t IndexWriter::committed() const {
  return state_->committed;
}

std::uint64_t IndexWriter::remove_url(const std::string& url) {
  return translated(state_->directory, [&] {
    const std::string term = label_term(field("url").prefix, canonical_url(url));
    return state_->remove(
        {state_->database.postlist_begin(term), state_->database.postlist_end(term)});
  });
}

std::uint64_t IndexWriter::remove_outlet(const std::string& name) {
  return translated(state_->directory, [&] {
    return state_->remove(state_->find_by_value(
        field("outlet").slot, [&](const std::string& value) { return value == name; }));
  });
}

std::uint64_t IndexWriter::remove_before(Date day) {
  return translated(state_->directory, [&] {
    return state_->remove(state_->find_by_value(
        field("date").slot,
        [end = to_compact(day)](const std::string& value) { return value < end; }));
  });
}

void IndexWriter::merge(const std::vector<fs::path>& others) {
  translated(state_->directory, [&] { state_->merge(others); });
  publish();
}

void IndexWriter::publish() {
  translated(state_->directory, [&] { state_->publish(); });
}

void IndexWriter::finish() {
  commit();
  if (current_generation(state_->directory) == state_->generation) return;
  if (state_->written == 0)
    fail_index(state_->directory,
               "nothing was read to rebuild it from; the index is left as it was");
  publish();
  state_->committed = state_->written;
}

}  // namespace pantau
