#include "indexer/index/segment_stage.h"

#include <algorithm>
#include <utility>

#include "indexer/index/segment.h"

namespace pantau {
namespace {

namespace fs = std::filesystem;

/// Text of a block: some hundred articles at first, so that a small input keeps all workers busy,
/// then an eighth of all so far up to a thousand, whose postings take thirty megabytes: the fewer
/// blocks, the less there is to merge.
constexpr std::size_t least_block_bytes = std::size_t{384} << 10U;
constexpr std::size_t most_block_bytes = std::size_t{3} << 20U;

/// Blocks waiting for a worker, by their text: a few for each.
constexpr std::size_t waiting_bytes_per_worker = 3 * most_block_bytes;

}  // namespace

SegmentStage::SegmentStage(fs::path folder, unsigned workers) : folder_{std::move(folder)} {
  fs::create_directory(folder_);
  workers_ = std::make_unique<OrderedWorkers<Job, fs::path>>(
      workers, [this](const Job& job) { return work(job); });
}

SegmentStage::~SegmentStage() {
  workers_.reset();
  std::error_code ignored;  // the next run removes what is left
  fs::remove_all(folder_, ignored);
}

std::optional<std::string> SegmentStage::digest_of(const std::string& term) const {
  const auto known = digests_.find(term);
  return known == digests_.end() ? std::nullopt : std::optional{known->second};
}

void SegmentStage::add(Article article, const std::string& term, const std::string& digest) {
  digests_[term] = digest;
  text_bytes_ += article.text.size();
  block_bytes_ += article.text.size() + article.title.size();
  block_.push_back(std::move(article));
  if (block_bytes_ >=
      std::clamp<std::uint64_t>(text_bytes_ / 8, least_block_bytes, most_block_bytes))
    push_block();
}

std::vector<fs::path> SegmentStage::finish() {
  if (!block_.empty()) push_block();
  while (!workers_->empty()) take_one();
  std::vector<fs::path> paths;
  for (const auto& [order, path] : done_) paths.push_back(path);
  return paths;
}

void SegmentStage::push_block() {
  const std::size_t size = std::exchange(block_bytes_, 0);
  push({{}, std::exchange(block_, {}), {}}, jobs_, size);
}

void SegmentStage::push(Job job, std::uint64_t order, std::size_t size) {
  job.to = folder_ / std::to_string(jobs_++);
  pushed_.push_back({order, !job.from.empty()});
  workers_->push(std::move(job), size);
  while (workers_->ready() ||
         workers_->bytes_waiting() > waiting_bytes_per_worker * workers_->count())
    take_one();
}

void SegmentStage::take_one() {
  const Pushed pushed = pushed_.front();
  pushed_.pop_front();
  done_.emplace(pushed.order, workers_->pop());
  if (!pushed.is_merge && ++unmerged_ >= max_merged()) merge_some();
}

// What is done lies side by side: jobs come back in the order they were pushed in.
void SegmentStage::merge_some() {
  Job job;
  auto first = done_.end();
  for (; job.from.size() < unmerged_; job.from.insert(job.from.begin(), first->second)) --first;
  const std::uint64_t order = first->first;
  done_.erase(first, done_.end());
  unmerged_ = 0;
  push(std::move(job), order, 0);
}

fs::path SegmentStage::work(const Job& job) {
  if (!job.from.empty()) {
    merge_databases(job.from, job.to);
    for (const fs::path& path : job.from) fs::remove_all(path);
    return job.to;
  }
  std::unique_ptr<Analyzer> analyzer = borrow_analyzer();
  write_segment(job.to, job.articles, *analyzer);
  give_back(std::move(analyzer));
  return job.to;
}

std::unique_ptr<Analyzer> SegmentStage::borrow_analyzer() {
  const std::lock_guard lock{analyzers_mutex_};
  if (analyzers_.empty()) return std::make_unique<Analyzer>();
  std::unique_ptr<Analyzer> one = std::move(analyzers_.back());
  analyzers_.pop_back();
  return one;
}

void SegmentStage::give_back(std::unique_ptr<Analyzer> analyzer) {
  const std::lock_guard lock{analyzers_mutex_};
  analyzers_.push_back(std::move(analyzer));
}

}  // namespace pantau
