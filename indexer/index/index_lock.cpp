#include "indexer/index/index_lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/error.h"

namespace pantau {
namespace {

std::string holder(int descriptor) {
  std::array<char, 32> text{};
  const ssize_t size = pread(descriptor, text.data(), text.size() - 1, 0);
  const std::string pid{text.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
  return pid.empty() ? "another process" : "process " + pid.substr(0, pid.find('\n'));
}

/// A person who waits does not notice, and a processor neither.
constexpr std::chrono::milliseconds time_between_tries{100};

bool lock_within(int descriptor, std::chrono::seconds wait) {
  const auto end = std::chrono::steady_clock::now() + wait;
  while (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK || std::chrono::steady_clock::now() >= end) return false;
    std::this_thread::sleep_for(time_between_tries);
  }
  return true;
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& directory, std::chrono::seconds wait) {
  const auto path = directory / "pantau.lock";
  descriptor_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0)
    throw Error{Error::Kind::index, "cannot write to " + directory.string() + ": " +
                                        std::strerror(errno) + "; choose a folder you may write"};
  if (!lock_within(descriptor_, wait)) {
    const int reason = errno;
    const std::string who = holder(descriptor_);
    close(descriptor_);
    if (reason != EWOULDBLOCK)
      throw Error{Error::Kind::index,
                  path.string() + ": cannot be locked: " + std::strerror(reason)};
    throw Error{Error::Kind::locked,
                directory.string() + ": " + who +
                    " is indexing into it; wait until it has ended, or use --wait SECONDS"};
  }
  const std::string pid = std::to_string(getpid()) + '\n';
  if (ftruncate(descriptor_, 0) != 0 ||
      pwrite(descriptor_, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
    close(descriptor_);
    throw Error{Error::Kind::index, path.string() + ": cannot write: " + std::strerror(errno)};
  }
}

IndexLock::~IndexLock() {
  close(descriptor_);
}

}  // namespace pantau
