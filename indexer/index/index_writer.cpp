#include "indexer/index/index_writer.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <utility>

#include <xapian.h>

#include "common/index_location.h"
#include "common/schema.h"
#include "indexer/index/disk_space.h"
#include "indexer/index/document_builder.h"
#include "indexer/index/generations.h"
#include "indexer/index/index_lock.h"
#include "indexer/index/xapian_call.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// A commit writes the blocks it changes anew: measured, at most six times the text of a batch.
constexpr std::uint64_t disk_bytes_per_text_byte = 6;

/// How much text goes in between two looks at the disk.
constexpr std::uint64_t text_between_looks = std::uint64_t{8} << 20U;

std::string length_key(const std::string& language) {
  return std::string{length_sum_key_prefix}.append(language);
}

std::string input_key(const std::string& path) {
  return label_term(input_key_prefix, path);
}

/// A newer index is for a newer program; --rebuild would throw away what that one wrote.
std::string advice_for(const std::string& schema) {
  const bool newer = std::atoi(schema.c_str()) > schema_version;
  return newer ? "; use the newer Pantau that made it" : "; build it anew with --rebuild";
}

/// Not even --rebuild replaces an index that a newer program made.
void refuse_newer(const fs::path& directory, unsigned generation) {
  const Xapian::Database database{generation_path(directory, generation).string()};
  const std::string found = database.get_metadata(std::string{schema_version_key});
  if (std::atoi(found.c_str()) > schema_version)
    fail_index(directory, "this index has schema " + found + " and this program writes " +
                              std::to_string(schema_version) + advice_for(found));
}

/// Writes the versions into a new database, refuses one of another version.
void check_versions(Xapian::WritableDatabase& database, const fs::path& where) {
  const std::string schema{schema_version_key}, analyzer{analyzer_version_key};
  if (database.get_doccount() == 0 && database.get_metadata(schema).empty()) {
    database.set_metadata(schema, std::to_string(schema_version));
    database.set_metadata(analyzer, analyzer_version());
    return;
  }
  const std::string found = database.get_metadata(schema);
  if (found != std::to_string(schema_version))
    fail_index(where, "this index has schema " + (found.empty() ? "(none)" : found) +
                          " and this program writes " + std::to_string(schema_version) +
                          advice_for(found));
  if (database.get_metadata(analyzer) != analyzer_version())
    fail_index(where, "this index was made with another analysis of words (" +
                          database.get_metadata(analyzer) + "); build it anew with --rebuild");
}

}  // namespace

struct IndexWriter::State {
  fs::path directory;
  IndexLock lock;
  Mode mode;
  CommitPolicy policy;
  unsigned generation;
  Xapian::WritableDatabase database;
  Analyzer analyzer;
  std::uint64_t written = 0;                         ///< articles handed in by this run
  std::map<std::string, std::uint64_t> length_sums;  ///< by language, as metadata will say
  std::map<std::string, InputRecord> inputs;         ///< reached since the last commit
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
    if (current && !fs::exists(generation_path(directory, *current)))
      fail_index(directory,
                 "its stub names generation-" + std::to_string(*current) +
                     ", which is missing; put it back, or remove the stub to begin anew");
    if (current) refuse_newer(directory, *current);
    if (current) remove_all_generations_but(directory, *current);
    database = Xapian::WritableDatabase{generation_path(directory, generation).string(),
                                        Xapian::DB_CREATE_OR_OPEN};
    check_versions(database, directory);
    database.commit();
    database.begin_transaction();
    if (!current) publish_generation(directory, generation);
  }

  [[nodiscard]] unsigned choose_generation() const {
    const auto current = current_generation(directory);
    return current && mode == Mode::update ? *current : next_generation(directory);
  }

  [[nodiscard]] bool batch_is_full() const {
    return documents >= policy.max_documents || text_bytes >= policy.max_text_bytes ||
           Clock::now() - batch_start >= policy.max_age;
  }

  Written replace(const Article& article) {
    ++written;
    const std::string term = unique_term(article);
    const auto known = database.postlist_begin(term);
    if (known == database.postlist_end(term)) {
      add_length(article.language, database.add_document(make_document(article, analyzer)));
      return Written::added;
    }
    const Xapian::docid id = *known;
    const Xapian::Document old = database.get_document(id);
    if (old.get_value(digest_slot) == article_digest(article)) return Written::unchanged;
    std::uint64_t& sum = length_sum(old.get_value(field("lang").slot));
    sum -= std::min<std::uint64_t>(sum, database.get_doclength(id));
    database.replace_document(id, make_document(article, analyzer));
    add_length(article.language, id);
    return Written::replaced;
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
      if (record.position.input > 0) record.digest = digest_before(path, record.position.input);
      database.set_metadata(input_key(path), encode_input(record));
    }
    database.commit_transaction();
    database.begin_transaction();
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

Written IndexWriter::write(const Article& article) {
  const Written written = translated(state_->directory, [&] { return state_->replace(article); });
  if (written == Written::unchanged) return written;
  ++state_->documents;
  state_->text_bytes += article.text.size();
  if (state_->batch_is_full()) commit();
  if (state_->is_time_to_look()) look_at_disk();
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
  translated(state_->directory, [&] { state_->commit(); });
  sync_directory(generation_path(state_->directory, state_->generation));
  state_->begin_batch();
}

void IndexWriter::finish() {
  commit();
  if (state_->mode == Mode::update || current_generation(state_->directory) == state_->generation)
    return;
  if (state_->written == 0)
    fail_index(state_->directory,
               "nothing was read to rebuild it from; the index is left as it was");
  translated(state_->directory, [&] {
    publish_generation(state_->directory, state_->generation);
    remove_all_generations_but(state_->directory, state_->generation);
  });
}

}  // namespace pantau
