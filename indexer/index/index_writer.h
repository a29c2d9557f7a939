// Articles into the index: adds, replaces, commits, publishes. The only writer of Xapian databases;
// it turns Xapian's exceptions into Error. Tested by tests/indexer/index_writer_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/index/generations.h"
#include "indexer/index/input_record.h"

namespace pantau {

enum class Written { added, replaced, unchanged };

/// When a batch is committed: whichever comes first. Xapian's own threshold counts documents only,
/// and a batch of 10,000 long articles takes more memory than small machines have.
struct CommitPolicy {
  std::uint32_t max_documents = 5'000;
  std::uint64_t max_text_bytes = 64U << 20U;
  std::chrono::seconds max_age{60};
  std::uint32_t asked_documents = 0;  ///< if not 0: instead of max_documents, and for segments too
  std::chrono::seconds longest_reading = pantau::longest_reading;  ///< of a replaced generation
};

/// Owns the index directory for writing; one thread.
class IndexWriter {
 public:
  enum class Mode {
    update,   ///< add to the current generation; make the first one if there is none
    rebuild,  ///< build a new generation beside the current one and publish it with finish()
  };

  /// Makes `directory` if needed and locks it. Throws Error{locked} if another indexer holds it and
  /// still does after `wait`, Error{index} if it cannot be written or was made by another version.
  IndexWriter(const std::filesystem::path& directory, Mode mode, CommitPolicy policy = {},
              std::chrono::seconds wait = {});
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  /// Adds `article`, or replaces the one with the same identity(). Searchers see it, and a crash
  /// spares it, after the next commit(). Commits by itself as the policy says. Throws Error{index}
  /// when writing fails: what was committed before stays.
  Written write(Article article);

  /// Announces how many bytes of input are to come. What is large, against the index or by itself,
  /// goes through segments that `jobs` workers write (SegmentStage) and is merged into a new
  /// generation; anything else through one writer. So do batches that the policy asks for, once
  /// they are small against the index. Before the first write().
  void expect(std::uint64_t input_bytes, unsigned jobs);

  /// The first of the two, always.
  void use_segments(unsigned jobs);

  /// Removes articles by an address of theirs, by the outlet's exact name, and by the day of
  /// publication; what has no date stays. Gives how many.
  std::uint64_t remove_url(const std::string& url);
  std::uint64_t remove_outlet(const std::string& name);
  std::uint64_t remove_before(Date day);

  /// Writes a new generation of this index and all of `others`, without gaps, and publishes it. Of
  /// an article that several have the one of the last stays.
  void merge(const std::vector<std::filesystem::path>& others);

  /// What is committed of the input at the absolute path `path`; nothing in a rebuild.
  [[nodiscard]] std::optional<InputRecord> input(const std::string& path) const;

  /// All before `record.position` has been written: committed with what was written so far. The
  /// digest is filled in here.
  void reached(const std::string& path, const InputRecord& record);

  /// Makes all that was written durable and visible.
  void commit();

  /// How many of the articles handed to write() no crash can take away any more, the first ones.
  [[nodiscard]] std::uint64_t committed() const;

  /// Commits, publishes a rebuilt generation and removes the one before it. Throws Error{index}
  /// rather than replace an index by one that no article was written to.
  void finish();

 private:
  void look_at_disk();
  void publish();

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pantau
