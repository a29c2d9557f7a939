#include "indexer/ordered_workers.h"

#include <stdexcept>

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("results come back in the order of the values, however many workers there are") {
  for (const unsigned workers : {1U, 2U, 8U}) {
    CAPTURE(workers);
    OrderedWorkers<int, int> squares{workers, [](int n) { return n * n; }};
    int expected = 0;
    for (int n = 0; n < 500; ++n) {
      squares.push(n, 1);
      if (n % 3 == 0) {
        CHECK(squares.pop() == expected * expected);
        ++expected;
      }
    }
    for (; !squares.empty(); ++expected) CHECK(squares.pop() == expected * expected);
    CHECK(expected == 500);
    CHECK(squares.bytes_waiting() == 0);
  }
}

TEST_CASE("what a worker throws reaches the owner, for that value alone") {
  OrderedWorkers<int, int> odd{2, [](int n) {
                                 if (n % 2 == 0) throw std::runtime_error{"even"};
                                 return n;
                               }};
  odd.push(1, 1);
  odd.push(2, 1);
  odd.push(3, 1);
  CHECK(odd.pop() == 1);
  CHECK_THROWS_WITH(static_cast<void>(odd.pop()), "even");
  CHECK(odd.pop() == 3);
}

}  // namespace pantau
