#include "indexer/index/build_choice.h"

#include <string_view>

#include <doctest/doctest.h>

namespace pantau {

TEST_CASE("segments are chosen where they pay") {
  constexpr std::uint64_t kb = 1'000, mb = 1'000 * kb, gb = 1'000 * mb;
  struct Case {
    std::string_view what;
    BuildSizes sizes;
    Build chosen;
  };
  const Case cases[] = {
      {"nobody knows how much comes", {}, Build::direct},
      {"a first small feed", {2 * mb, 50 * kb}, Build::direct},
      {"a first feed of some size", {2'100 * kb, 50 * kb}, Build::segments},
      {"a nightly feed against a large index", {10 * mb, gb, 200'000}, Build::direct},
      {"as much again as there is", {100 * mb, 600 * mb, 200'000}, Build::segments},
      {"just under a forty-eighth", {10 * mb, 481 * mb, 100'000}, Build::direct},
      {"a forty-eighth", {10 * mb, 480 * mb, 100'000}, Build::segments},
      {"asked-for batches, the index still small", {gb, mb, 800, 100}, Build::segments},
      {"asked-for batches, the index nine times one", {gb, mb, 900, 100}, Build::direct},
      {"a rebuild, which is merged once", {gb, mb, 900, 100, true}, Build::segments},
      {"a small rebuild", {mb, 50 * kb, 0, 0, true}, Build::direct},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK(choose_build(Build::automatic, c.sizes) == c.chosen);
    CHECK(choose_build(Build::direct, c.sizes) == Build::direct);
    CHECK(choose_build(Build::segments, c.sizes) == Build::segments);
  }
}

}  // namespace pantau
