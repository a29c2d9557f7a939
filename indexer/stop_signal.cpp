#include "indexer/stop_signal.h"

#include <csignal>
#include <initializer_list>

namespace pantau {
namespace {

/// A signal handler may touch nothing but a variable of this type that outlives everything.
volatile std::sig_atomic_t caught = 0;

}  // namespace

void catch_stop_signals() {
  for (const int number : {SIGINT, SIGTERM}) {
    struct sigaction action {};
    action.sa_handler = [](int signal) { caught = signal; };
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigaction(number, &action, nullptr);
  }
}

int caught_stop_signal() {
  return caught;
}

}  // namespace pantau
