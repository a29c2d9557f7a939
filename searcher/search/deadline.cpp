#include "searcher/search/deadline.h"

#include <algorithm>

#include <sys/time.h>

namespace pantau {
namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

void set_alarm(microseconds in) {
  itimerval timer{};
  timer.it_value.tv_sec = duration_cast<seconds>(in).count();
  timer.it_value.tv_usec = (in % seconds{1}).count();
  setitimer(ITIMER_REAL, &timer, nullptr);
}

}  // namespace

milliseconds Deadline::left() const {
  if (!at_) return {};
  return std::max(milliseconds{}, duration_cast<milliseconds>(*at_ - Clock::now()));
}

AlarmScope::AlarmScope(const Deadline& deadline, milliseconds grace) : set_{deadline.is_set()} {
  if (set_) set_alarm(deadline.left() + grace);
}

AlarmScope::~AlarmScope() {
  if (set_) set_alarm(microseconds{});
}

}  // namespace pantau
