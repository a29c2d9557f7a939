// Runs a function over a stream of values on several threads and gives the results back in the
// order of the values: the middle of the indexing pipeline. Tested by
// tests/indexer/ordered_workers_test.cpp.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace pantau {

/// Owned by one thread, which calls push() and pop(); `work` runs on the workers and must be safe
/// there.
template <typename In, typename Out>
class OrderedWorkers {
 public:
  OrderedWorkers(unsigned workers, std::function<Out(In)> work) : work_{std::move(work)} {
    for (unsigned i = 0; i < workers; ++i) threads_.emplace_back([this] { run(); });
  }

  ~OrderedWorkers() {
    {
      const std::lock_guard lock{mutex_};
      stopping_ = true;
    }
    wake_worker_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  /// Hands a value of `size` bytes to the workers. The caller keeps bytes_waiting() in bounds.
  void push(In value, std::size_t size) {
    {
      const std::lock_guard lock{mutex_};
      jobs_.push_back({std::move(value), std::nullopt, nullptr, size});
    }
    bytes_ += size;
    wake_worker_.notify_one();
  }

  /// The result of the oldest value not taken yet; waits for it. Call only if there is one.
  /// Throws what `work` threw for it.
  Out pop() {
    std::unique_lock lock{mutex_};
    wake_owner_.wait(lock, [this] { return jobs_.front().out || jobs_.front().error; });
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    --taken_;
    lock.unlock();
    bytes_ -= job.size;
    if (job.error) std::rethrow_exception(job.error);
    return std::move(*job.out);
  }

  /// Whether pop() would not wait.
  [[nodiscard]] bool ready() const {
    const std::lock_guard lock{mutex_};
    return !jobs_.empty() && (jobs_.front().out || jobs_.front().error);
  }

  [[nodiscard]] bool empty() const {
    const std::lock_guard lock{mutex_};
    return jobs_.empty();
  }

  [[nodiscard]] std::size_t count() const { return threads_.size(); }

  /// Total size of the values handed in and not taken back yet.
  [[nodiscard]] std::size_t bytes_waiting() const { return bytes_; }

 private:
  struct Job {
    std::optional<In> in;
    std::optional<Out> out;
    std::exception_ptr error;
    std::size_t size;
  };

  void run() {
    std::unique_lock lock{mutex_};
    for (;;) {
      wake_worker_.wait(lock, [this] { return stopping_ || taken_ < jobs_.size(); });
      if (stopping_) return;
      Job& job = jobs_[taken_++];  // stays where it is: a deque grows and shrinks at its ends only
      In value = std::move(*job.in);
      job.in.reset();
      lock.unlock();
      std::optional<Out> out;
      std::exception_ptr error;
      try {
        out.emplace(work_(std::move(value)));
      } catch (...) {
        error = std::current_exception();
      }
      lock.lock();
      job.out = std::move(out);
      job.error = error;
      wake_owner_.notify_one();
    }
  }

  std::function<Out(In)> work_;
  mutable std::mutex mutex_;
  std::condition_variable wake_worker_, wake_owner_;
  std::deque<Job> jobs_;   ///< oldest first
  std::size_t taken_ = 0;  ///< jobs_[0, taken_) are with a worker or done
  std::size_t bytes_ = 0;  ///< touched by the owner alone
  bool stopping_ = false;
  std::vector<std::thread> threads_;  ///< last: they use all of the above
};

}  // namespace pantau
