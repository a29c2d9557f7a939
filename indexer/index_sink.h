// Articles of a run into an index, with what is committed shown as it happens. Tested by
// tests/cli/index_test.cpp.
#pragma once

#include <utility>

#include "indexer/article_sink.h"
#include "indexer/index/index_writer.h"
#include "indexer/progress.h"

namespace pantau {

/// `writer` and `progress` outlive the sink.
class IndexSink : public ArticleSink {
 public:
  IndexSink(IndexWriter& writer, Progress& progress) : writer_{writer}, progress_{progress} {}

  Written take(Article article) override {
    const std::uint64_t committed = writer_.committed();
    const Written written = writer_.write(std::move(article));
    if (writer_.committed() > committed) progress_.committed(writer_.committed());
    return written;
  }

  void reach(const Checkpoint& checkpoint) override { writer_.record_progress(checkpoint); }

 private:
  IndexWriter& writer_;
  Progress& progress_;
};

}  // namespace pantau
