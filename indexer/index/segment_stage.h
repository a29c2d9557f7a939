// Articles on their way into a large or new index: workers write them to small databases beside it,
// in blocks of neighbours, which are merged into it at the end. Lost as a whole in a crash. Tested
// by tests/indexer/index_writer_test.cpp.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/analyzer.h"
#include "common/article.h"
#include "indexer/ordered_workers.h"

namespace pantau {

/// Owned by one thread.
class SegmentStage {
 public:
  /// Makes `folder`, which must not exist; removes it at the end.
  SegmentStage(std::filesystem::path folder, unsigned workers);
  ~SegmentStage();
  SegmentStage(const SegmentStage&) = delete;
  SegmentStage& operator=(const SegmentStage&) = delete;

  /// The digest of the article last added as `term`.
  [[nodiscard]] std::optional<std::string> digest_of(const std::string& term) const;

  /// Adds an article after all before it. One with the same `term` stays beside it until somebody
  /// removes it from what they are merged into.
  void add(Article article, const std::string& term, const std::string& digest);

  [[nodiscard]] std::uint64_t text_bytes() const { return text_bytes_; }

  /// Ends the last block, waits for all, and gives the databases in the order of their articles.
  [[nodiscard]] std::vector<std::filesystem::path> finish();

 private:
  struct Job {
    std::filesystem::path to;
    std::vector<Article> articles;            ///< to write, or
    std::vector<std::filesystem::path> from;  ///< databases to merge and remove
  };

  /// With the workers: where its articles stand among all, and whether it is merged already.
  struct Pushed {
    std::uint64_t order;
    bool is_merge;
  };

  void push(Job job, std::uint64_t order, std::size_t size);
  void push_block();
  void take_one();
  void merge_some();
  std::filesystem::path work(const Job& job);
  [[nodiscard]] std::unique_ptr<Analyzer> borrow_analyzer();
  void give_back(std::unique_ptr<Analyzer> analyzer);

  std::filesystem::path folder_;
  std::vector<Article> block_;
  std::size_t block_bytes_ = 0;
  std::uint64_t text_bytes_ = 0;
  std::uint64_t jobs_ = 0;  ///< ever pushed
  std::unordered_map<std::string, std::string> digests_;
  std::deque<Pushed> pushed_;
  std::map<std::uint64_t, std::filesystem::path> done_;  ///< by the order of their articles
  std::size_t unmerged_ = 0;                             ///< the last so many of those done
  std::mutex analyzers_mutex_;
  std::vector<std::unique_ptr<Analyzer>> analyzers_;                     ///< not in use
  std::unique_ptr<OrderedWorkers<Job, std::filesystem::path>> workers_;  ///< last: use the above
};

}  // namespace pantau
