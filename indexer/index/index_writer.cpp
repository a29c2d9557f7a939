#include "indexer/index/index_writer.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <map>
#include <optional>
#include <string>

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include "common/error.h"
#include "common/index_location.h"
#include "common/schema.h"
#include "indexer/index/document_builder.h"
#include "indexer/index/index_lock.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const fs::path& where, const std::string& what) {
  throw Error{Error::Kind::index, where.string() + ": " + what};
}

/// Runs `work`, with Xapian's exceptions as ours. The only place that translates them for writing.
template <typename Work>
auto translated(const fs::path& where, const Work& work) {
  try {
    return work();
  } catch (const Xapian::DatabaseLockError&) {
    throw Error{Error::Kind::locked, where.string() + ": another process writes to this database"};
  } catch (const fs::filesystem_error& error) {
    fail(where, std::string{"cannot be changed: "} + error.code().message());
  } catch (const Xapian::Error& error) {
    fail(where, "the index cannot be written: " + error.get_msg() +
                    "; free the cause and run again; an index that is damaged has to be built anew "
                    "with --rebuild");
  }
}

/// A rename or a new file is durable only when its directory is synced as well; Xapian never does
/// it.
void sync_directory(const fs::path& directory) {
  const int descriptor = open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail(directory, std::string{"cannot open: "} + std::strerror(errno));
  const int failed = fsync(descriptor) != 0 ? errno : 0;
  close(descriptor);
  if (failed != 0) fail(directory, std::string{"cannot sync: "} + std::strerror(failed));
}

/// Points the stub at `generation`: written beside, synced, renamed over the old one.
void publish(const fs::path& directory, unsigned generation) {
  const fs::path next = directory / (std::string{stub_name} + ".new");
  const std::string line = "auto " + (generation_prefix + std::to_string(generation)) + '\n';
  const int descriptor = open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) fail(next, std::string{"cannot write: "} + std::strerror(errno));
  const bool written =
      ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
      fsync(descriptor) == 0;
  const int reason = errno;
  close(descriptor);
  if (!written) fail(next, std::string{"cannot write: "} + std::strerror(reason));
  fs::rename(next, directory / stub_name);
  sync_directory(directory);
}

std::string length_key(const std::string& language) {
  return std::string{length_sum_key_prefix}.append(language);
}

/// The number of a generation's folder, or empty for any other name.
std::optional<unsigned> generation_number(const std::string& name) {
  const std::string_view prefix = generation_prefix;
  if (!name.starts_with(prefix)) return {};
  unsigned number = 0;
  const char* const last = name.data() + name.size();
  const auto [end, error] = std::from_chars(name.data() + prefix.size(), last, number);
  return error == std::errc{} && end == last ? std::optional{number} : std::nullopt;
}

/// Generations that no stub names: left by a run that was stopped, or replaced by a rebuild.
void remove_all_generations_but(const fs::path& directory, unsigned kept) {
  for (const auto& entry : fs::directory_iterator{directory}) {
    const auto number = generation_number(entry.path().filename().string());
    if (number && *number != kept) fs::remove_all(entry.path());
  }
}

/// One more than any generation in `directory`, named by a stub or not: nothing is written over.
unsigned next_generation(const fs::path& directory) {
  unsigned next = 1;
  for (const auto& entry : fs::directory_iterator{directory})
    if (const auto number = generation_number(entry.path().filename().string()))
      next = std::max(next, *number + 1);
  return next;
}

void prepare(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) fail(directory, "cannot make this folder: " + error.message());
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
    fail(directory, "this index has schema " + found + " and this program writes " +
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
    fail(where, "this index has schema " + (found.empty() ? "(none)" : found) +
                    " and this program writes " + std::to_string(schema_version) +
                    advice_for(found));
  if (database.get_metadata(analyzer) != analyzer_version())
    fail(where, "this index was made with another analysis of words (" +
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
  std::uint32_t documents = 0;                       ///< in the batch that is not committed yet
  std::uint64_t text_bytes = 0;
  Clock::time_point batch_start = Clock::now();

  State(const fs::path& path, Mode how, CommitPolicy when)
      : directory{path}, lock{path}, mode{how}, policy{when}, generation{choose_generation()} {
    const auto current = current_generation(directory);
    if (current && !fs::exists(generation_path(directory, *current)))
      fail(directory, "its stub names generation-" + std::to_string(*current) +
                          ", which is missing; put it back, or remove the stub to begin anew");
    if (current) refuse_newer(directory, *current);
    if (current) remove_all_generations_but(directory, *current);
    database = Xapian::WritableDatabase{generation_path(directory, generation).string(),
                                        Xapian::DB_CREATE_OR_OPEN};
    check_versions(database, directory);
    database.commit();
    database.begin_transaction();
    if (!current) publish(directory, generation);
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

  void commit() {
    for (const auto& [language, sum] : length_sums)
      database.set_metadata(length_key(language), std::to_string(sum));
    database.commit_transaction();
    database.begin_transaction();
  }
};

IndexWriter::IndexWriter(const fs::path& directory, Mode mode, CommitPolicy policy) {
  prepare(directory);
  state_ = translated(directory, [&] { return std::make_unique<State>(directory, mode, policy); });
}

IndexWriter::~IndexWriter() = default;

Written IndexWriter::write(const Article& article) {
  const Written written = translated(state_->directory, [&] { return state_->replace(article); });
  if (written == Written::unchanged) return written;
  ++state_->documents;
  state_->text_bytes += article.text.size();
  if (state_->batch_is_full()) commit();
  return written;
}

void IndexWriter::commit() {
  translated(state_->directory, [&] { state_->commit(); });
  sync_directory(generation_path(state_->directory, state_->generation));
  state_->documents = 0;
  state_->text_bytes = 0;
  state_->batch_start = Clock::now();
}

void IndexWriter::finish() {
  commit();
  if (state_->mode == Mode::update || current_generation(state_->directory) == state_->generation)
    return;
  if (state_->written == 0)
    fail(state_->directory, "nothing was read to rebuild it from; the index is left as it was");
  translated(state_->directory, [&] {
    publish(state_->directory, state_->generation);
    remove_all_generations_but(state_->directory, state_->generation);
  });
}

}  // namespace pantau
