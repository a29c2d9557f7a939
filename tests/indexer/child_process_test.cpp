// What ends a child is an error of the parent.
#include "indexer/index/child_process.h"

#include <csignal>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include "common/error.h"

namespace pantau {
namespace {

/// What running `work` in a child throws, its kind before it; empty if nothing.
std::string error_of(const std::function<void()>& work) {
  try {
    run_in_child("news.idx", std::chrono::seconds{1}, work);
    return {};
  } catch (const Error& error) {
    return std::to_string(static_cast<int>(error.kind())) + ' ' + error.what();
  }
}

}  // namespace

TEST_CASE("work in a child ends as it would here, or says how it broke") {
  struct Case {
    std::function<void()> work;
    std::string error;
  };
  const std::string damaged = "; it is damaged: build it anew with --rebuild";
  const Case cases[] = {
      {[] {}, ""},
      {[] {
         throw Error{Error::Kind::locked, "held"};
       },
       "3 held"},
      {[] { throw std::length_error{"too long"}; },
       "2 news.idx: cannot be read: too long" + damaged},
      {[] { std::raise(SIGSEGV); },
       "2 news.idx: reading it crashed (Segmentation fault)" + damaged},
      {[] { std::raise(SIGABRT); }, "2 news.idx: reading it crashed (Aborted)" + damaged},
      {[] {
         for (volatile bool runs = true; runs;) continue;
       },
       "2 news.idx: reading it does not come to an end" + damaged},
  };
  for (const Case& c : cases) CHECK(error_of(c.work) == c.error);
}

}  // namespace pantau
