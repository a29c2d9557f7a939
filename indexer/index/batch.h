// Articles between two commits, in one of two ways: DirectBatch changes the current generation,
// SegmentBatch writes segments beside it and merges them into the next one. Which of them pays is
// choose_build's to say (build_choice.h). Tested by tests/indexer/index_writer_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/analyzer.h"
#include "common/article.h"
#include "indexer/index/generation_writer.h"
#include "indexer/index/segment_stage.h"
#include "indexer/index/written.h"

namespace pantau {

/// An article takes five to eight times its text in an index: what a disk must have room for.
inline constexpr std::uint64_t disk_bytes_per_text_byte = 8;

/// Owned by one thread. Throws what Xapian throws, and Error.
class Batch {
 public:
  Batch() = default;
  virtual ~Batch() = default;
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  /// Adds `article`, or replaces the one with the same identity() in `generation` and this batch.
  Written write(Article article, GenerationWriter& generation);

  [[nodiscard]] virtual bool is_full() const = 0;

  /// Makes all that was written durable, together with `metadata`: in `generation`, or in the next
  /// one. Gives the one to go on with. The last call, and only if there are articles.
  [[nodiscard]] virtual std::unique_ptr<GenerationWriter> commit(
      std::unique_ptr<GenerationWriter> generation, const Metadata& metadata) = 0;

  /// Articles and bytes of their text that wait for the commit.
  [[nodiscard]] std::uint64_t articles() const { return articles_; }
  [[nodiscard]] std::uint64_t text_bytes() const { return text_bytes_; }

 protected:
  virtual Written do_write(Article&& article, GenerationWriter& generation) = 0;

 private:
  std::uint64_t articles_ = 0;
  std::uint64_t text_bytes_ = 0;
};

class DirectBatch : public Batch {
 public:
  struct Limits {
    std::uint64_t articles;
    std::uint64_t text_bytes;
    std::chrono::seconds age;
  };

  /// `analyzer` outlives the batch.
  DirectBatch(Analyzer& analyzer, const Limits& limits) : analyzer_{analyzer}, limits_{limits} {}

  [[nodiscard]] bool is_full() const override;
  [[nodiscard]] std::unique_ptr<GenerationWriter> commit(
      std::unique_ptr<GenerationWriter> generation, const Metadata& metadata) override;

 protected:
  Written do_write(Article&& article, GenerationWriter& generation) override;

 private:
  Analyzer& analyzer_;
  Limits limits_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

class SegmentBatch : public Batch {
 public:
  struct Limits {
    std::optional<std::uint64_t> articles;
    std::optional<std::uint64_t> text_bytes;
  };

  /// `workers` threads write the segments. `directory` outlives the batch.
  SegmentBatch(const IndexDirectory& directory, unsigned workers, const Limits& limits);

  [[nodiscard]] bool is_full() const override;
  [[nodiscard]] std::unique_ptr<GenerationWriter> commit(
      std::unique_ptr<GenerationWriter> generation, const Metadata& metadata) override;

 protected:
  Written do_write(Article&& article, GenerationWriter& generation) override;

 private:
  const IndexDirectory& directory_;
  Limits limits_;
  SegmentStage stage_;
  std::vector<std::string> replaced_terms_;  ///< unique terms of articles that are there twice
};

}  // namespace pantau
