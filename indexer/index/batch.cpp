#include "indexer/index/batch.h"

#include <utility>

#include "indexer/index/disk_space.h"
#include "indexer/index/document_builder.h"

namespace pantau {

Written Batch::write(Article article, GenerationWriter& generation) {
  const std::uint64_t size = article.text.size();
  const Written written = do_write(std::move(article), generation);
  if (written == Written::unchanged) return written;
  ++articles_;
  text_bytes_ += size;
  return written;
}

Written DirectBatch::do_write(Article&& article, GenerationWriter& generation) {
  const Xapian::docid id = generation.find(unique_term(article));
  if (id == 0) {
    generation.add(make_document(article, analyzer_), article.language);
    return Written::added;
  }
  if (generation.digest_of(id) == article_digest(article)) return Written::unchanged;
  generation.replace(id, make_document(article, analyzer_), article.language);
  return Written::replaced;
}

bool DirectBatch::is_full() const {
  return articles() >= limits_.articles || text_bytes() >= limits_.text_bytes ||
         std::chrono::steady_clock::now() - begun_ >= limits_.age;
}

std::unique_ptr<GenerationWriter> DirectBatch::commit(std::unique_ptr<GenerationWriter> generation,
                                                      const Metadata& metadata) {
  generation->commit(metadata);
  return generation;
}

SegmentBatch::SegmentBatch(const IndexDirectory& directory, unsigned workers, const Limits& limits)
    : directory_{directory}, limits_{limits}, stage_{directory.building(), workers} {}

Written SegmentBatch::do_write(Article&& article, GenerationWriter& generation) {
  const std::string term = unique_term(article);
  const std::string digest = article_digest(article);
  std::optional<std::string> known = stage_.digest_of(term);
  if (!known)
    if (const Xapian::docid id = generation.find(term); id != 0) known = generation.digest_of(id);
  if (known == digest) return Written::unchanged;
  if (known) replaced_terms_.push_back(term);
  stage_.add(std::move(article), term, digest);
  return known ? Written::replaced : Written::added;
}

bool SegmentBatch::is_full() const {
  return (limits_.articles && articles() >= *limits_.articles) ||
         (limits_.text_bytes && text_bytes() >= *limits_.text_bytes);
}

std::unique_ptr<GenerationWriter> SegmentBatch::commit(std::unique_ptr<GenerationWriter> generation,
                                                       const Metadata& metadata) {
  require_disk_space(directory_.path(),
                     bytes_of(generation->path()) + disk_bytes_per_text_byte * stage_.text_bytes());
  return merge_into_next(directory_, std::move(generation), stage_.finish(), replaced_terms_,
                         metadata);
}

}  // namespace pantau
