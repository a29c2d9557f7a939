#include "searcher/search/deadline.h"

#include <algorithm>

#include <sys/time.h>

namespace pantau {
namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// Sets the alarm of the process, zero for none; returns how long the one before had left.
microseconds set_alarm(microseconds in) {
  itimerval timer{}, before{};
  timer.it_value.tv_sec = duration_cast<seconds>(in).count();
  timer.it_value.tv_usec = (in % seconds{1}).count();
  setitimer(ITIMER_REAL, &timer, &before);
  return seconds{before.it_value.tv_sec} + microseconds{before.it_value.tv_usec};
}

}  // namespace

milliseconds Deadline::left() const {
  if (!at_) return {};
  return std::max(milliseconds{}, duration_cast<milliseconds>(*at_ - Clock::now()));
}

AlarmScope::AlarmScope(const Deadline& deadline, milliseconds grace) : set_{deadline.is_set()} {
  if (!set_) return;
  const microseconds own = deadline.left() + grace;
  const microseconds left = set_alarm(own);
  if (left == microseconds{}) return;
  outer_ = Clock::now() + left;
  if (left >= own) return;
  set_alarm(left);  // it comes first: nothing to set, nothing to give back
  set_ = false;
}

AlarmScope::~AlarmScope() {
  if (!set_) return;
  // The alarm before, if it became due meanwhile, must still come: zero would mean none.
  set_alarm(outer_ ? std::max(microseconds{1}, duration_cast<microseconds>(*outer_ - Clock::now()))
                   : microseconds{});
}

}  // namespace pantau
