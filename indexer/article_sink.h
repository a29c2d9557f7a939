// Where a run hands over its articles: to an index (IndexSink), to JSON lines on standard output
// (LatestArticles), or to nobody (CountingSink).
#pragma once

#include "common/article.h"
#include "indexer/index/input_record.h"
#include "indexer/index/written.h"

namespace pantau {

/// Called from the thread that runs the pipeline, in the order of the inputs.
class ArticleSink {
 public:
  ArticleSink() = default;
  virtual ~ArticleSink() = default;
  ArticleSink(const ArticleSink&) = delete;
  ArticleSink& operator=(const ArticleSink&) = delete;

  /// Takes the next article. What it throws ends the run.
  virtual Written take(Article article) = 0;

  /// All records of an input before `checkpoint` were handed over, or belong to the next article
  /// that is. A sink without an index has nothing to remember.
  virtual void reach(const Checkpoint& /*checkpoint*/) {}
};

/// Counts articles, and that is all: a dry run.
class CountingSink : public ArticleSink {
 public:
  Written take(Article /*article*/) override { return Written::added; }
};

}  // namespace pantau
