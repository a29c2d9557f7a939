#include "indexer/index/index_writer.h"

#include <algorithm>
#include <utility>

#include "indexer/index/deletions.h"
#include "indexer/index/disk_space.h"
#include "indexer/index/document_builder.h"
#include "indexer/index/xapian_call.h"
#include "indexer/index_error.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

/// How much text goes in between two looks at the disk.
constexpr std::uint64_t text_between_looks = std::uint64_t{8} << 20U;

/// What segments hold is merged and published when it is as much as the index, so that all merges
/// together copy everything twice; a crash costs no more than half of the work, or a few minutes of
/// it. With more, a run that is asked to end would not do so within a minute.
constexpr std::uint64_t least_publish_text_bytes = std::uint64_t{512} << 20U;
constexpr std::uint64_t index_bytes_per_text_byte = 6;

}  // namespace

IndexWriter::IndexWriter(const fs::path& directory, Mode mode, CommitPolicy policy,
                         std::chrono::seconds wait)
    : mode_{mode}, policy_{policy}, directory_{directory, wait, policy.longest_reading} {
  generation_ = rethrow_write_errors(directory, [&] {
    if (mode == Mode::update) return open_for_update(directory_);
    return open_for_rebuild(directory_,
                            mode == Mode::upgrade ? Keep::inputs_and_deletions : Keep::deletions);
  });
  has_deletions_ = rethrow_write_errors(
      directory, [&] { return !generation_->metadata_keys(deletion_key_prefix).empty(); });
}

void IndexWriter::prepare(Build asked, std::uint64_t input_bytes, unsigned jobs) {
  asked_build_ = asked;
  input_bytes_ = input_bytes;
  jobs_ = jobs;
  batch_.reset();
}

std::unique_ptr<Batch> IndexWriter::make_batch() {
  BuildSizes sizes;
  sizes.input_bytes = input_bytes_;
  sizes.index_bytes = bytes_of(generation_->path());
  sizes.index_articles = generation_->articles();
  sizes.batch_articles = policy_.asked_documents;
  sizes.rebuild = mode_ != Mode::update;
  const std::uint32_t asked = policy_.asked_documents;
  if (choose_build(asked_build_, sizes) == Build::direct)
    return std::make_unique<DirectBatch>(
        analyzer_, DirectBatch::Limits{asked > 0 ? asked : policy_.max_documents,
                                       policy_.max_text_bytes, policy_.max_age});
  SegmentBatch::Limits limits;  // none in a rebuild, which is merged once
  if (mode_ == Mode::update && asked > 0) limits.articles = asked;
  if (mode_ == Mode::update && asked == 0)
    limits.text_bytes =
        std::max(least_publish_text_bytes, sizes.index_bytes / index_bytes_per_text_byte);
  return std::make_unique<SegmentBatch>(directory_, jobs_, limits);
}

Written IndexWriter::write(Article article) {
  const Written written = rethrow_write_errors(directory_.path(), [&] {
    if (has_deletions_ && is_deleted(article)) return Written::deleted;
    if (!batch_) batch_ = make_batch();
    return batch_->write(std::move(article), *generation_);
  });
  ++written_;
  if (written == Written::unchanged || written == Written::deleted) return written;
  if (batch_->text_bytes() >= text_looked_at_ + text_between_looks) look_at_disk();
  if (batch_->is_full()) commit();
  return written;
}

bool IndexWriter::is_deleted(const Article& article) const {
  return !generation_->metadata(deletion_key(unique_term(article))).empty();
}

// What is in the batch still fits, or the look before would have ended the run.
void IndexWriter::look_at_disk() {
  text_looked_at_ = batch_->text_bytes();
  try {
    require_disk_space(directory_.path(), disk_bytes_per_text_byte * text_looked_at_);
  } catch (const Error&) {
    commit();
    throw;
  }
}

std::optional<InputRecord> IndexWriter::input(const std::string& path) const {
  return rethrow_write_errors(directory_.path(),
                              [&] { return decode_input(generation_->metadata(input_key(path))); });
}

void IndexWriter::record_progress(Checkpoint checkpoint) {
  progress_[checkpoint.path] = std::move(checkpoint);
}

Metadata IndexWriter::progress_metadata() {
  Metadata metadata;
  for (auto& [path, checkpoint] : progress_) {
    InputRecord& record = checkpoint.record;
    if (record.position.input > 0) {
      const ReadPart part = read_part(path, record.position.input,
                                      path == hashed_input_ ? hashed_ : checkpoint.verified);
      record.digest = part.digest;
      if (!record.finished) {
        hashed_input_ = path;
        hashed_ = part;
      }
    }
    metadata[input_key(path)] = encode_input(record);
  }
  return metadata;
}

void IndexWriter::commit() {
  const bool has_articles = batch_ && batch_->articles() > 0;
  if (!has_articles && progress_.empty()) return;
  rethrow_write_errors(directory_.path(), [&] {
    const Metadata metadata = progress_metadata();
    if (has_articles)
      generation_ = batch_->commit(std::move(generation_), metadata);
    else
      generation_->commit(metadata);
  });
  if (mode_ == Mode::update && !is_published())
    rethrow_write_errors(directory_.path(), [&] { directory_.publish(generation_->number()); });
  if (is_published()) committed_ = written_;
  batch_.reset();
  progress_.clear();
  text_looked_at_ = 0;
}

void IndexWriter::finish() {
  commit();
  if (is_published()) return;
  if (written_ == 0)
    fail_index(directory_.path(),
               "nothing was read to rebuild it from; the index is left as it was");
  rethrow_write_errors(directory_.path(), [&] { directory_.publish(generation_->number()); });
  committed_ = written_;
}

}  // namespace pantau
