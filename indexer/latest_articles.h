// What --extract-only prints: of the captures of one address only the last, as an index would keep
// it. Tested by tests/indexer/latest_articles_test.cpp.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <ostream>
#include <vector>

#include "common/article.h"
#include "indexer/article_sink.h"

namespace pantau {

/// Which capture is the last is known only at the end, so that the articles wait in a temporary
/// file without a name (in TMPDIR); in memory are sixteen bytes of each, and eight more while
/// printing. Throws Error{input} if that file cannot be made, written or read.
class LatestArticles : public ArticleSink {
 public:
  LatestArticles();

  Written take(Article article) override;

  /// Writes those that no later one has replaced as JSON lines, in the order they were added in,
  /// and forgets all. Returns how many were left out. One replaces another if both have the same
  /// identity(), told by 64 bits, whatever address they call canonical: an index keeps one of two
  /// pages that name the same, but each is a page to extract.
  std::uint64_t print(std::ostream& out);

 private:
  struct Line {
    std::uint64_t identity;
    std::uint64_t size;
  };
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  [[nodiscard]] std::vector<bool> find_replaced() const;

  std::unique_ptr<std::FILE, Closer> file_;
  std::vector<Line> lines_;
};

}  // namespace pantau
