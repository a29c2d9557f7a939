// Articles into an index: adds, replaces, commits, publishes. Turns Xapian's exceptions into Error.
// Tested by tests/indexer/index_writer_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "common/article.h"
#include "indexer/index/batch.h"
#include "indexer/index/build_choice.h"
#include "indexer/index/generation_writer.h"
#include "indexer/index/index_directory.h"
#include "indexer/index/input_record.h"
#include "indexer/index/written.h"

namespace pantau {

/// When a batch is committed: whichever comes first. Xapian's own threshold counts documents only,
/// and a batch of 10,000 long articles takes more memory than small machines have.
struct CommitPolicy {
  std::uint32_t max_documents = 5'000;
  std::uint64_t max_text_bytes = 64U << 20U;
  std::chrono::seconds max_age{60};
  std::uint32_t asked_documents = 0;  ///< if not 0: instead of max_documents, and for segments too
  std::chrono::seconds longest_reading = pantau::longest_reading;  ///< of a replaced generation
};

/// Owns the index directory for writing; one thread. After an exception of a call that writes it
/// can only be destroyed: what was committed stays.
class IndexWriter {
 public:
  enum class Mode {
    update,   ///< add to the current generation; make the first one if there is none
    rebuild,  ///< build a new generation beside the current one and publish it with finish()
    upgrade,  ///< the same from the articles of the current one: what was read stays known
  };

  /// Makes `directory` if needed and locks it. Throws Error{locked} if another indexer holds it and
  /// still does after `wait`, Error{index} if it cannot be written or was made by another version.
  IndexWriter(const std::filesystem::path& directory, Mode mode, CommitPolicy policy = {},
              std::chrono::seconds wait = {});

  /// Says how this run is to write, and how many bytes of input are to come (0: nobody knows);
  /// choose_build() decides from it, batch by batch. `jobs` workers write segments. Without this
  /// call articles are written directly. Call it when nothing waits for a commit.
  void prepare(Build asked, std::uint64_t input_bytes, unsigned jobs);

  /// Adds `article`, or replaces the one with the same identity(). Searchers see it, and a crash
  /// spares it, after the next commit(). Commits by itself as the policy says. Throws Error{index}
  /// when writing fails: what was committed before stays.
  Written write(Article article);

  /// What is committed of the input at the absolute path `path`; nothing in a rebuild.
  [[nodiscard]] std::optional<InputRecord> input(const std::string& path) const;

  /// All of an input before `checkpoint` has been written: it is committed with what was written so
  /// far.
  void record_progress(Checkpoint checkpoint);

  /// Makes all that was written durable and visible.
  void commit();

  /// How many of the articles handed to write() no crash can take away any more, the first ones.
  [[nodiscard]] std::uint64_t committed() const { return committed_; }

  /// Commits, publishes a rebuilt generation and removes the one before it. Throws Error{index}
  /// rather than replace an index by one that no article was written to.
  void finish();

 private:
  [[nodiscard]] std::unique_ptr<Batch> make_batch();
  [[nodiscard]] Metadata progress_metadata();
  [[nodiscard]] bool is_published() const {
    return directory_.published() == generation_->number();
  }
  void look_at_disk();
  [[nodiscard]] bool is_deleted(const Article& article) const;

  Mode mode_;
  CommitPolicy policy_;
  Build asked_build_ = Build::direct;
  std::uint64_t input_bytes_ = 0;
  unsigned jobs_ = 1;

  IndexDirectory directory_;
  std::unique_ptr<GenerationWriter> generation_;
  bool has_deletions_ = false;  ///< the index remembers articles that are not to come back
  Analyzer analyzer_;
  std::unique_ptr<Batch> batch_;      ///< null until the first article after a commit
  std::uint64_t text_looked_at_ = 0;  ///< text of the batch when the disk was last looked at

  std::map<std::string, Checkpoint> progress_;  ///< by path, since the last commit
  std::string hashed_input_;                    ///< path of the current input, and
  ReadPart hashed_;                             ///< what of it was hashed for the last commit

  std::uint64_t written_ = 0;    ///< articles handed in by this run
  std::uint64_t committed_ = 0;  ///< those of them that are durable and published
};

}  // namespace pantau
